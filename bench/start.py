"""Figure ``start``: from the start of the process to its first answer, its memory then, and the quick commands."""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.crowd import settle, updates
from bench.databases import sqlite
from bench.figure import line
from bench.processes import HOME, bot_settings, resident_mb, running, server
from bench.roadmaps import tabbed
from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import migrate

TIMES = 3
ROWS = 30
PATIENCE_SECONDS = 30
DUE = ("due", "до 15 марта 2022 г.", "--from", "2022-01-01", "--to", "2022-12-31")
GOAL = {"seconds": 4, "rss_mb": 260, "due_s": 1, "roadmap_s": 1}


def measure() -> str:
    answers = [first_answer() for _ in range(TIMES)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "roadmap.tsv"
        file.write_text(tabbed(ROWS), encoding="utf-8")
        due, roadmap = fastest(DUE), fastest(("roadmap", str(file), "--json"))
    seconds = min(seconds for seconds, _ in answers)
    bare = min(timed([sys.executable, "-c", "import aiogram, sqlalchemy, aiosqlite"]) for _ in range(TIMES))
    return line(
        "start",
        round(seconds, 2),
        "s to the first answer",
        round(seconds / bare, 2),
        libraries_s=round(bare, 2),
        rss_mb=min((size for _, size in answers if size), default=None),
        due_s=round(due, 2),
        roadmap_s=round(roadmap, 2),
        goal=GOAL,
    )


def first_answer() -> tuple[float, int | None]:
    """Seconds from the process's start to its first answer, and its memory then."""
    key = Cipher.make_key()
    with sqlite() as url, server() as messengers:
        messengers.offer(asyncio.run(waiting(url, key)))
        started = time.perf_counter()
        with running(["bot", "run"], bot_settings(messengers.address, url, key)) as process:
            messengers.wait_for(1, PATIENCE_SECONDS, process)
            return time.perf_counter() - started, resident_mb(process)


async def waiting(url: str, key: str) -> list[dict[str, object]]:
    """An update that came while the bot was down."""
    database = Database.open(url, Cipher(key))
    await migrate(database.engine)
    people = await settle(database, ["telegram"])
    await database.close()
    return updates(people)[:1]


def fastest(arguments: Sequence[str]) -> float:
    return min(timed([sys.executable, "-m", "bot", *arguments]) for _ in range(TIMES))


def timed(command: Sequence[str]) -> float:
    """Seconds that a command takes, from its start to its end."""
    started = time.perf_counter()
    subprocess.run(command, cwd=HOME, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started
