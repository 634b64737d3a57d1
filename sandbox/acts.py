"""What a person does in a messenger, over HTTP: say, press, open a link, upload, block, allow."""

import asyncio
import time
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from sandbox.views import labels, message_view
from sandbox.world import PLATFORMS, Button, Chat, Message, Messenger, Person, Refusal, World

QUIET = 0.3  # real seconds without a change after which the bot is taken to have answered
UPLOAD_LIMIT = 60 * 1024 * 1024


async def body_of(request: web.Request) -> dict[str, Any]:
    """The JSON object in the request; Refusal 400 for anything else."""
    try:
        body = await request.json()
    except ValueError as error:
        raise Refusal(400, "the body must be JSON") from error
    if not isinstance(body, dict):
        raise Refusal(400, "the body must be a JSON object")
    return body


def text_in(body: dict[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise Refusal(400, f"`{name}` must be a text that is not empty")
    return value


def find_button(chat: Chat, label: str, message_id: int | None) -> tuple[Message | None, Button]:
    """The newest button with the label, or the one in the given message; None with one of the reply keyboard."""
    below = [
        (message, button)
        for message in chat.messages
        if message_id in (None, message.id)
        for row in message.inline
        for button in row
        if button.label == label
    ]
    standing = [button for row in chat.keyboard for button in row if button.label == label]
    newest = below[-1] if below else None
    if message_id is None and standing and (newest is None or newest[0].id < chat.keyboard_from):
        return None, standing[-1]
    if newest is None:
        there = [name for m in chat.messages if message_id in (None, m.id) for name in flat(labels(m.inline))]
        raise Refusal(404, "no such button", labels=[*there, *flat(labels(chat.keyboard))])
    return newest


def flat(rows: list[list[str]]) -> list[str]:
    return [label for row in rows for label in row]


class Acts:
    """The routes under `/sandbox/{platform}/{id}/`."""

    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[web.RouteDef]:
        base = "/sandbox/{platform:telegram|vk}/{id:-?[0-9]+}"
        return [
            web.get(f"{base}/chat", self.chat),
            web.get(f"{base}/toast", self.toast),
            web.post(f"{base}/say", self.say),
            web.post(f"{base}/press", self.press),
            web.post(f"{base}/open", self.open),
            web.post(f"{base}/upload", self.upload),
            web.post(f"{base}/block", self.block),
            web.post(f"{base}/allow", self.allow),
            web.post(f"{base}/deactivate", self.deactivate),
        ]

    async def chat(self, request: web.Request) -> web.Response:
        _, _, chat = self._who(request)
        return web.json_response([message_view(chat, message) for message in chat.messages])

    async def toast(self, request: web.Request) -> web.Response:
        """The text of the last answered press, shown over the chat for a moment."""
        _, _, chat = self._who(request)
        return web.json_response({"text": chat.toast})

    async def say(self, request: web.Request) -> web.Response:
        messenger, person, chat = self._who(request)
        text = text_in(await body_of(request), "text")
        messenger.says(person, chat, text)
        return await self._answers(request, chat)

    async def press(self, request: web.Request) -> web.Response:
        """Messages that came, or `{"opened": address}` for a button that opens a link."""
        messenger, person, chat = self._who(request)
        body = await body_of(request)
        message, button = find_button(chat, text_in(body, "label"), body.get("message"))
        chat.toast = ""
        opened = messenger.presses(person, chat, message, button)
        if message is None and chat.keyboard_once:
            chat.keyboard = []
        if opened is not None:
            return web.json_response({"opened": opened})
        return await self._answers(request, chat)

    async def open(self, request: web.Request) -> web.Response:
        messenger, person, chat = self._who(request)
        messenger.opens(person, text_in(await body_of(request), "link"))
        return await self._answers(request, chat)

    async def upload(self, request: web.Request) -> web.Response:
        messenger, person, chat = self._who(request)
        part = (await request.post()).get("file")
        if not isinstance(part, web.FileField):
            raise Refusal(400, "the file must come as the multipart part `file`")
        # aiohttp's own client percent-encodes the name; browsers do not
        file = self.world.files.add(unquote(part.filename), part.content_type, part.file.read())
        messenger.uploads(person, chat, file)
        return await self._answers(request, chat)

    async def block(self, request: web.Request) -> web.Response:
        messenger, person, _ = self._who(request)
        messenger.blocks(person)
        return web.json_response({"ok": True})

    async def allow(self, request: web.Request) -> web.Response:
        messenger, person, _ = self._who(request)
        messenger.allows(person)
        return web.json_response({"ok": True})

    async def deactivate(self, request: web.Request) -> web.Response:
        """The person deletes the account: nobody can write to it any more, and nobody is told."""
        _, person, _ = self._who(request)
        person.deactivated = True
        return web.json_response({"ok": True})

    def _who(self, request: web.Request) -> tuple[Messenger, Person, Chat]:
        """The messenger, the person and the chat: the private one, or the group in `?chat=`."""
        platform = next(p for p in PLATFORMS if p == request.match_info["platform"])
        person = self.world.person(platform, int(request.match_info["id"]))
        if person is None:
            raise Refusal(404, "there is no such person")
        try:
            chat = self.world.chat(platform, int(request.query.get("chat", person.id)))
        except ValueError as error:
            raise Refusal(400, "`chat` must be a number") from error
        if chat is None or person.id not in chat.members:
            raise Refusal(404, "the person is in no such chat")
        return self.world.messengers[platform], person, chat

    async def _answers(self, request: web.Request, chat: Chat) -> web.Response:
        """What the bot wrote or edited since the act, waiting for it at most `?wait=` seconds."""
        mark = self.world.state.seq
        try:
            patience = float(request.query.get("wait", 0))
        except ValueError as error:
            raise Refusal(400, "`wait` must be a number of seconds") from error
        if patience > 0:
            await settle(self.world, chat, mark, patience)
        fresh = [m for m in chat.messages if m.author == "bot" and m.changed > mark]
        return web.json_response([message_view(chat, message) for message in fresh])


async def settle(world: World, chat: Chat, mark: int, patience: float) -> None:
    """Wait for the first change of the chat after `mark`, then until it stays as it is for a moment."""
    until = time.monotonic() + patience
    await world.bell.until(lambda: chat.changed > mark, patience)
    while (left := until - time.monotonic()) > 0:
        seen = chat.changed
        await asyncio.sleep(min(QUIET, left))
        if chat.changed == seen:
            return
