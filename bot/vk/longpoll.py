"""VK's Bots Long Poll as one cancellable request (dev.vk.com, "Bots Long Poll API")."""

from dataclasses import dataclass
from typing import Any

import aiohttp
from aiogram.methods import GetUpdates

from bot.vk.api import VkClient
from bot.vk.errors import aiogram_errors

WAIT = 25  # seconds
PAGE = 200  # conversations in one answer

HISTORY_OUTDATED, KEY_EXPIRED, HISTORY_LOST = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Batch:
    """Events since the given position, and the position to store when they have been handled.

    `gap`: VK had forgotten the position. Then the events are the last messages of the conversations that
    wait for an answer; earlier ones, presses and permissions are lost.
    """

    events: list[dict[str, Any]]
    position: str
    gap: bool = False


@dataclass(frozen=True, slots=True)
class _Server:
    url: str
    key: str


class LongPoll:
    """Fetches a community's events; keeps no position, only the server's address and key."""

    def __init__(self, client: VkClient, group_id: int, wait: int = WAIT) -> None:
        self._client = client
        self._group_id = group_id
        self._wait = wait
        self._server: _Server | None = None
        self._http: aiohttp.ClientSession | None = None

    async def fetch(self, position: str | None) -> Batch:
        """Wait for events after `position`; without one, give the position of now at once, to be stored.

        May come back empty, and may be cancelled. Raises aiogram's errors, TelegramNetworkError among them.
        """
        with aiogram_errors(GetUpdates()):
            if position is None:
                return Batch([], (await self._connect())[1])
            server = self._server or (await self._connect())[0]
            answer = await self._ask(server, position)
            failed = answer.get("failed")
            if failed is None:
                return Batch(answer["updates"], str(answer["ts"]))
            return await self._recover(failed, position, answer)

    async def close(self) -> None:
        if self._http is not None:
            await self._http.close()

    async def _recover(self, failed: int, position: str, answer: dict[str, Any]) -> Batch:
        if failed == KEY_EXPIRED:
            await self._connect()
            return Batch([], position)
        # The new position comes first: what is written while we read the rest is after it.
        fresh = str(answer["ts"]) if failed == HISTORY_OUTDATED else (await self._connect())[1]
        return Batch(await self._unanswered(), fresh, gap=True)

    async def _connect(self) -> tuple[_Server, str]:
        """Take a server and a new key; returns it with the position of now."""
        found = await self._client.call("groups.getLongPollServer", group_id=self._group_id)
        self._server = _Server(found["server"], found["key"])
        return self._server, str(found["ts"])

    async def _ask(self, server: _Server, position: str) -> dict[str, Any]:
        self._http = self._http or aiohttp.ClientSession()
        params = {"act": "a_check", "key": server.key, "ts": position, "wait": str(self._wait)}
        limit = aiohttp.ClientTimeout(total=self._wait + 10)
        async with self._http.get(server.url, params=params, timeout=limit) as answer:
            answer.raise_for_status()
            # VK does not always call its JSON by its media type.
            body: dict[str, Any] = await answer.json(content_type=None)
            return body

    async def _unanswered(self) -> list[dict[str, Any]]:
        messages: list[dict[str, Any]] = []
        while True:
            page = await self._client.call(
                "messages.getConversations", filter="unanswered", count=PAGE, offset=len(messages)
            )
            messages += [item["last_message"] for item in page["items"]]
            if len(page["items"]) < PAGE:
                return [self._event(message) for message in messages]

    def _event(self, message: dict[str, Any]) -> dict[str, Any]:
        return {"type": "message_new", "group_id": self._group_id, "object": {"message": message}}
