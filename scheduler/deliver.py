"""The tick that delivers notices: claims what may go now, hands it to ``send``, records what came of it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from scheduler.claim import BATCH, claim
from storage.database import Database
from storage.storage import Storage
from storage.unreachable import tell_curators

log = logging.getLogger(__name__)

IN_FLIGHT = 75
"""Messages of one messenger: more than it takes in two seconds, and few enough to stop soon."""
MOST_TRIES = 8
FIRST_PAUSE = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Done:
    """The message was shown on this account."""

    account_id: int


@dataclass(frozen=True, slots=True)
class Later:
    """The messenger asks to come again after so long, in real time."""

    after: timedelta


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What the notice says is no longer true."""


@dataclass(frozen=True, slots=True)
class Failed:
    """No account of the person can be reached."""

    problem: str


@dataclass(frozen=True, slots=True)
class Broken:
    """Our own mistake: the message could not be made or sent; ``kind`` is the error's, without its text."""

    kind: str


Outcome = Done | Later | Withdrawn | Failed
Send = Callable[[int], Awaitable[Outcome]]


async def deliver(database: Database, now: datetime, send: Send, stopping: asyncio.Event | None = None) -> int:
    """Deliver everything that may go at ``now``; how many messages were shown.

    Each messenger has its own flow, so that a slow one keeps nobody waiting in another.
    Once ``stopping`` is set nothing more is claimed, and what is under way comes to its end.
    """
    platforms = ["", *await database.run(lambda storage: storage.people.platforms())]
    flows = (_deliver_on(platform, database, now, send, stopping) for platform in platforms)
    return sum(await asyncio.gather(*flows))


async def _deliver_on(
    platform: str, database: Database, now: datetime, send: Send, stopping: asyncio.Event | None
) -> int:
    """Deliver to everybody who prefers this messenger; how many messages were shown."""
    shown = 0
    running: set[asyncio.Task[bool]] = set()
    while True:
        has_room = len(running) <= IN_FLIGHT - BATCH and not (stopping and stopping.is_set())
        leads = await claim(database, now, platform) if has_room else []
        running |= {asyncio.ensure_future(_deliver_one(database, lead, now, send)) for lead in leads}
        if not running:
            return shown
        done, running = await asyncio.wait(running, timeout=0 if leads else None, return_when=asyncio.FIRST_COMPLETED)
        shown += sum(task.result() for task in done)


async def _deliver_one(database: Database, lead_id: int, now: datetime, send: Send) -> bool:
    outcome = await _sent(lead_id, send)
    await database.run(lambda storage: _record(storage, lead_id, outcome, now))
    return isinstance(outcome, Done)


async def _sent(lead_id: int, send: Send) -> Outcome | Broken:
    try:
        return await send(lead_id)
    except Exception as error:  # whatever it was, others must go on
        log.error("notice %s failed: %s", lead_id, type(error).__name__)
        return Broken(type(error).__name__)


async def _record(storage: Storage, lead_id: int, outcome: Outcome | Broken, now: datetime) -> None:
    match outcome:
        case Done(account_id):
            await storage.notices.close(lead_id, "done", now, account_id, "")
            await storage.people.forget_freed(account_id)
        case Later(after):
            await storage.notices.put_off(lead_id, datetime.now(UTC) + after)
        case Withdrawn():
            await storage.notices.close(lead_id, "withdrawn", now, None, "")
            await _give_the_day_back(storage, lead_id)
        case Broken(kind):
            await _try_again_or_give_up(storage, lead_id, kind, now)
        case Failed(problem):
            await storage.notices.close(lead_id, "failed", now, None, problem)
            await _tell_curators(storage, lead_id, now)


async def _give_the_day_back(storage: Storage, lead_id: int) -> None:
    """Nothing was said, so the bot may still speak first to this person today."""
    notice = await storage.notices.get(lead_id)
    (await storage.people.get(notice.person_id)).unasked_at = None


async def _try_again_or_give_up(storage: Storage, lead_id: int, kind: str, now: datetime) -> None:
    """Our mistakes are tried again after ever longer pauses, about ten minutes in all."""
    notice = await storage.notices.get(lead_id)
    if notice.attempts >= MOST_TRIES:
        await storage.notices.close(lead_id, "failed", now, None, kind)
    else:
        await storage.notices.put_off(lead_id, datetime.now(UTC) + FIRST_PAUSE * 2 ** (notice.attempts - 1))


async def _tell_curators(storage: Storage, lead_id: int, now: datetime) -> None:
    notice = await storage.notices.get(lead_id)
    if notice.organisation_id is not None:
        await tell_curators(storage, notice.person_id, notice.organisation_id, now)
