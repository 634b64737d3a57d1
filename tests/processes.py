"""The product as it is run: the sandbox and the bot as two processes, seen from outside over HTTP."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import requests

from bot.demo import curator_code, demo_settings
from bot.process import READY

HOME = Path(__file__).parent.parent
STOP_SECONDS = 15
PATIENCE_SECONDS = 30
WALK_SECONDS = 300
PAUSE_SECONDS = 0.004
STILL_SECONDS = 0.02

Process = subprocess.Popen[str]
Between = Callable[[str, Mapping[str, str]], Mapping[str, str]]
"""Takes the sandbox's address and the bot's settings; settings that put something between the two."""


class NoAnswer(AssertionError):
    """A process ended, or the bot did not take an event in time."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The position in a messenger's events, and the number of the last event that was taken."""

    position: str | None
    taken: int

    def is_beyond(self, before: "Progress") -> bool:
        return self.taken > before.taken and self.position != before.position


class Stand:
    """A sandbox with the bot beside it: the control interface, and when the bot has handled what people did."""

    def __init__(self, page: str, settings: Mapping[str, str], bot: Process) -> None:
        self.page, self.settings, self.bot = page, settings, bot
        self.http = requests.Session()
        self.http.trust_env = False

    @property
    def database(self) -> Path:
        return Path(self.settings["NASTAVNIK_DATA"]) / "nastavnik.db"

    def get(self, path: str) -> Any:
        return self._answer(self.http.get(self.page + path, timeout=PATIENCE_SECONDS), path)

    def post(self, path: str, body: Mapping[str, Any] | None = None, *, file: tuple[str, bytes] | None = None) -> Any:
        files = {"file": file} if file is not None else None
        answer = self.http.post(self.page + path, json=body, files=files, timeout=WALK_SECONDS)
        return self._answer(answer, path)

    def download(self, path: str) -> bytes:
        answer = self.http.get(self.page + path, timeout=PATIENCE_SECONDS)
        answer.raise_for_status()
        return answer.content

    def _answer(self, response: requests.Response, path: str) -> Any:
        if response.status_code >= 400:
            raise AssertionError(f"{path}: {response.status_code} {response.text[:500]}")
        return response.json()

    def now(self) -> datetime:
        return datetime.fromisoformat(self.get("/sandbox/clock")["now"])

    def turn(self, to: datetime, *, jump: bool = False) -> int:
        """Walk the business clock, or leap; how many messages the bot has sent on the way."""
        sent: int = self.post("/sandbox/clock", {"now": to.isoformat(), "jump": jump})["sent"]
        return sent

    def code(self) -> str:
        """A curator's one-time code."""
        return curator_code(self.settings)

    def rows(self, query: str, values: Mapping[str, object] | None = None) -> list[sqlite3.Row]:
        """Read the bot's database file, as it is now."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(query, values or {}).fetchall()

    def progress(self, platform: str) -> Progress:
        """How far the bot is with the messenger's events, once that stands still.

        VK tells a bot of its own messages too, so that the position moves on for a moment after each answer.
        """
        progress = self._progress(platform)
        while platform == "vk" and time.sleep(STILL_SECONDS) is None and progress != self._progress(platform):
            progress = self._progress(platform)
        return progress

    def _progress(self, platform: str) -> Progress:
        query = (
            "SELECT (SELECT value FROM position WHERE platform = :platform), "
            "(SELECT coalesce(max(id), 0) FROM processed_update WHERE platform = :platform)"
        )
        return Progress(*self.rows(query, {"platform": platform})[0])

    def wait_until_handled(self, platform: str, before: Progress) -> None:
        """Wait until another event has been taken and the position has moved on, which it does after the answer."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self._progress(platform).is_beyond(before):
            if self.bot.poll() is not None:
                raise NoAnswer("the bot has ended")
            if time.monotonic() > deadline:
                raise NoAnswer(f"the bot has handled nothing of {platform} for {PATIENCE_SECONDS} s")
            time.sleep(PAUSE_SECONDS)


@contextmanager
def running(
    folder: Path, now: datetime, *, between: Between | None = None, module: str = "bot", errors: Path | None = None
) -> Iterator[Stand]:
    """A fresh sandbox whose clock shows ``now``, and the bot with a database of its own in ``folder``.

    ``module`` is run in place of ``bot``; what it writes to its log goes to ``errors``.
    """
    with process(["bot", "sandbox", "--port", "0", "--now", now.isoformat()]) as sandbox:
        page = line_with(sandbox, "Песочница: ").removeprefix("Песочница: ").rstrip("/")
        info = requests.get(f"{page}/sandbox/info", timeout=PATIENCE_SECONDS).json()
        settings = demo_settings(page, info, folder)
        if between is not None:
            settings = {**settings, **between(page, settings)}
        with process([module, "run"], settings, errors=errors) as bot:
            line_with(bot, READY)
            stand = Stand(page, settings, bot)
            try:
                yield stand
            finally:
                stand.http.close()


@contextmanager
def process(
    module: Sequence[str], settings: Mapping[str, str] | None = None, *, errors: Path | None = None
) -> Iterator[Process]:
    """A Python module as a process of its own, without an operator's settings; it is stopped in the end."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("NASTAVNIK_")}
    environment = plain | dict(settings or {}) | {"NASTAVNIK_ENV_FILE": ""}
    with errors.open("w", encoding="utf-8") if errors else nothing() as log:
        command = [sys.executable, "-m", *module]
        started = subprocess.Popen(command, env=environment, cwd=HOME, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            yield started
        finally:
            stop(started)


@contextmanager
def nothing() -> Iterator[None]:
    yield None


def stop(started: Process) -> None:
    started.terminate()
    try:
        started.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        started.kill()
        started.wait()
    if started.stdout is not None:
        started.stdout.close()


def line_with(started: Process, beginning: str) -> str:
    """The first line of output that begins so."""
    assert started.stdout is not None
    for line in started.stdout:
        if line.startswith(beginning):
            return line.strip()
    raise NoAnswer(f"{started.args} ended before it said «{beginning}»")
