"""VK behind aiogram: a session that carries out aiogram methods by VK calls.

With it a second `Bot` serves VK, and conversations are written once. What VK lacks raises; nothing is
dropped silently and nothing returns None.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any, cast

import aiohttp
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteWebhook,
    EditMessageReplyMarkup,
    EditMessageText,
    GetFile,
    GetMe,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMyCommands,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import File, User

from bot.vk import messages
from bot.vk.api import VkClient
from bot.vk.community import Community
from bot.vk.errors import NotOnVk, aiogram_errors

MAX_DOWNLOAD = 20 * 1024 * 1024  # bytes, as in Telegram

Carrier = Callable[[Community, Any], Awaitable[Any]]


async def get_me(community: Community, method: GetMe) -> User:
    groups = await community.call("groups.getById", group_id=community.group_id)
    group = groups["groups"][0]
    return User(id=group["id"], is_bot=True, first_name=group["name"], username=group["screen_name"])


async def get_file(community: Community, method: GetFile) -> File:
    """A file that a person sent: its id is the address that came with the message."""
    if not method.file_id.startswith(("https://", "http://")):
        raise NotOnVk("reading back the bot's own upload")
    return File(file_id=method.file_id, file_unique_id=method.file_id, file_path=method.file_id)


async def nothing_to_do(community: Community, method: TelegramMethod[bool]) -> bool:
    """VK has no menu of commands and no webhook here; typing would cost one of 20 calls a second."""
    return True


CARRIERS: dict[type[TelegramMethod[Any]], Carrier] = {
    SendMessage: messages.send_message,
    SendDocument: messages.send_document,
    SendPhoto: messages.send_photo,
    EditMessageText: messages.edit_text,
    EditMessageReplyMarkup: messages.edit_keyboard,
    DeleteMessage: messages.delete_message,
    AnswerCallbackQuery: messages.answer_press,
    GetMe: get_me,
    GetFile: get_file,
    SendChatAction: nothing_to_do,
    SetMyCommands: nothing_to_do,
    DeleteWebhook: nothing_to_do,
}


class VkSession(BaseSession):
    """Carries out aiogram methods on behalf of a VK community.

    Messages are known by VK's `conversation_message_id`, chats by its `peer_id`. Raises aiogram's errors
    (see `bot.vk.errors`); TelegramBadRequest before the call where VK's limits or abilities are exceeded.
    """

    def __init__(self, client: VkClient, group_id: int, salt: bytes) -> None:
        # A file's path is its whole address.
        super().__init__(api=TelegramAPIServer(base="", file="{path}"))
        self.client = client
        self.group_id = group_id
        self._salt = salt
        self._downloads: aiohttp.ClientSession | None = None

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109  # aiogram's signature
    ) -> TelegramType:
        community = Community(bot, self.client, self.group_id, self._salt)
        with aiogram_errors(method):
            carrier = CARRIERS.get(type(method))
            if carrier is None:
                raise NotOnVk(f"{type(method).__name__} is not carried out on VK")
            return cast(TelegramType, await carrier(community, method))

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109  # aiogram's signature
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """The content of a person's file, at most 20 MB; raises TelegramBadRequest beyond that."""
        method, size = GetFile(file_id=url), 0
        self._downloads = self._downloads or aiohttp.ClientSession()
        with aiogram_errors(method):
            limit = aiohttp.ClientTimeout(total=timeout)
            async with self._downloads.get(
                url, headers=headers, timeout=limit, raise_for_status=raise_for_status
            ) as answer:
                async for chunk in answer.content.iter_chunked(chunk_size):
                    size += len(chunk)
                    if size > MAX_DOWNLOAD:
                        raise TelegramBadRequest(method, "file is too big")
                    yield chunk

    async def close(self) -> None:
        if self._downloads is not None:
            await self._downloads.close()
        await self.client.close()


def make_vk_bot(client: VkClient, group_id: int, salt: bytes) -> Bot:
    """An aiogram bot that speaks in VK. Its `token` holds the group's number only, never the secret.

    `salt`: up to 64 secret bytes of this installation, from which the ids of replies are derived.
    """
    return Bot(
        f"{group_id}:vk",
        session=VkSession(client, group_id, salt),
        default=DefaultBotProperties(parse_mode="HTML"),
    )
