"""The processes of a measurement: the stand-in of the messengers, and the bot that is measured."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TOKEN = "1:bench"
GROUP = 1
HOME = Path(__file__).parent.parent
STOP_SECONDS = 15
PAUSE_SECONDS = 0.05

Process = subprocess.Popen[str]


class NoAnswer(RuntimeError):
    """The bot that is measured ended, or did not answer in time."""


class Server:
    """The stand-in, seen from outside."""

    def __init__(self, address: str) -> None:
        self.address = address

    def offer(self, updates: Sequence[Mapping[str, Any]], per_second: float = 0) -> None:
        self._ask("offer", {"updates": updates, "per_second": per_second})

    def report(self) -> Any:
        """What was answered since ``clear``; see ``bench.server``."""
        return self._ask("report")

    def clear(self) -> None:
        self._ask("clear", {})

    def arrivals(self) -> Any:
        """Platform → each call that the messenger counts: the moment of its arrival in seconds, its method."""
        return self._ask("arrivals")

    def wait_for(self, answers: int, seconds: float, process: Process) -> Any:
        """The report once there are so many answers."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and process.poll() is None:
            report = self.report()
            if report["answered"] >= answers:
                return report
            time.sleep(PAUSE_SECONDS)
        raise NoAnswer(f"fewer than {answers} answers in {seconds} s")

    def _ask(self, what: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.address}/bench/{what}", data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)


def resident_mb(process: Process) -> int | None:
    """The memory that a process holds, where the system tells it (Linux)."""
    status = Path(f"/proc/{process.pid}/status")
    if not status.exists():
        return None
    sizes = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(sizes["VmRSS"].split()[0]) // 1024


def cpu_seconds(process: Process) -> float | None:
    """The processor's time that a process has used, where the system tells it (Linux)."""
    status = Path(f"/proc/{process.pid}/stat")
    if not status.exists():
        return None
    user, system = status.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def server(latency: float = 0.0) -> Iterator[Server]:
    with running(["bench.server", str(latency)], {}, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield Server(process.stdout.readline().strip())


def bot_settings(address: str, url: str, key: str, *, vk: bool = False) -> dict[str, str]:
    """Settings of the product beside the stand-in."""
    settings = {
        "NASTAVNIK_TELEGRAM_TOKEN": TOKEN,
        "NASTAVNIK_TELEGRAM_API": address,
        "NASTAVNIK_DATABASE_URL": url,
        "NASTAVNIK_KEY": key,
        "NASTAVNIK_ENV_FILE": "",
    }
    community = {"NASTAVNIK_VK_TOKEN": "bench", "NASTAVNIK_VK_GROUP_ID": str(GROUP), "NASTAVNIK_VK_API": address}
    return settings | (community if vk else {})


@contextmanager
def running(
    module: Sequence[str], environment: Mapping[str, str], *, stdout: int = subprocess.DEVNULL
) -> Iterator[Process]:
    """A Python module as a process of its own, without an operator's settings; it is stopped in the end."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("NASTAVNIK_")}
    command = [sys.executable, "-m", *module]
    process = subprocess.Popen(command, env=plain | dict(environment), stdout=stdout, text=True, cwd=HOME)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
