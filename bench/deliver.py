"""Figure ``deliver``: 2,000 notices due at once, half in Telegram and half in VK, at 50 ms a call.

How much of what 30 and 20 messages a second allow is used, and whether a limit is ever exceeded: the stand-in notes
when each call arrives, and here any sliding second is counted, apart from what the bot knows of limits.
"""

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, datetime

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
SENDING = ("sendMessage", "messages.send")
LIMITS = {"telegram": 30, "vk": 20}
PATIENCE_SECONDS = 150
GOAL = {"ratio": 0.95, "rejected": 0}

Arrivals = dict[str, list[tuple[float, str]]]


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


def delivered(messengers: Server, process: Process) -> Arrivals:
    """What arrived, once there are as many messages as notices."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        arrivals: Arrivals = messengers.arrivals()
        if sum(len(messages(calls)) for calls in arrivals.values()) >= NOTICES:
            return arrivals
        time.sleep(1)
    raise NoAnswer(f"not all notices arrived in {PATIENCE_SECONDS} s")


def messages(calls: Sequence[tuple[float, str]]) -> list[float]:
    """The moments of the messages among all calls."""
    return [moment for moment, method in calls if method in SENDING]


def report(arrivals: Arrivals) -> str:
    shown = {platform: messages(calls) for platform, calls in arrivals.items()}
    counted = {platform: [moment for moment, _ in calls] for platform, calls in arrivals.items()}
    shares = {platform: round(share(shown[platform], limit), 3) for platform, limit in LIMITS.items()}
    return line(
        "deliver",
        round(max(map(max, shown.values())) - min(map(min, shown.values())), 1),
        f"s for {NOTICES} notices",
        min(shares.values()),
        shares=shares,
        busiest_second={platform: in_busiest_second(moments) for platform, moments in counted.items()},
        rejected=sum(over(counted[platform], limit) for platform, limit in LIMITS.items()),
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
