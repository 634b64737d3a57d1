"""`/method/<name>`: the gate of the API, before and after a method."""

import asyncio
import re
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from sandbox.arrivals import Window
from sandbox.faults import STALL, FaultKind, cut
from sandbox.vk import answers, edits, groups, history, longpoll, messages, uploads, wall
from sandbox.vk.calls import ANY, GROUP_OR_USER, USER, Call, Method, TokenKind
from sandbox.vk.community import Community
from sandbox.vk.errors import VkError
from sandbox.vk.media import absolute
from sandbox.vk.params import Params

OLDEST_VERSION = (5, 131)
CALLS_A_SECOND: Mapping[TokenKind, int] = {"group": 20, "user": 3, "vk_id": 3}
SPEAKING = {"messages.send", "messages.edit", "wall.post"}  # faults apply to them
FAULT_CODES: Mapping[FaultKind, int] = {"vk6": 6, "vk9": 9, "vk10": 10}

METHODS: Mapping[str, Method] = {
    "docs.getMessagesUploadServer": Method(uploads.docs_address, GROUP_OR_USER, "docs"),
    "docs.getWallUploadServer": Method(uploads.wall_docs_address, GROUP_OR_USER, "docs"),
    "docs.save": Method(uploads.save_doc, GROUP_OR_USER, "docs"),
    "groups.getById": Method(groups.get_by_id, ANY),
    "groups.getLongPollServer": Method(longpoll.get_server, GROUP_OR_USER, "manage"),
    "groups.getLongPollSettings": Method(longpoll.get_settings, GROUP_OR_USER, "manage"),
    "groups.getTokenPermissions": Method(groups.get_token_permissions),
    "groups.setLongPollSettings": Method(longpoll.set_settings, GROUP_OR_USER, "manage"),
    "messages.delete": Method(edits.delete, right="messages"),
    "messages.edit": Method(edits.edit, right="messages"),
    "messages.getByConversationMessageId": Method(history.get_by_conversation_message_id, right="messages"),
    "messages.getConversations": Method(history.get_conversations, right="messages"),
    "messages.getHistory": Method(history.get_history, right="messages"),
    "messages.markAsRead": Method(history.mark_as_read, right="messages"),
    "messages.send": Method(messages.send, right="messages"),
    "messages.sendMessageEventAnswer": Method(answers.answer_press, right="messages"),
    "messages.setActivity": Method(history.set_activity, right="messages"),
    "photos.getMessagesUploadServer": Method(uploads.message_photos_address, GROUP_OR_USER, "photos"),
    "photos.getWallUploadServer": Method(uploads.wall_photos_address, USER),
    "photos.saveMessagesPhoto": Method(uploads.save_photos, GROUP_OR_USER, "photos"),
    "photos.saveWallPhoto": Method(uploads.save_wall_photos, USER),
    "users.get": Method(groups.get_users, ANY),
    "wall.edit": Method(wall.edit, USER),
    "wall.get": Method(wall.get, USER),
    "wall.getById": Method(wall.get_by_id, USER),
    "wall.post": Method(wall.post, GROUP_OR_USER, "wall"),
}


class Api:
    def __init__(self, community: Community) -> None:
        self.community = community
        self._windows = {kind: Window(limit, 1.0) for kind, limit in CALLS_A_SECOND.items()}

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/method/{name}", self.call), web.post("/method/{name}", self.call)]

    async def call(self, request: web.Request) -> web.StreamResponse:
        """A cut connection, an HTTP error, or VK's answer with status 200; counted with its code, 0 for none."""
        name, world = request.match_info["name"], self.community.world
        values = await _values(request)
        fault = world.faults.take("vk") if name in SPEAKING else None
        if fault in ("timeout", "drop_before"):
            await asyncio.sleep(STALL if fault == "timeout" else 0)
            return cut(request)
        if fault in ("429", "500"):
            world.calls.note("vk", name, int(fault))
            return web.Response(status=int(fault))
        body = self._answer(name, values, fault)
        world.calls.note("vk", name if name in METHODS else "unknown", body.get("error", {}).get("error_code", 0))
        answer = web.json_response(absolute(body, f"{request.scheme}://{request.host}"))
        return cut(request) if fault == "drop_after" else answer

    def _answer(self, name: str, values: Mapping[str, str], fault: FaultKind | None) -> dict[str, Any]:
        try:
            return {"response": self._result(name, values, fault)}
        except VkError as error:
            shown = [{"key": key, "value": value} for key, value in values.items() if key != "access_token"]
            content = {
                "error_code": error.code,
                "error_msg": error.text,
                "request_params": [{"key": "method", "value": name}, {"key": "oauth", "value": "1"}, *shown],
            }
            return {"error": content | error.extra}

    def _result(self, name: str, values: Mapping[str, str], fault: FaultKind | None) -> Any:
        method = METHODS.get(name)
        if method is None:
            raise VkError(3)
        _check_version(values.get("v", ""))
        kind = self._token_kind(values.get("access_token", ""))
        self._admit(kind)
        if fault is not None and fault in FAULT_CODES:
            raise VkError(FAULT_CODES[fault])
        self._check_access(name, method, kind)
        self.community.refuse(name)
        call = Call(name, self.community, Params(values), kind)
        if name.startswith("messages.") and call.params.given("group_id"):
            self.community.check_group(call.params.number("group_id"))
        return method.function(call)

    def _token_kind(self, token: str) -> TokenKind:
        state = self.community.state
        if not token:
            raise VkError(5, "no access_token passed.")
        kinds: dict[str, TokenKind] = {
            state.token: "group",
            state.user_token: "user",
            state.vk_id_token: "vk_id",
        }
        if token not in kinds:
            raise VkError(5, "invalid access_token (4).")
        return kinds[token]

    def _admit(self, kind: TokenKind) -> None:
        window = self._windows[kind]
        if window.retry_after(kind):
            raise VkError(6)
        window.admit(kind)

    def _check_access(self, name: str, method: Method, kind: TokenKind) -> None:
        if kind not in method.tokens:
            raise _wrong_token(kind)
        if kind == "group" and method.right and method.right not in self.community.state.rights:
            raise VkError(15, "no access to call this method")
        if name.startswith("messages.") and not self.community.state.messages:
            raise VkError(15, "group messages are disabled")


def _wrong_token(kind: TokenKind) -> VkError:
    if kind == "group":
        return VkError(27, "method is unavailable with group auth.")
    if kind == "vk_id":
        return VkError(1051, "method is unavailable with current profile type")
    return VkError(15, "no access to call this method")


def _check_version(version: str) -> None:
    if not version:
        raise VkError(8, "v (version) is required")
    match = re.fullmatch(r"(\d{1,3})\.(\d{1,4})", version)
    if not match or (int(match[1]), int(match[2])) < OLDEST_VERSION:
        oldest = ".".join(map(str, OLDEST_VERSION))
        raise VkError(8, f'versions below {oldest} are deprecated. Version param should be passed as "v".')


async def _values(request: web.Request) -> dict[str, str]:
    """The parameters of the address and of the form, and a bearer token."""
    form = {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    bearer = {"access_token": token} if scheme == "Bearer" else {}
    return {**bearer, **request.query, **form}
