"""Short ways to call the VK stand-in as a community's bot."""

import asyncio
from typing import Any

from tests.sandbox.play import Play


class VkPlay:
    """`call` gives the whole answer, `ok` its response, `refused` its error's code and text."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.info = play.world.messengers["vk"].info()
        self.group_id: int = self.info["group_id"]

    async def call(self, method: str, /, token: str = "token", **params: Any) -> dict[str, Any]:
        """`token` is the name of one of the tokens; a parameter that is None is left out."""
        form = {"v": "5.199", "access_token": self.info[token], **params}
        sent = {name: str(value) for name, value in form.items() if value is not None}
        async with self.play.http.post(f"/method/{method}", data=sent) as answer:
            assert answer.status == 200
            body: dict[str, Any] = await answer.json()
            return body

    async def ok(self, method: str, /, token: str = "token", **params: Any) -> Any:
        """The response; over the limit of calls it waits a second and repeats."""
        body = await self.call(method, token, **params)
        if body.get("error", {}).get("error_code") == 6:
            await asyncio.sleep(1)
            body = await self.call(method, token, **params)
        assert "response" in body, body
        return body["response"]

    async def refused(self, method: str, /, token: str = "token", **params: Any) -> tuple[int, str]:
        error = (await self.call(method, token, **params))["error"]
        return error["error_code"], error["error_msg"]

    async def person(self, started: bool = True) -> int:
        return await self.play.person("vk", started=started)

    async def send(self, peer: int, random_id: int = 0, **params: Any) -> dict[str, Any]:
        """Send to one peer by `peer_ids`; the item of the answer."""
        content = {"message": "Здравствуйте!", **params}
        [item] = await self.ok("messages.send", peer_ids=peer, random_id=random_id, **content)
        found: dict[str, Any] = item
        return found

    async def chat(self, person: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self.play.get(f"vk/{person}/chat")
        return found

    async def server(self) -> dict[str, str]:
        found: dict[str, str] = await self.ok("groups.getLongPollServer", group_id=self.group_id)
        return found

    async def poll(self, server: dict[str, str], wait: int = 0) -> dict[str, Any]:
        asked = {"act": "a_check", "key": server["key"], "ts": server["ts"], "wait": wait}
        async with self.play.http.get(server["server"], params=asked) as answer:
            body: dict[str, Any] = await answer.json()
            return body

    async def events(self, kind: str) -> list[dict[str, Any]]:
        """The objects of all events of this kind since the beginning."""
        answer = await self.poll({**await self.server(), "ts": "0"})
        return [event["object"] for event in answer["updates"] if event["type"] == kind]
