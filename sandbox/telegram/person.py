"""What a person does in Telegram, turned into updates as the real application would."""

import re
import secrets
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sandbox.files import StoredFile
from sandbox.telegram.content import LONGEST_TEXT
from sandbox.telegram.entities import units
from sandbox.telegram.files import attachment, name_file
from sandbox.telegram.objects import chat_object, member, message_object, user
from sandbox.telegram.state import Query, Telegram
from sandbox.telegram.updates import push
from sandbox.world import Button, Chat, Message, Person, Refusal

FIRST_GROUP = -1_001_000_000_000
PHOTOS = ("image/jpeg", "image/png")


class TelegramPerson:
    """The `Messenger` of Telegram."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram, self.world = telegram, telegram.world

    def says(self, person: Person, chat: Chat, text: str) -> None:
        """A long text goes as several messages, as the application splits it."""
        self._check_open(chat)
        for part in _split(text):
            match = re.match(r"/\w+", part)
            command = [{"type": "bot_command", "offset": 0, "length": len(match[0])}] if match else []
            message = self.world.post(chat, "person", person.id, part, extra={"entities": command})
            self._deliver(chat, message)

    def presses(self, person: Person, chat: Chat, message: Message | None, button: Button) -> str | None:
        if button.kind == "link":
            return button.value
        if message is None:
            self.says(person, chat, button.label)
            return None
        self._check_open(chat)
        query_id = str(secrets.randbits(62))
        self.telegram.queries[query_id] = Query(chat, time.monotonic())
        query: dict[str, Any] = {
            "id": query_id,
            "from": user(person),
            "message": message_object(self.telegram, chat, message),
            "chat_instance": str(abs(chat.id) * 7919),
            "data": button.value,
        }
        push(self.telegram, "callback_query", query)
        return None

    def opens(self, person: Person, link: str) -> None:
        """Follow a link to the bot and press Start, which also unblocks it."""
        start = self._start_parameter(link)
        chat = self.world.state.chats[f"telegram:{person.id}"]
        if chat.blocked:
            self.allows(person)
        self.says(person, chat, f"/start {start}".strip())

    def uploads(self, person: Person, chat: Chat, file: StoredFile) -> None:
        self._check_open(chat)
        remote = name_file(self.telegram, file, "photo" if file.media_type in PHOTOS else "document")
        message = self.world.post(chat, "person", person.id, "", files=[attachment(remote)])
        self._deliver(chat, message)

    def blocks(self, person: Person) -> None:
        self._turn(person, blocked=True)

    def allows(self, person: Person) -> None:
        self._turn(person, blocked=False)

    def gathers(self, title: str, members: list[int]) -> Chat:
        chat_id = FIRST_GROUP - self.world.next_number("telegram", "group")
        chat = self.world.add_group("telegram", chat_id, title, members)
        person = self.world.state.people[f"telegram:{members[0]}"]
        self._membership(person, chat, "left", "member")
        return chat

    def info(self) -> dict[str, Any]:
        return {"token": self.telegram.state.token, "username": self.telegram.state.username}

    def _turn(self, person: Person, blocked: bool) -> None:
        chat = self.world.state.chats[f"telegram:{person.id}"]
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        self._membership(person, chat, *(("member", "kicked") if blocked else ("kicked", "member")))
        self.world.touch(chat)

    def _membership(self, person: Person, chat: Chat, old: str, new: str) -> None:
        change = {
            "chat": chat_object(self.telegram, chat),
            "from": user(person),
            "date": int(self.world.clock.now.timestamp()),
            "old_chat_member": member(self.telegram, old),
            "new_chat_member": member(self.telegram, new),
        }
        push(self.telegram, "my_chat_member", change)

    def _deliver(self, chat: Chat, message: Message) -> None:
        """In a group a bot hears only commands and what names it (privacy mode)."""
        named = message.text.startswith("/") or f"@{self.telegram.state.username}" in message.text
        if chat.private or named:
            push(self.telegram, "message", message_object(self.telegram, chat, message))

    def _check_open(self, chat: Chat) -> None:
        if chat.blocked:
            raise Refusal(403, "the person has blocked the bot")

    def _start_parameter(self, link: str) -> str:
        """`https://t.me/<bot>?start=X` and `tg://resolve?domain=<bot>&start=X`."""
        parts = urlsplit(link if "://" in link else f"https://{link}")
        asked = parse_qs(parts.query)
        name = parts.path.strip("/") if parts.scheme != "tg" else asked.get("domain", [""])[0]
        host_good = parts.scheme == "tg" or parts.hostname in ("t.me", "telegram.me")
        if not host_good or name.lower() != self.telegram.state.username.lower():
            raise Refusal(400, "this is no link to the bot")
        start = asked.get("start", [""])[0]
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,64}", start):
            raise Refusal(400, "a start parameter has at most 64 of A-Z, a-z, 0-9, _ and -")
        return start


def _split(text: str) -> list[str]:
    """Pieces of at most 4096 UTF-16 units."""
    pieces, piece, size = [], "", 0
    for character in text:
        width = units(character)
        if size + width > LONGEST_TEXT:
            pieces.append(piece)
            piece, size = "", 0
        piece, size = piece + character, size + width
    return [*pieces, piece]
