"""The business clock: it stands still until it is turned, and it turns together with the bot.

Every turn has a number, the *generation*. An attached bot long-polls for a new generation, sets its own
clock, does everything that is due and reports that generation with the next instant at which something is due.
A walk goes from one such instant to the next, so that nothing happens later than it was due; it never sleeps.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sandbox.bell import Bell

ATTACHED_FOR = 2.0  # real seconds after its last poll or report in which a bot still counts as attached
PATIENCE = 30.0  # real seconds in which a bot must report or at least call a method
FRUITLESS = 20  # reports in a row that something is due now while nothing was sent


class Backwards(Exception):
    """The clock was asked to go back."""


class BotSilent(Exception):
    """The bot took a turn of the clock and did not finish it."""


def working_morning(today: datetime | None = None) -> datetime:
    """07:00 UTC today, or on the next Monday when today is a Saturday or a Sunday."""
    day = (today or datetime.now(UTC)).replace(hour=7, minute=0, second=0, microsecond=0)
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= 5 else day


class Clock:
    """`turned` is told each new instant; `activity` is a number that grows while the bot works."""

    def __init__(self, now: datetime, turned: Callable[[datetime], None], activity: Callable[[], int]) -> None:
        self.now = now
        self.generation = 1
        self._turned, self._activity = turned, activity
        self._bell = Bell()
        self._walking = asyncio.Lock()
        self._polls = 0
        self._taken = self._reported = 0
        self._next: datetime | None = None
        self._sent = 0
        self._contact = float("-inf")

    async def poll(self, generation: int, seconds: float) -> None:
        """Wait until the clock was turned after `generation`, at most `seconds` of real time.

        A generation that this clock never had is answered at once: the bot knows it from an earlier sandbox.
        """
        self._polls += 1
        try:
            await self._bell.until(lambda: self.generation != generation, seconds)
        finally:
            self._polls -= 1
            self._contact = time.monotonic()
        self._taken = max(self._taken, self.generation)

    def report(self, generation: int, due: datetime | None, sent: int) -> None:
        """The bot has done all that was due in `generation`; the last report wins."""
        self._contact = time.monotonic()
        self._reported, self._next, self._sent = generation, due, sent
        self._bell.ring()

    @property
    def attached(self) -> bool:
        """A bot waits for a turn, or spoke a moment ago, or is still busy with a turn that it took."""
        silent = time.monotonic() - self._contact
        busy = self._taken > self._reported and silent < PATIENCE
        return self._polls > 0 or busy or silent < ATTACHED_FOR

    async def turn(self, target: datetime, jump: bool = False) -> int:
        """Walk (or jump) to `target`; how many messages the bot says it sent on the way.

        Raises Backwards and BotSilent.
        """
        async with self._walking:
            if target < self.now:
                raise Backwards
            if not self.attached:
                self._set(target)
                return 0
            return await self._drive(target, target if jump else self.now)

    async def _drive(self, target: datetime, instant: datetime) -> int:
        """Go from `instant` to `target` by what the bot reports; a walk's first step asks what is due by now."""
        total = fruitless = 0
        while True:
            self._set(instant)
            sent, due = await self._finished()
            total += sent
            stuck = due is not None and due <= self.now and sent == 0
            fruitless = fruitless + 1 if stuck else 0
            if fruitless >= FRUITLESS:
                raise BotSilent("the bot keeps reporting something due now and sends nothing")
            if self.now == target and (due is None or due > target):
                return total
            instant = target if due is None else max(self.now, min(due, target))

    def _set(self, instant: datetime) -> None:
        self.generation += 1
        if instant != self.now:
            self.now = instant
            self._turned(instant)
        self._bell.ring()

    async def _finished(self) -> tuple[int, datetime | None]:
        """Wait for the report of this generation: messages sent, next due instant."""
        seen = self._activity()
        while not await self._bell.until(lambda: self._reported == self.generation, PATIENCE):
            if self._activity() == seen:
                raise BotSilent(f"the bot did not report within {PATIENCE:g} seconds")
            seen = self._activity()
        return self._sent, self._next
