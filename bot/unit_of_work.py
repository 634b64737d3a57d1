"""One update = one transaction: before it files are fetched and read, inside it the handler runs, after it we speak.

Nothing awaits a messenger, a file or a process while the transaction is open. An update that was handled before is
not applied again; a transaction that lost a race is run again from its beginning, which is possible only because
handlers do not speak.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import TelegramObject, Update

from bot.clock import Clock
from bot.incoming import Reception
from bot.speech import Speech
from bot.vk.session import VkSession
from handlers import places, reaching
from handlers.home import current
from handlers.screen import KEEP, PLACE, Screen
from handlers.visit import Addresses, Incoming, Visit
from locales import Texts
from storage.database import Conflict, Database
from storage.models import Account
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
            account.reachable = visit.came_back = True
        link = data.get("as_start")
        taken, keeps, place = unwrapped(link if link is not None and opens(account, link, storage) else event)
        several = await places.enter(visit, place or meant_for(visit, taken))
        screens = as_screens(await handler(taken, {**data, "visit": visit}))
        if visit.came_back and visit.someone is not None:
            await reaching.welcome_back(visit)
        shown = [await places.marked(visit, screen) for screen in screens] if several else screens
        return [replace(screen, fresh=True) for screen in shown] if keeps else shown


def opens(account: Account, link: Update, storage: Storage) -> bool:
    """Whether a message with a link's mark opens it.

    VK may repeat the mark on later messages: whoever is known or has an invitation opens each link once.
    """
    text = link.message.text if link.message is not None else None
    mark = storage.cipher.hash(text or "")
    is_stranger = account.person is None and account.invitation_id is None
    is_new, account.opened = account.opened != mark, mark
    return is_stranger or is_new


def sender_id(event: Update) -> int | None:
    """Who in the messenger acted; None for what nobody sent."""
    inner = event.event
    sender = getattr(inner, "from_user", None)
    return sender.id if sender is not None else None


MARKS = re.compile(rf"(?P<keep>{re.escape(KEEP)})?(?:{PLACE}(?P<place>\d+):)?")


def unwrapped(event: Update) -> tuple[Update, bool, int | None]:
    """The event without the marks of a button: whether its message has to stay, and the organisation it is for."""
    query = event.callback_query
    marks = MARKS.match(query.data or "") if query is not None else None
    if query is None or marks is None or not marks.end():
        return event, False, None
    plain = query.model_copy(update={"data": (query.data or "")[marks.end() :]})
    place = int(marks["place"]) if marks["place"] else None
    return event.model_copy(update={"callback_query": plain}), marks["keep"] is not None, place


def meant_for(visit: Visit, event: Update) -> int | None:
    """The organisation in which this chat was asked what is now typed."""
    place = visit.account.asked_about.get("place") if visit.account.asked and event.message is not None else None
    return int(place) if place else None


def as_screens(result: object) -> list[Screen]:
    """What a handler returned, as a list; anything but screens is a mistake in the handler."""
    if isinstance(result, Screen):
        return [result]
    if isinstance(result, list) and all(isinstance(each, Screen) for each in result):
        return result
    if result is None:
        return []
    raise TypeError(f"a handler returned {type(result).__name__}, not a screen")
