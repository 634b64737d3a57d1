"""The control interface: people, groups, clock, faults, the wall, and what the page shows."""

from datetime import datetime
from typing import Any

from aiohttp import web

from sandbox.acts import body_of, text_in
from sandbox.clock import Backwards, BotSilent
from sandbox.faults import KINDS
from sandbox.views import person_view, post_view, state_view
from sandbox.world import PLATFORMS, Platform, Refusal, World

LONGEST_POLL = 25.0  # real seconds


def platform_in(body: dict[str, Any]) -> Platform:
    for platform in PLATFORMS:
        if body.get("platform") == platform:
            return platform
    raise Refusal(400, "`platform` must be telegram or vk")


def instant_in(body: dict[str, Any], name: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text_in(body, name))
    except ValueError as error:
        raise Refusal(400, f"`{name}` must be an ISO 8601 time") from error
    if instant.tzinfo is None:
        raise Refusal(400, f"`{name}` must say its time zone")
    return instant


def number_in(body: dict[str, Any], name: str, default: int) -> int:
    value = body.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool):
        raise Refusal(400, f"`{name}` must be a whole number")
    return value


def number_asked(request: web.Request, name: str, default: float) -> float:
    try:
        return float(request.query.get(name, default))
    except ValueError as error:
        raise Refusal(400, f"`{name}` must be a number") from error


class Control:
    """The routes under `/sandbox/` that belong to no single person."""

    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/sandbox/people", self.add_person),
            web.post("/sandbox/people/{platform}/{id:[0-9]+}/read", self.read),
            web.post("/sandbox/groups", self.add_group),
            web.get("/sandbox/clock", self.clock),
            web.post("/sandbox/clock", self.turn),
            web.post("/sandbox/clock/report", self.report),
            web.post("/sandbox/faults", self.faults),
            web.get("/sandbox/vk/wall", self.wall),
            web.get("/sandbox/state", self.state),
            web.get("/sandbox/info", self.info),
            web.post("/sandbox/info", self.publish),
            web.get("/sandbox/calls", self.calls),
            web.get("/sandbox/files/{key}/{name}", self.file),
        ]

    async def add_person(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        person = self.world.add_person(platform_in(body), text_in(body, "name"))
        return web.json_response({"id": person.id})

    async def add_group(self, request: web.Request) -> web.Response:
        """A group chat with the bot in it: `{"platform", "title", "members": [id]}` → `{"id"}`."""
        body = await body_of(request)
        platform, members = platform_in(body), body.get("members")
        if not isinstance(members, list) or not all(self.world.person(platform, m) for m in members):
            raise Refusal(400, "`members` must be a list of the platform's people")
        chat = self.world.messengers[platform].gathers(text_in(body, "title"), members)
        return web.json_response({"id": chat.id})

    async def read(self, request: web.Request) -> web.Response:
        platform, person_id = request.match_info["platform"], int(request.match_info["id"])
        if self.world.person(platform, person_id) is None:
            raise Refusal(404, "there is no such person")
        chat = self.world.state.chats[f"{platform}:{person_id}"]
        if chat.unread:
            chat.unread = 0
            self.world.touch()
        return web.json_response(person_view(self.world, platform, person_id))

    async def clock(self, request: web.Request) -> web.Response:
        """The time now; with `?generation=` only once the clock was turned after that generation."""
        if "generation" in request.query:
            await self.world.clock.poll(int(number_asked(request, "generation", 0)), LONGEST_POLL)
        clock = self.world.clock
        return web.json_response({"now": clock.now.isoformat(), "generation": clock.generation})

    async def turn(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        try:
            sent = await self.world.clock.turn(instant_in(body, "now"), jump=bool(body.get("jump")))
        except Backwards as error:
            raise Refusal(400, "the clock does not go back") from error
        except BotSilent as error:
            raise Refusal(504, str(error), now=self.world.clock.now.isoformat()) from error
        return web.json_response({"now": self.world.clock.now.isoformat(), "sent": sent})

    async def report(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        due = None if body.get("next") is None else instant_in(body, "next")
        self.world.clock.report(number_in(body, "generation", 0), due, number_in(body, "sent", 0))
        return web.json_response({"ok": True})

    async def faults(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        platform, kind, count = platform_in(body), body.get("kind"), number_in(body, "count", 1)
        if kind not in KINDS or (platform == "telegram" and kind.startswith("vk")):
            raise Refusal(400, f"`kind` must be one of {', '.join(KINDS)} (vk… on VK only)")
        self.world.faults.add(platform, kind, count)
        return web.json_response({"waiting": self.world.faults.waiting(platform)})

    async def wall(self, request: web.Request) -> web.Response:
        now = self.world.clock.now
        return web.json_response([post_view(post) for post in self.world.state.wall if post.at <= now])

    async def state(self, request: web.Request) -> web.Response:
        """What the list of people shows; with `?after=N&wait=S` once something changed after N."""
        after, wait = number_asked(request, "after", -1), number_asked(request, "wait", 0)
        await self.world.bell.until(lambda: self.world.state.seq > after, min(wait, LONGEST_POLL))
        return web.json_response(state_view(self.world))

    async def info(self, request: web.Request) -> web.Response:
        names = {platform: messenger.info() for platform, messenger in self.world.messengers.items()}
        return web.json_response({"code": self.world.state.code, **names})

    async def publish(self, request: web.Request) -> web.Response:
        """Keep the curator's one-time code, for the page to show."""
        self.world.state.code = text_in(await body_of(request), "code")
        self.world.touch()
        return web.json_response({"ok": True})

    async def calls(self, request: web.Request) -> web.Response:
        return web.json_response(self.world.calls.view())

    async def file(self, request: web.Request) -> web.Response:
        file = self.world.files.get(request.match_info["key"])
        if file is None:
            raise Refusal(404, "there is no such file")
        content = self.world.files.read(file.key)
        return web.Response(body=content, headers={"Content-Type": file.media_type})
