"""Handling one event of a feed to its end: tries, setting aside, and replies that did not get through."""

import asyncio
import logging
import traceback
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import Update

from bot.clock import Clock
from bot.polling import Arrived
from bot.speech import GaveUp, keyboard
from bot.unit_of_work import sender_id
from bot.vk.sending import sending
from domain.notices import News
from handlers.callbacks import Go
from handlers.screen import button
from locales import Texts
from storage.database import Database
from storage.storage import Storage

log = logging.getLogger(__name__)

TRIES = 3
PAUSE_SECONDS = 0.5
ADMINISTRATORS_PAUSE = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Handling:
    """Hands the events of one bot's feed to the dispatcher; its call never raises."""

    bot: Bot
    platform: str
    dispatcher: Dispatcher
    database: Database
    clock: Clock
    texts: Texts

    async def __call__(self, arrived: Arrived) -> None:
        if arrived.update is None:
            await self._keep_silent(arrived)
            return
        for _ in range(TRIES):
            if await self._tried(arrived, arrived.update):
                return
            await asyncio.sleep(PAUSE_SECONDS)

    async def _tried(self, arrived: Arrived, update: Update) -> bool:
        """One try; true when the update needs no other one."""
        try:
            await self._feed(arrived, update)
        except Exception as error:  # whatever it was, others must go on
            log.error("update %s failed: %s", arrived.key, where(error))
            if await self._failed(arrived) < TRIES:
                return False
            await self._set_aside(arrived, update)
        return True

    async def _feed(self, arrived: Arrived, update: Update) -> None:
        try:
            with sending(arrived.key, plain_buttons=arrived.plain_buttons):
                await self.dispatcher.feed_update(self.bot, update, update_key=arrived.key, as_start=arrived.as_start)
        except TelegramForbiddenError:
            await self._unreachable(update)
        except GaveUp:
            await self._show_later(arrived, update)

    async def _keep_silent(self, arrived: Arrived) -> None:
        """An administrator has answered by hand: the bot keeps out of this dialogue for a day."""
        now = self.clock.now()

        async def keep(storage: Storage) -> None:
            account = await storage.people.account(self.platform, arrived.person, now)
            account.silent_until = now + ADMINISTRATORS_PAUSE

        await self.database.run(keep)

    async def _failed(self, arrived: Arrived) -> int:
        now = self.clock.now()
        return await self.database.run(lambda storage: storage.updates.fail(self.platform, arrived.key, now))

    async def _set_aside(self, arrived: Arrived, update: Update) -> None:
        """Give the update up, with one sentence to the person."""
        now = self.clock.now()
        await self.database.run(lambda storage: storage.updates.take(self.platform, arrived.key, now))
        sender = sender_id(update)
        if sender is None:
            return
        try:
            with sending(f"{arrived.key}:aside", plain_buttons=arrived.plain_buttons):
                home = keyboard([[button(self.texts("home"), Go(to="home"))]])
                await self.bot.send_message(sender, self.texts("set-aside"), reply_markup=home)
        except TelegramAPIError:
            log.warning("update %s: the apology did not get through", arrived.key)

    async def _unreachable(self, update: Update) -> None:
        async def mark(storage: Storage) -> None:
            account = await storage.people.account(self.platform, sender_id(update) or 0, self.clock.now())
            account.reachable = False

        await self.database.run(mark)

    async def _show_later(self, arrived: Arrived, update: Update) -> None:
        """The reply did not get through in time: the person is shown the current screen when it can be."""
        now = self.clock.now()

        async def note(storage: Storage) -> None:
            account = await storage.people.account(self.platform, sender_id(update) or 0, now)
            if account.person_id is not None:
                key = f"screen:{self.platform}:{arrived.key}"
                await storage.notices.add(account.person_id, News.CURRENT_SCREEN, key, now, now)

        await self.database.run(note)


def where(error: BaseException) -> str:
    """The kind of an error and the place that raised it, without its text, which may hold what a person wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
