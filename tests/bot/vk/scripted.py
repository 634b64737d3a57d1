"""A VK that answers what a test tells it to, and remembers what it was asked."""

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

from aiohttp import web

Answer = dict[str, Any] | Callable[[dict[str, str]], Any]


class ScriptedVk:
    """`answers` by method name: a body, or a (coroutine) function of the parameters; `calls` in their order."""

    def __init__(self):
        self.url = ""
        self.calls: list[tuple[str, dict[str, str]]] = []
        self.uploaded: list[tuple[str, bytes]] = []
        self.answers: dict[str, Answer] = {
            "messages.send": lambda params: {
                "response": [{"peer_id": int(params["peer_ids"]), "message_id": 900, "conversation_message_id": 31}]
            },
            "messages.edit": {"response": 1},
            "messages.sendMessageEventAnswer": {"response": 1},
        }

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/method/{name}", self._method)
        app.router.add_post("/upload/{part}", self._upload)
        app.router.add_get("/file", self._file)
        return app

    def params(self, method: str) -> dict[str, str]:
        """The parameters of the one call of `method`."""
        (params,) = [params for name, params in self.calls if name == method]
        return params

    def fails(self, method: str, code: int, text: str = "no") -> None:
        self.answers[method] = {"error": {"error_code": code, "error_msg": text}}

    async def _method(self, request: web.Request) -> web.Response:
        name, params = request.match_info["name"], {k: str(v) for k, v in (await request.post()).items()}
        self.calls.append((name, params))
        answer = self.answers[name]
        body = answer(params) if callable(answer) else answer
        return web.json_response(await body if inspect.isawaitable(body) else body)

    async def _upload(self, request: web.Request) -> web.Response:
        ((part, file),) = (await request.post()).items()
        self.uploaded.append((part, file.file.read()))
        kind = request.match_info["part"]
        return web.json_response({"file": "f"} if kind == "doc" else {"photo": "[1]", "server": 1, "hash": "h"})

    async def _file(self, request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        for _ in range(int(request.query["megabytes"])):
            await answer.write(bytes(1024 * 1024))
            await asyncio.sleep(0)
        return answer
