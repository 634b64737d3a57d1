"""The recorder that stands between the bot and the sandbox and checks every call against published descriptions."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.processes import Process, line_with, stop

FOLDER = "NASTAVNIK_TEST_CONTRACTS"
"""Names the folder with the descriptions, the recorder and the checker."""

FAILED = 500
ADDRESSES = ("NASTAVNIK_TELEGRAM_API", "NASTAVNIK_VK_API")


@dataclass(frozen=True, slots=True)
class Recorder:
    folder: Path
    calls: Path
    """One JSON line a call."""
    running: ExitStack

    def between(self, page: str, settings: Mapping[str, str]) -> Mapping[str, str]:
        """Start it before the sandbox at ``page``; the addresses that lead the bot through it."""
        upstream = ["--tg-upstream", page, "--vk-upstream", page]
        options = ["--check-answers", "--rewrite-urls", "--vk-group-token-env", "NASTAVNIK_VK_TOKEN"]
        process = self._start(["--port", "0", "--out", str(self.calls), *upstream, *options], settings)
        address = line_with(process, "recorder on ").split()[2]
        return dict.fromkeys(ADDRESSES, address)

    def _start(self, arguments: list[str], settings: Mapping[str, str]) -> Process:
        command = [sys.executable, str(self.folder / "recorder.py"), *arguments]
        environment = {**os.environ, "NASTAVNIK_VK_TOKEN": settings["NASTAVNIK_VK_TOKEN"]}
        started = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        self.running.callback(stop, started)
        return started

    def summary(self) -> int:
        """Print the table of calls; how many calls or answers had a problem, failures on request left aside."""
        subprocess.run([sys.executable, str(self.folder / "recorder.py"), "--summary", str(self.calls)], check=False)
        records = [json.loads(line) for line in self.calls.read_text("utf-8").splitlines()]
        wrong = [record for record in records if record.get("answer_problems") and record["status"] < FAILED]
        for record in wrong:
            print(f"ответ на {record['platform']} {record['method']}: {record['answer_problems']}")
        return len(wrong) + sum(bool(record["problems"]) for record in records)

    def leaks(self, log: Path, settings: Mapping[str, str]) -> int:
        """Look for tokens in the bot's log; not 0 when there are any."""
        secrets = {name: value for name, value in settings.items() if name.endswith("_TOKEN")}
        command = [sys.executable, str(self.folder / "contracts.py"), "scan-logs", str(log)]
        return subprocess.run(command, env={**os.environ, **secrets}, check=False).returncode
