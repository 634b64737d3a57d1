"""The community on whose behalf methods are carried out, and how aiogram sees its chats."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Message

from bot.vk.api import VkClient
from bot.vk.errors import NotOnVk, OverLimit
from bot.vk.markup import Marked, parse_html, utf16_length
from bot.vk.sending import current_sending

FIRST_CHAT = 2_000_000_000
TEXT = 4096  # UTF-16 units, as in Telegram; VK's own limit is not lower

#: Asked of Telegram for appearance only; without them the message says the same.
COSMETIC = {"disable_notification", "protect_content", "disable_content_type_detection", "cache_time"}


@dataclass(frozen=True, slots=True)
class Community:
    """A bot with its VK client; `salt` makes the ids of its replies its own."""

    bot: Bot
    client: VkClient
    group_id: int
    salt: bytes

    async def call(self, method: str, **params: Any) -> Any:
        """Call a VK method with the priority of the current sending."""
        return await self.client.call(method, priority=current_sending().priority, **params)

    def marked(self, text: str, parse_mode: str | Default | None) -> Marked:
        """The text as VK takes it. Raises OverLimit, and MarkupError for what is not our HTML subset."""
        parse_mode = self.resolved(parse_mode)
        if parse_mode not in {None, "HTML"}:
            raise NotOnVk(f"parse mode {parse_mode}")
        marked = parse_html(text) if parse_mode else Marked(text)
        if utf16_length(marked.text) > TEXT:
            raise OverLimit(f"text of {utf16_length(marked.text)} UTF-16 units, allowed {TEXT}")
        return marked

    def resolved(self, value: Any) -> Any:
        """The bot's default where a method leaves the choice to it."""
        return self.bot.default[value.name] if isinstance(value, Default) else value

    def message(self, peer_id: int, cmid: int, **content: Any) -> Message:
        """The bot's own message as aiogram shows it, bound to the bot."""
        fields = {
            "message_id": cmid,
            "date": datetime.now(UTC),
            "chat": chat(peer_id),
            "from_user": bot_user(self.group_id),
            **content,
        }
        return Message.model_validate(fields, context={"bot": self.bot})


def chat(peer_id: int) -> dict[str, Any]:
    """aiogram's chat of a dialogue with a person, or of a group chat."""
    return {"id": peer_id, "type": "group" if peer_id > FIRST_CHAT else "private"}


def bot_user(group_id: int) -> dict[str, Any]:
    """The community as the user that it is to aiogram."""
    return {"id": group_id, "is_bot": True, "first_name": ""}


def peer_id(chat_id: int | str | None) -> int:
    """VK's peer id; people and chats have no other address there."""
    if not isinstance(chat_id, int):
        raise NotOnVk(f"a chat by the name {chat_id!r}")
    return chat_id


def understand_only(method: TelegramMethod[TelegramType], *fields: str) -> None:
    """Refuse a method that asks for what its VK counterpart cannot do, rather than drop it silently."""
    asked = {name for name, value in method if value not in (None, False) and not isinstance(value, Default)}
    if rest := asked - {*fields} - COSMETIC:
        raise NotOnVk(f"{type(method).__name__} with {', '.join(sorted(rest))}")
