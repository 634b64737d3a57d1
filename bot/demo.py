"""The demonstration: sandbox and bot as two processes, with data of their own, ready to be talked to."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

START_SECONDS = 30
STOP_SECONDS = 12
PAUSE_SECONDS = 0.1


def run_demo(port: int, data: Path | None, now: str | None) -> int:
    """Run until stopped or until one of the two processes ends; the exit code. Without ``data`` nothing is kept."""
    signal.signal(signal.SIGTERM, _interrupt)
    with tempfile.TemporaryDirectory(prefix="nastavnik-") as fresh:
        folder = data or Path(fresh)
        folder.mkdir(parents=True, exist_ok=True)
        processes: list[subprocess.Popen[str]] = []
        try:
            return _run(port, folder, now, processes, keep=data is not None)
        except KeyboardInterrupt:
            return 0
        finally:
            _stop(processes)


def _run(port: int, folder: Path, now: str | None, processes: list[subprocess.Popen[str]], *, keep: bool) -> int:
    page = f"http://127.0.0.1:{port}"
    sandbox = ["sandbox", "--port", str(port), *(["--now", now] if now else [])]
    sandbox += ["--data", str(folder / "sandbox")] if keep else []
    processes.append(_start(sandbox, {}, output=subprocess.DEVNULL))
    info = _wait_for(f"{page}/sandbox/info", processes)
    settings = demo_settings(page, info, folder)
    bot = _start(["run"], settings, output=subprocess.PIPE)
    processes.append(bot)
    _wait_until_ready(bot)
    code = curator_code(settings)
    _post(f"{page}/sandbox/info", {"code": code})
    print(f"Страница: {page}/", flush=True)
    print(f"Код куратора: {code}", flush=True)
    while all(process.poll() is None for process in processes):
        time.sleep(PAUSE_SECONDS)
    return 1


def demo_settings(page: str, info: Mapping[str, Any], folder: Path) -> dict[str, str]:
    """Settings of the bot beside a sandbox: its tokens, its clock, and a key of its own beside the data."""
    return {
        "NASTAVNIK_TELEGRAM_TOKEN": info["telegram"]["token"],
        "NASTAVNIK_TELEGRAM_API": page,
        "NASTAVNIK_VK_TOKEN": info["vk"]["token"],
        "NASTAVNIK_VK_GROUP_ID": str(info["vk"]["group_id"]),
        "NASTAVNIK_VK_API": page,
        "NASTAVNIK_DATA": str(folder),
        "NASTAVNIK_KEY": _key(folder),
        "NASTAVNIK_CLOCK": f"{page}/sandbox/clock",
    }


def curator_code(settings: Mapping[str, str]) -> str:
    """A one-time code made by the very command that an operator uses."""
    made = subprocess.run(
        [*_python(), "invite-curator"],
        env=_environment(settings),
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.strip()


def _key(folder: Path) -> str:
    from storage.cipher import Cipher  # noqa: PLC0415 - only the demonstration makes its own key

    file = folder / "demo.key"
    if not file.exists():
        file.write_text(Cipher.make_key(), encoding="ascii")
    return file.read_text(encoding="ascii")


def _python() -> list[str]:
    return [sys.executable, "-m", "bot"]


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Our environment without an operator's own settings, and with these."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("NASTAVNIK_")}
    return plain | dict(settings) | {"NASTAVNIK_ENV_FILE": ""}


def _start(arguments: list[str], settings: Mapping[str, str], *, output: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*_python(), *arguments], env=_environment(settings), stdout=output, text=True, start_new_session=True
    )


def _wait_until_ready(bot: subprocess.Popen[str]) -> None:
    """The bot says that it answers; what it prints later goes on to our output."""
    if bot.stdout is None or not bot.stdout.readline():
        raise SystemExit("Бот не запустился.")
    threading.Thread(target=shutil.copyfileobj, args=(bot.stdout, sys.stdout), daemon=True).start()


def _wait_for(address: str, processes: list[subprocess.Popen[str]]) -> Any:
    """The first answer of a server that is starting."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if any(process.poll() is not None for process in processes):
            raise SystemExit("Песочница не запустилась: возможно, порт занят. Попробуйте PORT=8090 make demo.")
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                return json.load(answer)
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(PAUSE_SECONDS)
    raise SystemExit("Песочница не ответила вовремя.")


def _post(address: str, body: Mapping[str, str]) -> None:
    request = urllib.request.Request(
        address, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=5):
        pass


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _stop(processes: list[subprocess.Popen[str]]) -> None:
    """Stop the bot first, so that it does not see its messengers go."""
    for process in reversed(processes):
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
