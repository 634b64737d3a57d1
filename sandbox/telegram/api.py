"""`/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web

from sandbox.faults import STALL, FaultKind, cut
from sandbox.telegram import answers, editing, profile, sending, updates
from sandbox.telegram.errors import ApiError, flooded
from sandbox.telegram.files import fetched_file
from sandbox.telegram.objects import file_object
from sandbox.telegram.params import Params, read_params
from sandbox.telegram.state import Telegram

Method = Callable[[Telegram, Params], Awaitable[Any]]


async def get_file(telegram: Telegram, params: Params) -> dict[str, Any]:
    return file_object(fetched_file(telegram, params))


METHODS: Mapping[str, Method] = {
    "getMe": profile.get_me,
    "getUpdates": updates.get_updates,
    "setWebhook": profile.set_webhook,
    "deleteWebhook": profile.delete_webhook,
    "getWebhookInfo": profile.get_webhook_info,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyDescription": profile.set_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendPhoto": sending.send_photo,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageReplyMarkup": editing.edit_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "answerCallbackQuery": answers.answer_callback_query,
    "getFile": get_file,
}
NAMES = {name.lower(): name for name in METHODS}  # the server does not mind the case
SPEAKING = ("send", "edit")  # methods with these beginnings put something before a person: faults apply to them


class Api:
    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/bot{token}/{method}", self.call),
            web.post("/bot{token}/{method}", self.call),
            web.get("/file/bot{token}/{path:.+}", self.file),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        method = NAMES.get(request.match_info["method"].lower(), "")
        speaks = method.startswith(SPEAKING) and method != "sendChatAction"
        fault = self.telegram.world.faults.take("telegram") if speaks else None
        if fault in ("timeout", "drop_before"):
            await asyncio.sleep(STALL if fault == "timeout" else 0)
            return cut(request)
        answer = await self._answer(request, method, fault)
        self.telegram.world.calls.note("telegram", method or "unknown", answer.status)
        return cut(request) if fault == "drop_after" else answer

    async def _answer(self, request: web.Request, method: str, fault: FaultKind | None) -> web.Response:
        try:
            self._check(request, method, fault)
            result = await METHODS[method](self.telegram, await read_params(request))
        except ApiError as error:
            parameters = {"parameters": {"retry_after": error.retry_after}} if error.retry_after else {}
            body = {"ok": False, "error_code": error.code, "description": error.description, **parameters}
            return web.json_response(body, status=error.code)
        return web.json_response({"ok": True, "result": result})

    def _check(self, request: web.Request, method: str, fault: FaultKind | None) -> None:
        if not secrets.compare_digest(request.match_info["token"].encode(), self.telegram.state.token.encode()):
            raise ApiError(401, "Unauthorized")
        if not method:
            raise ApiError(404, "Not Found: method not found")
        if fault == "429":
            raise flooded(1)
        if fault == "500":
            raise ApiError(500, "Internal Server Error")

    async def file(self, request: web.Request) -> web.Response:
        path, token = request.match_info["path"], request.match_info["token"]
        known = self.telegram.state.files.values() if token == self.telegram.state.token else ()
        file = next((f for f in known if f.path == path), None)
        if file is None:
            return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
        content = self.telegram.world.files.read(file.key)
        return web.Response(body=content, content_type="application/octet-stream")
