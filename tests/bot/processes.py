"""Processes of the product in tests: started with settings of their own, killed at any moment."""

import os
import selectors
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parent.parent.parent
START_SECONDS = 60


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Ours without an operator's settings, with these; no file with settings is read."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("NASTAVNIK_")}
    return plain | dict(settings) | {"NASTAVNIK_ENV_FILE": ""}


def finished(settings: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command that ends by itself."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env=environment(settings),
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
        check=False,
    )


class Process:
    """A command that serves until it is stopped; ended at the end of the block, whatever happened."""

    def __init__(self, settings: Mapping[str, str], *arguments: str) -> None:
        self.settings, self.arguments = settings, arguments
        self.lines: list[str] = []

    def __enter__(self) -> "Process":
        self.popen = subprocess.Popen(
            [sys.executable, "-m", *self.arguments],
            cwd=ROOT,
            env=environment(self.settings),
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        if self.popen.stdout is not None:
            self.popen.stdout.close()

    def says(self, words: str) -> str:
        """Wait until a line of the output begins with ``words``; the line."""
        assert self.popen.stdout is not None
        deadline = time.monotonic() + START_SECONDS
        with selectors.DefaultSelector() as selector:
            selector.register(self.popen.stdout, selectors.EVENT_READ)
            while time.monotonic() < deadline and selector.select(deadline - time.monotonic()):
                line = self.popen.stdout.readline()
                self.lines.append(line)
                if line.startswith(words):
                    return line
                if not line:
                    break
        raise AssertionError(f"{self.arguments} said {self.lines} and not {words!r}")

    def stop(self) -> int:
        """Ask it to stop, as an operator does; its exit code."""
        self.popen.terminate()
        return self.popen.wait(START_SECONDS)

    def kill(self) -> None:
        """End it at once."""
        self.popen.kill()
        self.popen.wait()
