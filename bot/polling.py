"""Our own polling of both messengers: a position moves only when everything before it was handled.

Updates of one person are handled in order, different people in parallel within a bound. While somebody's update
takes long, the feed is asked again from the same position, so that others go on; what is known already is left out.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from aiogram.types import Update

from storage.database import Database

log = logging.getLogger(__name__)

PARALLEL = 100
GRACE_SECONDS = 0.3
FEED_PAUSE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Arrived:
    """One event of a feed; ``key`` is the same when the messenger repeats it, ``person`` is whose turn it waits for.

    ``as_start`` is the same message taken as the opening of an invitation, for an account that is not known yet.
    ``plain_buttons``: the person's client cannot show buttons that are pressed in place.
    ``update`` is None for an administrator's own reply to the person.
    """

    key: str
    person: int
    update: Update | None
    as_start: Update | None = None
    plain_buttons: bool = False


class FeedBroken(Exception):
    """The messenger did not answer; the feed is asked again after a pause."""


class Feed(Protocol):
    """Where one messenger's updates come from."""

    platform: str

    async def batch(self, position: str | None) -> tuple[Sequence[Arrived], str]:
        """Wait for updates after ``position``: they, and the position behind them; raises ``FeedBroken``."""

    async def close(self) -> None:
        """Close the feed's own connections."""


class Polling:
    """Reads one feed and gives each update to ``handle``, which must not raise."""

    def __init__(self, feed: Feed, database: Database, handle: Callable[[Arrived], Awaitable[None]]) -> None:
        self.feed = feed
        self.database = database
        self.handle = handle
        self._running: dict[str, asyncio.Task[None]] = {}
        self._finished: set[str] = set()
        self._last_of: dict[int, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(PARALLEL)

    async def run(self, stopping: asyncio.Event) -> None:
        """Poll until ``stopping``; then wait for the updates that are being handled."""
        position = await self.database.run(lambda storage: storage.updates.position(self.feed.platform))
        async with asyncio.TaskGroup() as tasks:
            while not stopping.is_set():
                fetched = await self._fetch(position, stopping)
                if fetched is not None:
                    position = await self._take(tasks, *fetched, position)

    async def _fetch(self, position: str | None, stopping: asyncio.Event) -> tuple[Sequence[Arrived], str] | None:
        fetching = asyncio.ensure_future(self.feed.batch(position))
        stop = asyncio.ensure_future(stopping.wait())
        await asyncio.wait({fetching, stop}, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if not fetching.done():
            fetching.cancel()
            await asyncio.gather(fetching, return_exceptions=True)
            return None
        try:
            return fetching.result()
        except FeedBroken as error:
            log.warning("feed of %s: %s", self.feed.platform, error)
        except Exception as error:  # an event like none before must not end the service of the other messenger
            log.error("feed of %s cannot be read: %s", self.feed.platform, type(error).__name__)
        await asyncio.sleep(FEED_PAUSE_SECONDS)
        return None

    async def _take(
        self, tasks: asyncio.TaskGroup, batch: Sequence[Arrived], following: str, position: str | None
    ) -> str | None:
        """Start what is new in the batch; the following position when all of it is done, else the old one."""
        for arrived in batch:
            if arrived.key not in self._running and arrived.key not in self._finished:
                self._start(tasks, arrived)
        pending = [self._running[arrived.key] for arrived in batch if arrived.key in self._running]
        if pending:
            _, pending_set = await asyncio.wait(pending, timeout=GRACE_SECONDS)
            if pending_set:
                return position
        if following != position:
            await self.database.run(lambda storage: storage.updates.move(self.feed.platform, following))
        self._finished.clear()
        return following

    def _start(self, tasks: asyncio.TaskGroup, arrived: Arrived) -> None:
        task = tasks.create_task(self._handle(arrived, self._last_of.get(arrived.person)))
        self._running[arrived.key] = self._last_of[arrived.person] = task

    async def _handle(self, arrived: Arrived, before: asyncio.Task[None] | None) -> None:
        """Handle the update once the person's one before it is done."""
        if before is not None:
            await asyncio.wait({before})
        async with self._places:
            await self.handle(arrived)
        self._finished.add(arrived.key)
        if self._last_of[arrived.person] is self._running.pop(arrived.key):
            del self._last_of[arrived.person]
