"""The clock of business dates: the real one, or a sandbox's that somebody turns."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Protocol

import aiohttp

POLL_SECONDS = 25
RETRY_SECONDS = 0.5


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware UTC."""


class RealClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class SandboxClock:
    """Follows a sandbox's clock: at each new instant it runs what is due there and reports what comes next."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.generation = 0
        self._now = datetime.now(UTC)

    def now(self) -> datetime:
        return self._now

    async def start(self) -> None:
        """Learn the present moment once."""
        async with aiohttp.ClientSession() as http, http.get(self.address) as answer:
            self._take(await answer.json())

    async def follow(self, catch_up: Callable[[], Awaitable[tuple[datetime | None, int]]]) -> None:
        """For ever: wait for a turn of the clock, call ``catch_up`` and report its ``(next instant, sent)``."""
        timeout = aiohttp.ClientTimeout(total=POLL_SECONDS + 10)
        async with aiohttp.ClientSession(timeout=timeout) as http:
            while True:
                try:
                    await self._turn(http, catch_up)
                except (aiohttp.ClientError, TimeoutError):
                    await asyncio.sleep(RETRY_SECONDS)

    async def _turn(
        self, http: aiohttp.ClientSession, catch_up: Callable[[], Awaitable[tuple[datetime | None, int]]]
    ) -> None:
        async with http.get(self.address, params={"generation": str(self.generation)}) as answer:
            body = await answer.json()
        if body["generation"] <= self.generation:
            return
        self._take(body)
        following, sent = await catch_up()
        report = {
            "generation": self.generation,
            "next": following.isoformat() if following else None,
            "sent": sent,
        }
        async with http.post(f"{self.address}/report", json=report) as answer:
            answer.raise_for_status()

    def _take(self, body: dict[str, object]) -> None:
        self._now = datetime.fromisoformat(str(body["now"])).astimezone(UTC)
        self.generation = int(str(body.get("generation", self.generation)))
