"""A person and a community in the sandbox's strict stand-in of VK."""

import mimetypes
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.vk.api import VkClient
from bot.vk.events import AdministratorReplied, Incoming, translate
from bot.vk.longpoll import LongPoll


@dataclass
class Sandbox:
    """The stand-in, a bot connected to it, and what a person there can do."""

    url: str
    http: aiohttp.ClientSession
    bot: Bot
    client: VkClient
    poll: LongPoll
    info: dict[str, Any]
    position: str | None = None

    async def person(self, started: bool = True) -> int:
        answer = await self._post("/sandbox/people", {"platform": "vk", "name": "Анна Петровна"})
        if started:
            await self.act(answer["id"], "say", text="Начать")
            self.position = (await self.poll.fetch(self.position)).position
        return answer["id"]

    async def act(self, person: int, act: str, **body: Any) -> Any:
        return await self._post(f"/sandbox/vk/{person}/{act}", body)

    async def upload(self, person: int, name: str, content: bytes) -> None:
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("file", content, filename=name, content_type=mimetypes.guess_type(name)[0])
        async with self.http.post(f"{self.url}/sandbox/vk/{person}/upload", data=form) as answer:
            answer.raise_for_status()

    async def chat(self, person: int) -> list[dict[str, Any]]:
        async with self.http.get(f"{self.url}/sandbox/vk/{person}/chat") as answer:
            return await answer.json()

    async def bots_words(self, person: int) -> list[str]:
        return [message["text"] for message in await self.chat(person) if message["from"] == "bot"]

    async def fault(self, kind: str, count: int = 1) -> None:
        await self._post("/sandbox/faults", {"platform": "vk", "kind": kind, "count": count})

    async def disturb(self, what: str) -> None:
        await self._post("/sandbox/vk/longpoll", {"do": what})

    async def refuse(self, code: int, method: str, peer: int | None = None) -> None:
        await self._post("/sandbox/vk/refusals", {"code": code, "method": method, "peer": peer})

    async def received(self) -> list[Incoming | AdministratorReplied]:
        batch = await self.poll.fetch(self.position)
        self.position = batch.position
        now = datetime.now(UTC)
        return [each for event in batch.events for each in translate(event, self.bot, now)]

    async def update(self) -> Any:
        (incoming,) = await self.received()
        return incoming.update

    async def _post(self, path: str, body: dict[str, Any]) -> Any:
        async with self.http.post(self.url + path, json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()


def keyboard(label="Да", data="yes"):
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=data)]])
