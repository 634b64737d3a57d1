"""The heartbeat: which ticks there are, in which order, and how often they run.

APScheduler only beats; what is due is asked of the database, so a restart, a missed hour or a second process loses
nothing.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from scheduler.agreements import next_warning, warn_of_ends
from scheduler.chores import close_surveys, fill_calendar, forget
from scheduler.daily import Look, Looked, each_day
from scheduler.deliver import Send, deliver
from scheduler.leaving import end_duties, next_leaving
from scheduler.publish import Publish, publish
from scheduler.remind import Watch, next_reminder, remind
from scheduler.retention import next_retention, retain
from storage.database import Database
from storage.storage import Storage

log = logging.getLogger(__name__)

BEAT_SECONDS = 5
DAILY: tuple[Look, ...] = (fill_calendar, end_duties, warn_of_ends, retain)


@dataclass(frozen=True, slots=True)
class Ticks:
    """All ticks over one database; ``send`` shows a notice, ``put`` publishes a post (None without a community)."""

    database: Database
    send: Send
    put: Publish | None
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the process stops: nothing more is claimed then."""
    watch: Watch = field(default_factory=dict)
    """What beats need not look at again yet."""
    looked: Looked = field(default_factory=dict)
    """Where the day has been looked at."""
    wrote_back: set[datetime] = field(default_factory=set)
    """The hour in which the database last put its journal away."""

    async def take_over(self) -> None:
        """Go on at once with what a process that is gone had begun; call it as the only process that serves."""
        self.watch.clear()
        self.looked.clear()
        await self.database.run(lambda storage: storage.notices.release(datetime.now(UTC)))
        await self.database.run(lambda storage: storage.posts.release())

    async def run(self, now: datetime) -> int:
        """Run every tick once, in the order in which one makes work for the next; how many messages were shown."""
        await forget(self.database, now)
        await close_surveys(self.database, now)
        await each_day(self.database, now, DAILY, self.looked)
        await remind(self.database, now, self.watch)
        if self.put is not None:
            await publish(self.database, now, self.put)
        shown = await deliver(self.database, now, self.send, self.stopping)
        await self._write_back(now)
        return shown

    async def _write_back(self, now: datetime) -> None:
        """Once an hour: what was erased must not live on in a journal."""
        hour = now.replace(minute=0, second=0, microsecond=0)
        if hour not in self.wrote_back:
            self.wrote_back.clear()
            self.wrote_back.add(hour)
            await self.database.write_back()

    async def next_instant(self, now: datetime) -> datetime | None:
        """The next moment at which a tick will have something to do."""
        return await self.database.run(lambda storage: self._next_instant(storage, now))

    async def _next_instant(self, storage: Storage, now: datetime) -> datetime | None:
        moments = [
            await next_reminder(storage, now),
            await next_retention(storage, now),
            await next_leaving(storage, now),
            await next_warning(storage, now),
            await storage.notices.next_due(now),
            await storage.surveys.next_closing(),
            await storage.posts.next_due() if self.put is not None else None,
        ]
        return min((moment for moment in moments if moment is not None), default=None)

    async def catch_up(self, now: datetime) -> tuple[datetime | None, int]:
        """Do all that is due at ``now``, looked at afresh; the next instant and how many messages were shown."""
        self.watch.clear()
        self.looked.clear()
        shown = await self.run(now)
        return await self.next_instant(now), shown


def heartbeat(beat: Callable[[], Awaitable[object]]) -> AsyncIOScheduler:
    """A started scheduler that calls ``beat`` every few seconds, never twice at once."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(beat, "interval", seconds=BEAT_SECONDS, coalesce=True, max_instances=1, misfire_grace_time=None)
    scheduler.start()
    return scheduler
