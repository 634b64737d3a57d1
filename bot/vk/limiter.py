"""VK's limit of calls a second, kept as VK counts it: at the arrival."""

import heapq
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum

MARGIN = 0.005  # seconds; the server's clock ticks aside from ours


class Priority(IntEnum):
    """Who goes first when calls have to wait."""

    REPLY = 0
    BULK = 1


class Limiter:
    """Lets at most `calls` calls arrive within any sliding `seconds`; for many threads.

    When a call arrives is not known here, only that it is between its start and its end. So a call holds
    its place from its start until a period after its end, less the time that the quickest call took from
    start to end: whatever part of that is the way there, the next call has it still before it.
    """

    def __init__(self, calls: int, seconds: float = 1.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._calls = calls
        self._seconds = seconds + MARGIN
        self._clock = clock
        self._changed = threading.Condition()
        self._tickets = itertools.count()
        self._queue: list[tuple[Priority, int]] = []
        self._under_way = 0
        self._held_until: list[float] = []
        self._quickest = float("inf")
        self._ended = 0

    @contextmanager
    def call(self, priority: Priority) -> Iterator[None]:
        """Wait for a place, then hold it for the call made inside. Replies overtake bulk."""
        self._enter(priority)
        started = self._clock()
        try:
            yield
        finally:
            self._leave(started)

    def _enter(self, priority: Priority) -> None:
        turn = (priority, next(self._tickets))
        with self._changed:
            heapq.heappush(self._queue, turn)
            while not self._is_free(turn):
                self._changed.wait(self._next_release(turn))
            heapq.heappop(self._queue)
            self._under_way += 1
            self._changed.notify_all()

    def _leave(self, started: float) -> None:
        with self._changed:
            ended = self._clock()
            self._ended += 1
            self._quickest = min(self._quickest, ended - started)
            # The first calls have to connect: none of them need be a measure of the later ones.
            head_start = self._quickest if self._ended > self._calls else 0.0
            heapq.heappush(self._held_until, ended - head_start + self._seconds)
            self._under_way -= 1
            self._changed.notify_all()

    def _is_free(self, turn: tuple[Priority, int]) -> bool:
        while self._held_until and self._held_until[0] <= self._clock():
            heapq.heappop(self._held_until)
        return self._queue[0] == turn and self._under_way + len(self._held_until) < self._calls

    def _next_release(self, turn: tuple[Priority, int]) -> float | None:
        """Seconds until a place is free for this turn; None: when another thread says so."""
        if self._queue[0] != turn or not self._held_until:
            return None
        return max(self._held_until[0] - self._clock(), 0.0)
