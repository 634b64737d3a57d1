"""A sandbox on a loopback port and short ways to call it, as a bot and as people."""

import asyncio
import struct
import zlib
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

from aiohttp import ClientSession, FormData

from sandbox.world import World


class Play:
    """`bot` calls the Bot API; `post`, `get` and the rest call the control interface."""

    def __init__(self, world: World, base: str, http: ClientSession) -> None:
        self.world, self.base, self.http = world, base, http
        self.token = world.messengers["telegram"].info()["token"]

    async def bot(self, method: str, /, **params: Any) -> dict[str, Any]:
        """A JSON call; the answer's body, whatever its status."""
        async with self.http.post(f"/bot{self.token}/{method}", json=params) as answer:
            body: dict[str, Any] = await answer.json()
            assert body.get("error_code", 200) == answer.status
            return body

    async def ok(self, method: str, /, **params: Any) -> Any:
        body = await self.bot(method, **params)
        assert body["ok"], body
        return body["result"]

    async def send_file(self, method: str, part: str, name: str, content: bytes, **params: Any) -> dict[str, Any]:
        form = FormData({key: str(value) for key, value in params.items()}, quote_fields=False)
        form.add_field(part, BytesIO(content), filename=name)
        async with self.http.post(f"/bot{self.token}/{method}", data=form) as answer:
            body: dict[str, Any] = await answer.json()
            return body

    async def post(self, path: str, **body: Any) -> Any:
        status, answer = await self.try_post(path, **body)
        assert status == 200, answer
        return answer

    async def try_post(self, path: str, **body: Any) -> tuple[int, Any]:
        async with self.http.post(f"/sandbox/{path}", json=body) as answer:
            return answer.status, await answer.json()

    async def get(self, path: str) -> Any:
        async with self.http.get(f"/sandbox/{path}") as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def person(self, platform: str = "telegram", name: str = "Анна", started: bool = True) -> int:
        """A new person, who has written to the bot when `started`."""
        person_id: int = (await self.post("people", platform=platform, name=name))["id"]
        if started:
            await self.post(f"{platform}/{person_id}/say", text="/start")
        return person_id

    async def upload(self, who: str, name: str, content: bytes, media_type: str) -> Any:
        form = FormData()
        form.add_field("file", BytesIO(content), filename=name, content_type=media_type)
        async with self.http.post(f"/sandbox/{who}/upload", data=form) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self.ok("getUpdates", **params)
        return found

    async def drained(self) -> None:
        """Confirm all updates so far."""
        waiting = await self.updates()
        if waiting:
            await self.updates(offset=waiting[-1]["update_id"] + 1)

    async def somebody_waits(self) -> None:
        """Until a long poll of the bot or of the page has begun to wait."""
        await self.eventually(lambda: self.world.bell.waiting > 0)

    async def eventually(self, met: Callable[[], bool]) -> None:
        for _ in range(1000):
            if met():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("it did not come to pass")

    @property
    def now(self) -> datetime:
        return self.world.clock.now


def png(width: int, height: int) -> bytes:
    """The smallest picture that says its size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(header)) + body + struct.pack(">I", zlib.crc32(body))
