"""One update = one transaction: before it files are fetched and read, inside it the handler runs, after it we speak.

Nothing awaits a messenger, a file or a process while the transaction is open. An update that was handled before is
not applied again; a transaction that lost a race is run again from its beginning, which is possible only because
handlers do not speak.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import TelegramObject, Update

from bot.clock import Clock
from bot.incoming import Reception
from bot.speech import Speech
from bot.vk.session import VkSession
from handlers.home import current
from handlers.screen import KEEP, Screen
from handlers.visit import Addresses, Incoming, Visit
from locales import Texts
from storage.database import Conflict, Database
from storage.storage import Storage

TRIES = 3

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


def platform_of(bot: Bot) -> str:
    """``telegram`` or ``vk``, by the session that serves the bot."""
    return "vk" if isinstance(bot.session, VkSession) else "telegram"


class UnitOfWork(BaseMiddleware):
    """The outer middleware of all updates; the caller passes each update's ``update_key``."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        texts: Texts,
        addresses: Addresses,
        reception: Reception,
        speech: Speech,
    ) -> None:
        self.database = database
        self.clock = clock
        self.texts = texts
        self.addresses = addresses
        self.reception = reception
        self.speech = speech

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if not isinstance(event, Update):
            raise TypeError(f"not an update: {type(event).__name__}")
        bot: Bot = data["bot"]
        incoming = await self.reception.receive(bot, event)
        screens = await self._decide(handler, event, data, incoming)
        await self.speech.answer(bot, event, data["update_key"], screens)
        return screens

    async def _decide(
        self, handler: Handler, event: Update, data: dict[str, Any], incoming: Incoming | None
    ) -> list[Screen]:
        for attempt in range(1, TRIES + 1):
            try:
                async with self.database.begin() as storage:
                    return await self._handle(handler, event, data, storage, incoming)
            except Conflict:
                if attempt == TRIES:
                    raise
        raise AssertionError("unreachable")

    async def _handle(
        self, handler: Handler, event: Update, data: dict[str, Any], storage: Storage, incoming: Incoming | None
    ) -> list[Screen]:
        now = self.clock.now()
        platform, sender = platform_of(data["bot"]), sender_id(event)
        is_new = await storage.updates.take(platform, data["update_key"], now)
        if sender is None:
            return []
        account = await storage.people.account(platform, sender, now)
        visit = Visit(storage, now, self.texts, self.addresses, account.person, account, incoming)
        if not is_new:
            return [await current(visit)] if account.person else []
        if account.silent_until and account.silent_until > now and event.message is not None:
            return []
        if event.my_chat_member is None and not account.reachable:
            account.reachable = True
        is_stranger = account.person is None and account.invitation_id is None
        taken = data["as_start"] if is_stranger and data.get("as_start") else event
        taken, keeps = unwrapped(taken)
        screens = as_screens(await handler(taken, {**data, "visit": visit}))
        return [replace(screen, fresh=True) for screen in screens] if keeps else screens


def sender_id(event: Update) -> int | None:
    """Who in the messenger acted; None for what nobody sent."""
    inner = event.event
    sender = getattr(inner, "from_user", None)
    return sender.id if sender is not None else None


def unwrapped(event: Update) -> tuple[Update, bool]:
    """The event without the mark of a button whose message has to stay; whether there was one."""
    query = event.callback_query
    if query is None or query.data is None or not query.data.startswith(KEEP):
        return event, False
    plain = query.model_copy(update={"data": query.data.removeprefix(KEEP)})
    return event.model_copy(update={"callback_query": plain}), True


def as_screens(result: object) -> list[Screen]:
    """What a handler returned, as a list; anything but screens is a mistake in the handler."""
    if isinstance(result, Screen):
        return [result]
    if isinstance(result, list) and all(isinstance(each, Screen) for each in result):
        return result
    if result is None:
        return []
    raise TypeError(f"a handler returned {type(result).__name__}, not a screen")
