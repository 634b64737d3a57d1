"""Showing a notice: the one place that renders it, chooses the account and maps the messengers' errors."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)

from bot.clock import Clock
from bot.speech import Speech, keyboard
from bot.vk.limiter import Priority
from bot.vk.sending import sending
from handlers.notices import render
from handlers.screen import Screen
from handlers.visit import Addresses, Scene
from locales import Texts
from scheduler.deliver import Done, Failed, Later, Outcome, Withdrawn
from storage.database import Conflict, Database
from storage.storage import Storage

log = logging.getLogger(__name__)

PAUSE = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Addressee:
    """One account that may be written to."""

    account_id: int
    platform: str
    external_id: int


@dataclass(frozen=True, slots=True)
class Message:
    """A notice made ready: the screen, the accounts in the person's order, the id of the sending."""

    screen: Screen
    addressees: tuple[Addressee, ...]
    random_id: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """Sends notices through the bots that are served; ``bots`` by platform."""

    bots: Mapping[str, Bot]
    database: Database
    clock: Clock
    texts: Texts
    addresses: Addresses
    speech: Speech

    async def __call__(self, lead_id: int) -> Outcome:
        """Show the message that this notice leads, with all that it carries."""
        try:
            message = await self.database.run(lambda storage: self._prepare(storage, lead_id))
        except Conflict:
            return Later(PAUSE)
        if message is None:
            return Withdrawn()
        for addressee in message.addressees:
            try:
                await self._show(addressee, message)
            except TelegramRetryAfter as error:
                return Later(timedelta(seconds=error.retry_after))
            except (TelegramForbiddenError, TelegramBadRequest) as error:
                log.warning("account %s: %s", addressee.account_id, type(error).__name__)
                await self._give_up(addressee, error)
            except TelegramAPIError:
                return Later(PAUSE)
            else:
                return Done(addressee.account_id)
        return Failed("unreachable")

    async def _prepare(self, storage: Storage, lead_id: int) -> Message | None:
        """Render the notice as things are now; None when there is nothing true left to say."""
        lead = await storage.notices.get(lead_id)
        notices = [lead, *await storage.notices.followers(lead_id)]
        person = await storage.people.get(lead.person_id)
        scene = Scene(storage, self.clock.now(), self.texts, self.addresses, person)
        screen = await render(scene, notices)
        if screen is None:
            return None
        accounts = await storage.people.accounts(lead.person_id) or await storage.people.freed(lead.account_id)
        if not accounts:  # somebody without a messenger, to whom the curator speaks
            return None
        addressees = tuple(
            Addressee(account.id, account.platform, account.external_id)
            for account in accounts
            if account.reachable and account.platform in self.bots
        )
        return Message(screen, addressees, lead.random_id)

    async def _show(self, addressee: Addressee, message: Message) -> None:
        bot = self.bots[addressee.platform]
        markup = keyboard(message.screen.rows)
        with sending(message.random_id, priority=Priority.BULK):
            await bot.send_message(addressee.external_id, message.screen.text, reply_markup=markup)

    async def _give_up(self, addressee: Addressee, error: TelegramAPIError) -> None:
        """Remember that this account cannot be written to, until the person writes there again."""
        if isinstance(error, TelegramForbiddenError):
            await self.database.run(lambda storage: storage.people.mark_unreachable(addressee.account_id))
