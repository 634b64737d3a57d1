"""The tick that delivers notices: claims what may go now, hands it to ``send``, records what came of it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.notices import COURTESY, UNASKED_KINDS, News
from domain.people import Role
from domain.reminders import Courtesy, may_go
from storage.calendars import calendar_of
from storage.database import Database
from storage.models import Notice, Person
from storage.storage import Storage

LEASE = timedelta(minutes=3)
BATCH = 50
IN_FLIGHT = 300
"""More than both messengers take in a few seconds, so that neither waits for the other."""


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


Outcome = Done | Later | Withdrawn | Failed
Send = Callable[[int], Awaitable[Outcome]]


async def deliver(database: Database, now: datetime, send: Send) -> int:
    """Deliver everything that may go at ``now``; how many messages were shown."""
    shown = 0
    running: set[asyncio.Task[bool]] = set()
    while True:
        leads = await claim(database, now) if len(running) < IN_FLIGHT else []
        running |= {asyncio.ensure_future(_deliver_one(database, lead, now, send)) for lead in leads}
        if not running:
            return shown
        done, running = await asyncio.wait(running, timeout=0 if leads else None, return_when=asyncio.FIRST_COMPLETED)
        shown += sum(task.result() for task in done)


async def claim(database: Database, now: datetime) -> list[int]:
    """Claim some messages: ids of the notices that lead them. What may not go yet is moved to when it may."""
    real_now = datetime.now(UTC)
    async with database.begin() as storage:
        claimed: list[int] = []
        for notice in await storage.notices.due(now, real_now, BATCH):
            if notice.state != "waiting" and notice.lead_id is None:
                storage.notices.claim(notice, [], real_now + LEASE)
                claimed.append(notice.id)
            elif notice.state == "waiting" and await _may_go(storage, notice, now):
                storage.notices.claim(notice, await _companions(storage, notice, now), real_now + LEASE)
                claimed.append(notice.id)
        return claimed


async def _may_go(storage: Storage, notice: Notice, now: datetime) -> bool:
    """Whether the notice may disturb its person now; else it is put off to when it may."""
    person = await storage.people.get(notice.person_id)
    courtesy = COURTESY[notice.kind]
    earliest = may_go(
        courtesy,
        await calendar_for(storage, person, notice.organisation_id),
        now,
        last_unasked=person.unasked_at,
        muted_until=person.muted_until,
    )
    if earliest > now:
        notice.due_at = earliest
        return False
    if courtesy is Courtesy.UNASKED:
        person.unasked_at = now
    return True


async def _companions(storage: Storage, notice: Notice, now: datetime) -> list[Notice]:
    """What else the bot would say unasked to this person now: it shares the message."""
    if notice.kind not in UNASKED_KINDS:
        return []
    waiting = await storage.notices.waiting_of(notice.person_id, now, UNASKED_KINDS)
    return [other for other in waiting if other.id != notice.id]


async def calendar_for(storage: Storage, person: Person, organisation_id: int | None) -> Calendar:
    """The organisation's calendar in the person's own zone, where there is one."""
    organisation = await storage.organisations.get(organisation_id or person.organisation_id or 0)
    calendar = await calendar_of(storage, organisation)
    return calendar.in_zone(ZoneInfo(person.timezone)) if person.timezone else calendar


async def _deliver_one(database: Database, lead_id: int, now: datetime, send: Send) -> bool:
    outcome = await send(lead_id)
    async with database.begin() as storage:
        match outcome:
            case Done(account_id):
                await storage.notices.close(lead_id, "done", now, account_id, "")
            case Later(after):
                await storage.notices.put_off(lead_id, datetime.now(UTC) + after)
            case Withdrawn():
                await storage.notices.close(lead_id, "withdrawn", now, None, "")
            case Failed(problem):
                await storage.notices.close(lead_id, "failed", now, None, problem)
                await _tell_curators(storage, lead_id, now)
    return isinstance(outcome, Done)


async def _tell_curators(storage: Storage, lead_id: int, now: datetime) -> None:
    """Let the curators know whom the bot cannot reach, once a person."""
    notice = await storage.notices.get(lead_id)
    if notice.organisation_id is None:
        return
    for curator in await storage.people.members(notice.organisation_id, Role.CURATOR):
        if curator.id != notice.person_id:
            await storage.notices.add(
                curator.id,
                News.UNREACHABLE,
                f"unreachable:{notice.person_id}:{now.date()}:person:{curator.id}",
                now,
                now,
                organisation_id=notice.organisation_id,
                subject={"person": notice.person_id},
            )
