"""The control interface of VK alone: its administrator, its settings, its refusals."""

from typing import Any

from aiohttp import web

from sandbox.acts import body_of, text_in
from sandbox.vk.community import ADMINISTRATOR, Community
from sandbox.vk.drafts import sent_now
from sandbox.vk.errors import TEXTS, VkError
from sandbox.vk.shapes import message_object
from sandbox.vk.state import RIGHTS, StandingRefusal
from sandbox.world import Refusal


class Control:
    def __init__(self, community: Community) -> None:
        self.community = community

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/sandbox/vk/{id:[0-9]+}/administrator", self.reply),
            web.post("/sandbox/vk/community", self.settings),
            web.post("/sandbox/vk/refusals", self.refusals),
        ]

    async def reply(self, request: web.Request) -> web.Response:
        """`{"text"}`: an administrator writes to the person by hand in the community's name."""
        text = text_in(await body_of(request), "text")
        try:
            chat = self.community.may_write(int(request.match_info["id"]))
        except VkError as error:
            raise Refusal(409, error.text) from error
        extra = {"admin_author_id": ADMINISTRATOR, **sent_now()}
        message = self.community.world.post(chat, "bot", -self.community.id, text, extra=extra)
        self.community.state.read[str(chat.id)] = message.id
        self.community.tell("message_reply", message_object(self.community, chat, message))
        return web.json_response({"id": message.id})

    async def settings(self, request: web.Request) -> web.Response:
        """`{"rights"?, "messages"?, "bots"?, "longpoll"?}`: the token's rights and the community's switches."""
        body, state = await body_of(request), self.community.state
        rights = body.get("rights", state.rights)
        if not isinstance(rights, list) or not set(rights) <= set(RIGHTS):
            raise Refusal(400, f"`rights` must be some of {', '.join(RIGHTS)}")
        state.rights = [name for name in RIGHTS if name in rights]
        state.messages = _switch(body, "messages", state.messages)
        state.bots = _switch(body, "bots", state.bots)
        state.longpoll.enabled = _switch(body, "longpoll", state.longpoll.enabled)
        shown = {"messages": state.messages, "bots": state.bots, "longpoll": state.longpoll.enabled}
        return web.json_response({"rights": state.rights, **shown})

    async def refusals(self, request: web.Request) -> web.Response:
        """`{"code", "method", "peer"?, "count"?}`: answer the next calls (to the peer) with this error."""
        body = await body_of(request)
        code, peer, count = body.get("code"), body.get("peer"), body.get("count", 1)
        if code not in TEXTS:
            raise Refusal(400, "`code` must be one of VK's errors known here", codes=sorted(TEXTS))
        if not isinstance(count, int) or not isinstance(peer, int | None):
            raise Refusal(400, "`count` and `peer` must be whole numbers")
        self.community.state.refusals.append(StandingRefusal(code, text_in(body, "method"), peer, count))
        return web.json_response({"waiting": len(self.community.state.refusals)})


def _switch(body: dict[str, Any], name: str, default: bool) -> bool:
    value = body.get(name, default)
    if not isinstance(value, bool):
        raise Refusal(400, f"`{name}` must be true or false")
    return value
