"""``make contracts``: the whole loop through the recorder; exit code 1 when a call, an answer or the log is wrong."""

import os
import sys
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from tests.contracts.loop import play
from tests.contracts.recorder import FOLDER, Recorder
from tests.processes import running

NOW = datetime(2026, 9, 7, 7, 0, tzinfo=UTC)


def main() -> int:
    folder = os.environ.get(FOLDER)
    if not folder:
        print(f"Пропущено: {FOLDER} не указывает папку с описаниями API.")
        return 0
    with tempfile.TemporaryDirectory(prefix="nastavnik-") as scratch, ExitStack() as stack:
        recorder = Recorder(Path(folder), Path(scratch) / "calls.jsonl", stack)
        log = Path(scratch) / "bot.log"
        with running(
            Path(scratch), NOW, between=recorder.between, module="tests.contracts.verbose", errors=log
        ) as stand:
            for platform in ("telegram", "vk"):
                play(stand, platform)
            settings = stand.settings
        stack.close()
        problems = recorder.summary()
        leaks = recorder.leaks(log, settings)
        print(f"Проблем в вызовах и ответах: {problems}")
        return 1 if problems or leaks else 0


if __name__ == "__main__":
    sys.exit(main())
