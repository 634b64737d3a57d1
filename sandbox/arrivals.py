"""Limits that count arrivals in a sliding window, and a count of all calls."""

import math
import time
from collections import Counter, deque


class Window:
    """At most `limit` admitted arrivals a key in any `seconds` of real time.

    A rejected arrival does not count, so a client that waits `retry_after` is admitted.
    """

    def __init__(self, limit: int, seconds: float) -> None:
        self.limit, self.seconds = limit, seconds
        self._admitted: dict[object, deque[float]] = {}

    def retry_after(self, key: object, at: float | None = None) -> int:
        """Whole seconds until the key has room again, 0 when it has room now."""
        at = time.monotonic() if at is None else at
        arrivals = self._admitted.setdefault(key, deque())
        while arrivals and arrivals[0] <= at - self.seconds:
            arrivals.popleft()
        if len(arrivals) < self.limit:
            return 0
        return max(1, math.ceil(arrivals[0] + self.seconds - at))

    def admit(self, key: object, at: float | None = None) -> None:
        self._admitted.setdefault(key, deque()).append(time.monotonic() if at is None else at)


class Calls:
    """How many calls of each method were answered with each code, by platform."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, int]] = Counter()

    def note(self, platform: str, method: str, code: int) -> None:
        self._counts[platform, method, code] += 1

    @property
    def total(self) -> int:
        return self._counts.total()

    def view(self) -> list[dict[str, str | int]]:
        return [
            {"platform": platform, "method": method, "code": code, "count": count}
            for (platform, method, code), count in sorted(self._counts.items())
        ]
