"""The conversation without a messenger: any press, words or file of anybody, tried and then taken back.

What stands behind each update is the product's own; only what is shown is heard here instead of being sent, and every
transaction ends in a rollback, so that thousands of tries begin in the same set-up.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any, cast

from aiogram import Bot
from aiogram.types import CallbackQuery, Chat, Document, Message, Update, User
from sqlalchemy import event, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.app import build_dispatcher
from bot.incoming import Reception
from bot.speech import Speech
from bot.unit_of_work import UnitOfWork
from handlers.screen import Screen
from handlers.visit import Addresses, Incoming
from locales import Texts
from storage.cipher import Cipher
from storage.database import Database
from storage.models import Account
from storage.storage import Storage
from tests.storage.stock import NOW

OF_THE_BOT = {"processed_update", "account"}
"""What every update touches: that it came, and what the chat waits for."""

ADDRESSES = Addresses({"telegram": "https://t.me/bot?start={}", "vk": "https://vk.me/club1?ref={}"})
NOTHING: Mapping[str, Any] = {}
numbers = count(1)


@dataclass(frozen=True, slots=True)
class Told:
    """What the bot answered, and the tables that it would have written to."""

    text: str
    labels: tuple[str, ...]
    papers: str
    written: frozenset[str]

    def says(self, word: str) -> bool:
        return any(word in each for each in (self.text, *self.labels, self.papers))


class Rehearsed(Database):
    """A database whose transactions all end in a rollback; knows which tables the last one wrote to."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher) -> None:
        super().__init__(engine, cipher)
        self.waits_for: tuple[int, str, dict[str, Any]] | None = None
        self.written: set[str] = set()
        event.listen(engine.sync_engine, "before_cursor_execute", self._note)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Storage]:
        async with self._sessions() as session, session.begin() as transaction:
            storage = Storage(session, self.cipher)
            if self.waits_for is not None:
                number, asked, about = self.waits_for
                waiting = update(Account).where(Account.external_id == number)
                await session.execute(waiting.values(asked=asked, asked_about=about))
            self.written = set()
            yield storage
            await session.flush()
            await transaction.rollback()

    def _note(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        words = statement.split(maxsplit=3)
        if words[0] in {"INSERT", "DELETE"}:
            self.written.add(words[2].strip('"'))
        elif words[0] == "UPDATE":
            self.written.add(words[1].strip('"'))


class Clock:
    def now(self) -> datetime:
        return NOW


@dataclass
class Listening:
    """Stands for the messengers: hands over the file that came, and hears what is shown."""

    came: Incoming | None = None
    shown: Sequence[Screen] = field(default_factory=list)

    async def receive(self, _bot: Bot, _event: Update) -> Incoming | None:
        return self.came

    async def answer(self, _bot: Bot, _event: Update, _key: str, screens: Sequence[Screen]) -> None:
        self.shown = screens


class Stage:
    """One dispatcher with all conversations over a database in which nothing stays."""

    def __init__(self, database: Rehearsed) -> None:
        self.database = database
        self.ears = Listening()
        self.texts = Texts.load("ru")
        reception, speech = cast(Reception, self.ears), cast(Speech, self.ears)
        self.dispatcher = build_dispatcher(UnitOfWork(database, Clock(), self.texts, ADDRESSES, reception, speech))
        self.bot = Bot("1:stage")

    async def press(self, account: int, data: str, asked: str = "", about: Mapping[str, Any] = NOTHING) -> Told:
        """A press of a button that this person may never have been shown, while the chat waits for ``asked``."""
        self.database.waits_for = (account, asked, dict(about))
        query = CallbackQuery(
            id="1", from_user=someone(account), chat_instance="1", data=data, message=message(account, text="…")
        )
        return await self._feed(Update(update_id=next(numbers), callback_query=query))

    async def say(
        self, account: int, text: str, asked: str = "", about: Mapping[str, Any] = NOTHING, *, file: str = ""
    ) -> Told:
        """Words, or a ``file`` of that name, while the chat waits for ``asked``."""
        self.database.waits_for = (account, asked, dict(about))
        document = Document(file_id="1", file_unique_id="1", file_name=file) if file else None
        self.ears.came = Incoming(file, "text/plain", text.encode()) if file else None
        said = message(account, document=document) if file else message(account, text=text)
        return await self._feed(Update(update_id=next(numbers), message=said))

    async def _feed(self, update: Update) -> Told:
        self.ears.shown = []
        try:
            await self.dispatcher.feed_update(self.bot, update, update_key=f"t{update.update_id}", as_start=None)
        finally:
            self.database.waits_for = self.ears.came = None
        return told(self.ears.shown, self.database.written - OF_THE_BOT)

    def close(self) -> None:
        for router in self.dispatcher.sub_routers:
            router._parent_router = None  # aiogram gives a router to one dispatcher a process; tests make many


def someone(account: int) -> User:
    return User(id=account, is_bot=False, first_name="Кто-то")


def message(account: int, **what: Any) -> Message:
    return Message(message_id=1, date=NOW, chat=Chat(id=account, type="private"), from_user=someone(account), **what)


def told(screens: Sequence[Screen], written: set[str]) -> Told:
    labels = tuple(button.label for screen in screens for row in screen.rows for button in row)
    papers = " ".join(str(each.papers) for each in screens)
    return Told("\n".join(each.text for each in screens), labels, papers, frozenset(written))
