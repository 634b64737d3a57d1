"""Telegram's limits kept before the call: 30 messages a second a bot, and one a second to a chat unasked."""

import asyncio
import heapq
import itertools
import time
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, SendDocument, SendMessage, SendPhoto, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.vk.limiter import MARGIN, Priority
from bot.vk.sending import current_sending

MESSAGES_PER_SECOND = 30
CHATS_REMEMBERED = 10_000


class Pace:
    """Lets at most ``limit`` calls arrive in any sliding second; replies overtake bulk.

    A call holds its place until a second after the latest moment at which it may have arrived: its end, less the
    way back of the quickest call seen.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._queue: list[tuple[Priority, int]] = []
        self._tickets = itertools.count()
        self._under_way = 0
        self._ended = 0
        self._held_until: list[float] = []
        self._quickest = float("inf")
        self._changed = asyncio.Condition()

    @asynccontextmanager
    async def place(self, priority: Priority) -> AsyncIterator[None]:
        turn = (priority, next(self._tickets))
        async with self._changed:
            await self._queue_up(turn)
            self._under_way += 1
            self._changed.notify_all()
        started = time.monotonic()
        try:
            yield
        finally:
            async with self._changed:
                self._leave(started)
                self._changed.notify_all()

    async def _queue_up(self, turn: tuple[Priority, int]) -> None:
        heapq.heappush(self._queue, turn)
        try:
            while not self._is_free(turn):
                await self._wait(turn)
        finally:  # also when the call is cancelled: those behind it must not wait for it
            self._queue.remove(turn)
            heapq.heapify(self._queue)
            self._changed.notify_all()

    def _is_free(self, turn: tuple[Priority, int]) -> bool:
        while self._held_until and self._held_until[0] <= time.monotonic():
            heapq.heappop(self._held_until)
        return self._queue[0] == turn and self._under_way + len(self._held_until) < self.limit

    async def _wait(self, turn: tuple[Priority, int]) -> None:
        if self._queue[0] != turn or not self._held_until:
            await self._changed.wait()
            return
        pause = max(self._held_until[0] - time.monotonic(), 0.0)
        try:
            async with asyncio.timeout(pause):
                await self._changed.wait()
        except TimeoutError:
            return

    def _leave(self, started: float) -> None:
        ended = time.monotonic()
        self._ended += 1
        self._quickest = min(self._quickest, ended - started)
        # The first calls have to connect: none of them need be a measure of the later ones.
        way_back = self._quickest / 2 if self._ended > self.limit else 0.0
        heapq.heappush(self._held_until, ended - way_back + 1.0 + MARGIN)
        self._under_way -= 1


class TelegramPace(BaseRequestMiddleware):
    """The session's middleware that makes messages wait for their place."""

    def __init__(self) -> None:
        self._pace = Pace(MESSAGES_PER_SECOND)
        self._spoken: OrderedDict[int | str, float] = OrderedDict()

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        if not isinstance(method, SendMessage | SendDocument | SendPhoto):
            return await make_request(bot, method)
        priority = current_sending().priority
        if priority is Priority.BULK:
            await self._chat_rests(method.chat_id)
        async with self._pace.place(priority):
            self._spoken[method.chat_id] = time.monotonic()
            self._spoken.move_to_end(method.chat_id)
            if len(self._spoken) > CHATS_REMEMBERED:
                self._spoken.popitem(last=False)
            return await make_request(bot, method)

    async def _chat_rests(self, chat_id: int | str) -> None:
        """A second since the last message to this chat, so that unasked ones never crowd it."""
        rest = self._spoken.get(chat_id, 0.0) + 1.0 - time.monotonic()
        if rest > 0:
            await asyncio.sleep(rest)
