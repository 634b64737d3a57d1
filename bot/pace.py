"""Telegram's limits kept before the call: 30 messages a second a bot, and one a second to a chat unasked."""

import asyncio
import heapq
import itertools
import time
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, SendDocument, SendMessage, SendPhoto, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.vk.limiter import MARGIN, Priority
from bot.vk.sending import current_sending

MESSAGES_PER_SECOND = 30
CHAT_RESTS = 1.0
"""Seconds between two unasked messages to one chat."""

CHATS_REMEMBERED = 10_000


class Pace:
    """Lets at most ``limit`` calls arrive in any sliding second; replies overtake bulk.

    When a call arrives is not known here, only that it is between its start and its end. So it holds its place until
    a second after its end, less the time of the quickest call seen: whatever part of that is the way there, the next
    call has it still before it.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._queue: list[tuple[Priority, int, asyncio.Future[None]]] = []
        self._tickets = itertools.count()
        self._under_way = 0
        self._ended = 0
        self._held_until: list[float] = []
        self._quickest = float("inf")
        self._alarm: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def place(self, priority: Priority) -> AsyncIterator[None]:
        """Wait for a place, then hold it for the call made inside."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._queue, (priority, next(self._tickets), turn))
        self._admit()
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self._under_way -= 1
                self._admit()
            raise
        started = time.monotonic()
        try:
            yield
        finally:
            self._leave(started)
            self._admit()

    def _admit(self) -> None:
        """Give the free places to those whose turn it is, and wake up when the next place will be free."""
        now = time.monotonic()
        while self._held_until and self._held_until[0] <= now:
            heapq.heappop(self._held_until)
        while self._queue and self._under_way + len(self._held_until) < self.limit:
            *_, turn = heapq.heappop(self._queue)
            if not turn.done():
                turn.set_result(None)
                self._under_way += 1
        if self._queue and self._held_until and self._alarm is None:
            self._alarm = asyncio.get_running_loop().call_later(self._held_until[0] - now, self._wake)

    def _wake(self) -> None:
        self._alarm = None
        self._admit()

    def _leave(self, started: float) -> None:
        ended = time.monotonic()
        self._ended += 1
        self._quickest = min(self._quickest, ended - started)
        # The first calls have to connect: none of them need be a measure of the later ones.
        head_start = self._quickest if self._ended > self.limit else 0.0
        heapq.heappush(self._held_until, ended - head_start + 1.0 + MARGIN)
        self._under_way -= 1


class TelegramPace(BaseRequestMiddleware):
    """The session's middleware that makes messages wait for their place."""

    def __init__(self) -> None:
        self._pace = Pace(MESSAGES_PER_SECOND)
        self._spoken: OrderedDict[int | str, float] = OrderedDict()

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        chat_id = chat_of(method)
        if chat_id is None:
            return await make_request(bot, method)
        priority = current_sending().priority
        if priority is Priority.BULK:
            await self._chat_rests(chat_id)
        async with self._pace.place(priority):
            self._spoken[chat_id] = time.monotonic()
            self._spoken.move_to_end(chat_id)
            if len(self._spoken) > CHATS_REMEMBERED:
                self._spoken.popitem(last=False)
            return await make_request(bot, method)

    async def _chat_rests(self, chat_id: int | str) -> None:
        """Unasked messages never crowd a chat."""
        rest = self._spoken.get(chat_id, 0.0) + CHAT_RESTS - time.monotonic()
        if rest > 0:
            await asyncio.sleep(rest)


def chat_of(method: TelegramMethod[Any]) -> int | str | None:
    """The chat that a message goes to; None for methods that send none and so count against no limit."""
    return method.chat_id if isinstance(method, SendMessage | SendDocument | SendPhoto) else None
