"""Showing screens in a messenger: sends, edits the pressed message, draws and sends papers, retries for a while."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    Update,
)

from bot.vk.sending import sending
from bot.worker import Worker, WorkerFailed
from documents.paper import Paper
from handlers.screen import Button, Screen
from locales import Texts

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 30.0
SLOW_SECONDS = 2.0
PAUSES = (0.5, 1, 2, 4, 8, 16)

UNCHANGED = "message is not modified"


class GaveUp(Exception):
    """A reply did not get through in time; the person is shown the current screen later."""


class Speech:
    """Answers updates. Each message of an answer has an identity, so that VK shows a repeated one once."""

    def __init__(self, worker: Worker, texts: Texts) -> None:
        self.worker = worker
        self.texts = texts

    async def answer(self, bot: Bot, event: Update, key: str, screens: Sequence[Screen]) -> None:
        """Answer an update: acknowledge a press and meanwhile show the screens, the first in its message's place."""
        query = event.callback_query
        if query is None:
            await self._show_all(bot, event.message, key, screens)
        elif query.message is not None:
            acknowledging = asyncio.ensure_future(self._acknowledge(query, bot))
            try:
                await self._show_all(bot, query.message, key, screens, pressed=True)
            finally:
                await acknowledging

    async def _show_all(
        self,
        bot: Bot,
        message: Message | InaccessibleMessage | None,
        key: str,
        screens: Sequence[Screen],
        *,
        pressed: bool = False,
    ) -> None:
        """Show the screens in the message's chat; what was pressed there is replaced where it still can be."""
        if message is None:
            return
        place = message if pressed and isinstance(message, Message) else None
        for number, screen in enumerate(screens):
            await self.show(bot, message.chat.id, screen, f"{key}:{number}", place if number == 0 else None)

    async def show(self, bot: Bot, chat_id: int, screen: Screen, key: str, instead_of: Message | None = None) -> None:
        """Show one screen; raises ``GaveUp`` after 30 s, ``TelegramForbiddenError`` when the person blocked us."""
        for number, paper in enumerate(screen.papers):
            await self._send_paper(bot, chat_id, paper, f"{key}:paper:{number}")
        markup = keyboard(screen.rows)
        in_place = not (screen.papers or screen.fresh or screen.standing)
        if in_place and instead_of and await self._edit(bot, chat_id, instead_of.message_id, screen.text, markup):
            return
        below = standing_keyboard(screen.standing) or markup
        await self._persist(key, lambda: bot.send_message(chat_id, screen.text, reply_markup=below))

    async def _acknowledge(self, query: CallbackQuery, bot: Bot) -> None:
        """Stop the button's spinner; a press that is too old for it is answered by the screen all the same."""
        try:
            await bot.answer_callback_query(query.id)
        except (TelegramBadRequest, TelegramNetworkError, TelegramRetryAfter, TelegramServerError):
            log.info("press not acknowledged")

    async def _edit(
        self, bot: Bot, chat_id: int, message_id: int, text: str, markup: InlineKeyboardMarkup | None
    ) -> bool:
        """Put the screen in place of a message; false when the messenger refuses that."""
        try:
            await self._persist(
                "",
                lambda: bot.edit_message_text(text, chat_id=chat_id, message_id=message_id, reply_markup=markup),
            )
        except TelegramBadRequest as error:
            return UNCHANGED in error.message
        return True

    async def _send_paper(self, bot: Bot, chat_id: int, paper: Paper, key: str) -> None:
        drawing = asyncio.ensure_future(self.worker.draw(paper))
        done, _ = await asyncio.wait({drawing}, timeout=SLOW_SECONDS)
        if not done:
            await self._persist(f"{key}:soon", lambda: bot.send_message(chat_id, self.texts("paper-soon")))
        try:
            drawn = await drawing
        except WorkerFailed:
            await self._persist(f"{key}:no", lambda: bot.send_message(chat_id, self.texts("paper-failed")))
            return
        file = BufferedInputFile(drawn.content, drawn.name)
        send = bot.send_photo if drawn.media_type.startswith("image/") else bot.send_document
        await self._persist(key, lambda: send(chat_id, file))

    async def _persist(self, key: str, call: Callable[[], Awaitable[Any]]) -> Any:
        """Make a call, again after passing failures, at most for ``PATIENCE_SECONDS``."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        for pause in PAUSES:
            try:
                with sending(key or None):
                    return await call()
            except TelegramRetryAfter as error:
                wait = max(pause, error.retry_after)
            except (TelegramNetworkError, TelegramServerError):
                wait = pause
            if time.monotonic() + wait > deadline:
                break
            await asyncio.sleep(wait)
        raise GaveUp(key)


def keyboard(rows: Sequence[Sequence[Button]]) -> InlineKeyboardMarkup | None:
    """A screen's buttons as the messengers take them."""
    if not rows:
        return None
    return InlineKeyboardMarkup(inline_keyboard=[[_inline(button) for button in row] for row in rows])


def standing_keyboard(words: Sequence[str]) -> ReplyKeyboardMarkup | None:
    """Buttons under the text box; a press says their word."""
    if not words:
        return None
    row = [KeyboardButton(text=word) for word in words]
    return ReplyKeyboardMarkup(keyboard=[row], resize_keyboard=True, is_persistent=True)


def _inline(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(text=button.label, url=button.url)
    return InlineKeyboardButton(text=button.label, callback_data=button.data)
