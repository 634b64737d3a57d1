"""A bell: whoever waits for a condition looks again each time it rings."""

import asyncio
from collections.abc import Callable


class Bell:
    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.waiting = 0  # how many wait for a condition now

    def ring(self) -> None:
        event, self._event = self._event, asyncio.Event()
        event.set()

    async def next_ring(self) -> None:
        await self._event.wait()

    async def until(self, met: Callable[[], bool], seconds: float) -> bool:
        """Wait until `met()` is true after a ring, at most `seconds` of real time; whether it is true now."""
        self.waiting += 1
        try:
            async with asyncio.timeout(seconds):
                while not met():
                    await self._event.wait()
        except TimeoutError:
            pass
        finally:
            self.waiting -= 1
        return met()
