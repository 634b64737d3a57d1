"""A person in tests: speaks, presses and sees over the strict sandbox, and the bot answers before she goes on.

Everything is the product's own: feeds, dispatcher, speech, delivery, ticks; only the polling loop is replaced by
taking each batch to its end, so that a test needs no waiting.
"""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import aiohttp

from bot.app import Application, build_application
from bot.settings import Settings
from bot.worker import Worker
from sandbox.arrivals import Window
from sandbox.serve import started
from sandbox.telegram.state import TelegramState
from sandbox.vk.api import CALLS_A_SECOND
from sandbox.vk.state import CommunityState
from sandbox.world import World
from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import migrate

MONDAY = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)
"""A working Monday, 10:00 in Moscow."""

MANY_BATCHES = 50

UNHURRIED = 10_000
"""Calls a second in tests that are not about limits, so that nobody waits for them."""


class TestClock:
    """The bot's clock in tests: it shows what the sandbox's clock shows."""

    __test__ = False

    def __init__(self, world: World) -> None:
        self.world = world

    def now(self) -> datetime:
        return self.world.clock.now


@dataclass
class Person:
    """Somebody with an account in one messenger."""

    town: "Town"
    platform: str
    id: int
    name: str
    answer: list[dict[str, Any]] = field(default_factory=list)

    async def says(self, text: str) -> "Person":
        return await self._does("say", {"text": text})

    async def presses(self, label: str, message: int | None = None) -> "Person":
        """Press the newest button whose label is, or begins with, ``label``; or the one in an older ``message``."""
        labels = await self.buttons()
        exact = label if label in labels else next((each for each in labels if each.startswith(label)), label)
        body = {"label": exact} if message is None else {"label": exact, "message": message}
        return await self._does("press", body)

    async def opens(self, link: str) -> "Person":
        return await self._does("open", {"link": link})

    async def blocks(self) -> None:
        await self._does("block", {})

    async def allows(self) -> None:
        await self._does("allow", {})

    async def sends(self, name: str, content: bytes, media_type: str = "application/octet-stream") -> "Person":
        form = aiohttp.FormData()
        form.add_field("file", content, filename=name, content_type=media_type)
        return await self._does("upload", form)

    async def chat(self) -> list[dict[str, Any]]:
        answer: list[dict[str, Any]] = await self.town.get(f"/sandbox/{self.platform}/{self.id}/chat")
        return answer

    async def buttons(self) -> list[str]:
        """Labels under all messages, the newest message's first."""
        chat = await self.chat()
        return [label for message in reversed(chat) for row in message["buttons"] for label in row]

    async def offered(self) -> list[str]:
        """Labels under the newest message of the bot."""
        message = next((each for each in reversed(await self.chat()) if each["from"] == "bot"), None)
        return [label for row in message["buttons"] for label in row] if message else []

    async def reads(self) -> list[dict[str, Any]]:
        """What came from the bot without her having acted, since she last acted or read."""
        chat = [message for message in await self.chat() if message["from"] == "bot"]
        new = [message for message in chat if message["id"] not in self._seen]
        self._seen |= {message["id"] for message in chat}
        return new

    def sees(self) -> str:
        """The text of the bot's answer to what she did last."""
        return "\n".join(message["text"] for message in self.answer)

    def files(self) -> list[dict[str, str]]:
        return [file for message in self.answer for file in message["files"]]

    async def downloads(self, number: int = 0) -> bytes:
        async with self.town.http.get(self.town.base + self.files()[number]["url"]) as response:
            return await response.read()

    @property
    def _seen(self) -> set[Any]:
        return self.town.seen.setdefault((self.platform, self.id), set())

    @_seen.setter
    def _seen(self, value: set[Any]) -> None:
        self.town.seen[self.platform, self.id] = value

    async def _does(self, act: str, body: Any) -> "Person":
        before = {message["id"]: message for message in await self.chat()}
        path = f"/sandbox/{self.platform}/{self.id}/{act}"
        await self.town.post(path, body)
        await self.town.bot_answers(self.platform)
        chat = [message for message in await self.chat() if message["from"] == "bot"]
        self.answer = [message for message in chat if before.get(message["id"]) != message]
        self._seen |= {message["id"] for message in chat}
        return self


@dataclass
class Town:
    """The sandbox's world with the bot in it."""

    world: World
    base: str
    http: aiohttp.ClientSession
    application: Application
    database: Database
    positions: dict[str, str] = field(default_factory=dict)
    seen: dict[tuple[str, int], set[Any]] = field(default_factory=dict)

    async def person(self, name: str, platform: str) -> Person:
        answer = await self.post("/sandbox/people", {"platform": platform, "name": name})
        return Person(self, platform, answer["id"], name)

    async def get(self, path: str) -> Any:
        async with self.http.get(self.base + path) as response:
            response.raise_for_status()
            return await response.json()

    async def post(self, path: str, body: Any) -> Any:
        given = {"data": body} if isinstance(body, aiohttp.FormData) else {"json": body}
        async with self.http.post(self.base + path, **given) as response:
            answer = await response.json()
            if response.status >= 400:
                raise AssertionError(f"{path}: {response.status} {answer}")
            return answer

    async def bot_answers(self, platform: str) -> None:
        """Take everything that stands in this messenger's feed to its end."""
        feed, handle = self.application.feeds[platform], self.application.handling[platform]
        for _ in range(MANY_BATCHES):
            if not self.waits(platform):
                return
            batch, position = await feed.batch(self.positions.get(platform))
            for arrived in batch:
                await handle(arrived)
            self.positions[platform] = position
        raise AssertionError("the feed does not end")

    def waits(self, platform: str) -> bool:
        """Whether an event stands in the feed behind our position."""
        position = self.positions.get(platform)
        if platform == "vk":
            return self.world.part("vk", CommunityState).feed.last > int(position or 0)
        updates = self.world.part("telegram", TelegramState).updates
        return any(update["update_id"] >= int(position or 0) for update in updates)

    async def turn(self, to: datetime | None = None, **delta: int) -> int:
        """Walk the clock, stopping at each instant at which something is due; how many messages were shown."""
        target = to or self.world.clock.now + timedelta(**delta)
        shown = 0
        while True:
            following, sent = await self.application.ticks.catch_up(self.world.clock.now)
            shown += sent
            if following is not None and following <= self.world.clock.now and sent:
                continue
            if self.world.clock.now >= target:
                return shown
            self.set_clock(min(following or target, target))

    async def jump(self, **delta: int) -> int:
        """Leap, as after a time in which the machine was off."""
        self.set_clock(self.world.clock.now + timedelta(**delta))
        _, sent = await self.application.ticks.catch_up(self.world.clock.now)
        return sent

    def set_clock(self, instant: datetime) -> None:
        self.world.clock.now = max(instant, self.world.clock.now)

    async def curator_code(self) -> str:
        async with self.database.begin() as storage:
            return await storage.codes.make("organisation", timedelta(hours=72), self.world.clock.now)


@asynccontextmanager
async def town_of(
    folder: Path, *, url: str = "", template: Path | None = None, now: datetime = MONDAY
) -> AsyncIterator[Town]:
    """A running sandbox with the bot beside it, on SQLite in ``folder`` or on the database of ``url``.

    ``template`` is a migrated empty SQLite file, which saves the migration.
    """
    world = World(now)
    with (
        patch.dict(CALLS_A_SECOND, dict.fromkeys(CALLS_A_SECOND, UNHURRIED)),
        patch("sandbox.telegram.state.Window", lambda _limit, seconds: Window(UNHURRIED, seconds)),
    ):
        runner = await started(world)
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    info = {platform: messenger.info() for platform, messenger in world.messengers.items()}
    if template is not None:
        shutil.copy(template, folder / "test.db")
    settings = Settings(
        _env_file=None,
        telegram_token=info["telegram"]["token"],
        telegram_api=base,
        vk_token=info["vk"]["token"],
        vk_group_id=int(info["vk"]["group_id"]),
        vk_api=base,
        database_url=url or f"sqlite+aiosqlite:///{folder / 'test.db'}",
        key=Cipher.make_key(),
    )
    database = Database.open(settings.url, Cipher(settings.key))
    await migrate(database.engine)
    application = await build_application(settings, database, TestClock(world), Worker(processes=1), UNHURRIED)
    try:
        async with aiohttp.ClientSession() as http:
            town = Town(world, base, http, application, database)
            for platform, feed in application.feeds.items():
                town.positions[platform] = (await feed.batch(None))[1] if platform == "vk" else ""
            with patch("bot.pace.CHAT_RESTS", 0.0):
                yield town
    finally:
        for router in application.dispatcher.sub_routers:
            router._parent_router = None  # aiogram gives a router to one dispatcher a process; tests make many
        await application.close()
        await runner.cleanup()
