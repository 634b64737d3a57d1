"""Figure ``deliver``: 2,000 notices due at once, half in Telegram and half in VK, at 50 ms a call.

How much of what 30 and 20 messages a second allow is used, and whether a limit is ever exceeded: the stand-in notes
when each call arrives, and here any sliding second is counted, apart from what the bot knows of limits.
"""

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bench.crowd import settle
from bench.databases import sqlite
from bench.figure import line
from bench.processes import NoAnswer, Process, Server, bot_settings, running, server
from domain.notices import News
from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import migrate

NOTICES = 2000
LATENCY = 0.05
LIMITS = {"telegram": 30, "vk": 20}
PATIENCE_SECONDS = 150
GOAL = {"ratio": 0.95, "rejected": 0}


def measure() -> str:
    key = Cipher.make_key()
    with sqlite() as url, server(LATENCY) as messengers:
        asyncio.run(fill(url, key))
        with running(["bot", "run"], bot_settings(messengers.address, url, key, vk=True)) as process:
            arrivals = delivered(messengers, process)
    return report(arrivals)


async def fill(url: str, key: str) -> None:
    """Everybody is to be shown the question that she is at: a notice that may go at any hour."""
    now = datetime.now(UTC)
    database = Database.open(url, Cipher(key))
    await migrate(database.engine)
    people = await settle(database, list(LIMITS) * (NOTICES // len(LIMITS)))
    async with database.begin() as storage:
        for person in people:
            await storage.notices.add(person.person_id, News.CURRENT_SCREEN, f"bench:{person.person_id}", now, now)
    await database.close()


def delivered(messengers: Server, process: Process) -> dict[str, list[float]]:
    """When each message arrived, once there are as many as notices."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        arrivals: dict[str, Any] = messengers.arrivals()
        if sum(map(len, arrivals.values())) >= NOTICES:
            return arrivals
        time.sleep(1)
    raise NoAnswer(f"not all notices arrived in {PATIENCE_SECONDS} s")


def report(arrivals: dict[str, list[float]]) -> str:
    shares = {platform: share(arrivals[platform], limit) for platform, limit in LIMITS.items()}
    busiest = {platform: in_busiest_second(moments) for platform, moments in arrivals.items()}
    rejected = sum(over(arrivals[platform], limit) for platform, limit in LIMITS.items())
    seconds = max(moments[-1] for moments in arrivals.values()) - min(moments[0] for moments in arrivals.values())
    return line(
        "deliver",
        round(seconds, 1),
        f"s for {NOTICES} notices",
        round(min(shares.values()), 3),
        shares={platform: round(value, 3) for platform, value in shares.items()},
        busiest_second=busiest,
        rejected=rejected,
        latency_ms=LATENCY * 1000,
        goal=GOAL,
    )


def share(moments: Sequence[float], limit: int) -> float:
    """Messages as a share of those that the limit allows from the first to a second after the last."""
    return len(moments) / (limit * (moments[-1] - moments[0] + 1))


def in_busiest_second(moments: Sequence[float]) -> int:
    """The most arrivals that any sliding second holds."""
    first, most = 0, 0
    for last, moment in enumerate(moments):
        while moments[first] <= moment - 1:
            first += 1
        most = max(most, last - first + 1)
    return most


def over(moments: Sequence[float], limit: int) -> int:
    """How many calls the messenger would have rejected: those that come when a second is full of admitted ones."""
    admitted: list[float] = []
    for moment in moments:
        if len(admitted) < limit or admitted[-limit] <= moment - 1:
            admitted.append(moment)
    return len(moments) - len(admitted)
