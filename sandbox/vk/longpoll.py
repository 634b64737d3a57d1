"""The Bots Long Poll API: its address, its settings, and the poll itself.

`ts` is the number of the last event that a client has seen; events stay for a client that comes back with
an old `ts`, until it is more than `HISTORY` events behind.
"""

import re
import secrets
from typing import Any

from aiohttp import web

from sandbox.acts import body_of
from sandbox.vk.calls import Call
from sandbox.vk.community import Community
from sandbox.vk.errors import invalid
from sandbox.vk.media import absolute
from sandbox.world import Refusal

LONGEST_WAIT = 90  # real seconds
USUAL_WAIT = 25
OUTDATED, KEY_EXPIRED, LOST = ({"failed": code} for code in (1, 2, 3))
CHANGES = "new edit delete restore"
VERBS = {
    "message": "new reply edit allow deny event read typing_state reaction_event",
    "group": "join leave change_photo change_settings officers_edit",
    "user": "block unblock",
    "wall": "post_new repost schedule_post_new schedule_post_delete",
    "audio": "new",
    "photo": "new",
    "video": "new",
    "poll_vote": "new",
    "wall_reply": CHANGES,
    "board_post": CHANGES,
    "photo_comment": CHANGES,
    "video_comment": CHANGES,
    "market_comment": CHANGES,
    "donut_subscription": "create prolonged cancelled expired price_changed",
    "donut_money": "withdraw withdraw_error",
}
EVENTS = [f"{noun}_{verb}" for noun, verbs in VERBS.items() for verb in verbs.split()]


def get_server(call: Call) -> dict[str, str]:
    community = call.community
    community.check_group(call.params.number("group_id"))
    if not community.state.longpoll.enabled:
        raise invalid("longpoll for this group is not enabled")
    feed = community.state.feed
    return {"key": feed.key, "server": f"/vk/longpoll/{community.id}", "ts": str(feed.last)}


def get_settings(call: Call) -> dict[str, Any]:
    call.community.check_group(call.params.number("group_id"))
    settings = call.community.state.longpoll
    return {
        "is_enabled": settings.enabled,
        "api_version": settings.version,
        "events": {name: int(name in settings.events) for name in EVENTS},
    }


def set_settings(call: Call) -> int:
    """What is not named stays as it is."""
    community, params = call.community, call.params
    community.check_group(params.number("group_id"))
    version = params.text("api_version")
    if version and not re.fullmatch(r"5\.\d+", version):
        raise invalid("api_version is invalid")
    settings = community.state.longpoll
    settings.enabled = params.flag("enabled", settings.enabled)
    settings.version = version or settings.version
    settings.events = [name for name in EVENTS if params.flag(name, name in settings.events)]
    return 1


class LongPoll:
    def __init__(self, community: Community) -> None:
        self.community = community

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/vk/longpoll/{group}", self.poll),
            web.post("/vk/longpoll/{group}", self.poll),
            web.post("/sandbox/vk/longpoll", self.disturb),
        ]

    async def poll(self, request: web.Request) -> web.Response:
        """The events after `ts`, at once or when one comes within `wait` seconds."""
        asked = {**request.query, **await request.post()}
        key, ts = str(asked.get("key", "")), _whole(asked.get("ts"), -1)
        if failure := self._failure(key, ts):
            return web.json_response(failure)
        feed = self.community.state.feed
        wait = min(_whole(asked.get("wait"), USUAL_WAIT), LONGEST_WAIT)
        await self.community.world.bell.until(lambda: feed.last > ts or feed.key != key, wait)
        if failure := self._failure(key, ts):
            return web.json_response(failure)
        news = feed.events[len(feed.events) - (feed.last - ts) :] if feed.last > ts else []
        base = f"{request.scheme}://{request.host}"
        return web.json_response({"ts": str(feed.last), "updates": absolute(news, base)})

    def _failure(self, key: str, ts: int) -> dict[str, Any] | None:
        feed = self.community.state.feed
        if key in feed.lost_keys:
            return LOST
        if key != feed.key:
            return KEY_EXPIRED
        if ts > feed.last:
            return LOST
        if ts < feed.last - len(feed.events):
            return {**OUTDATED, "ts": str(feed.last)}
        return None

    async def disturb(self, request: web.Request) -> web.Response:
        """`{"do"}`: `forget` the old events, `expire` the key, `lose` both, `repeat` the last event."""
        feed, wish = self.community.state.feed, (await body_of(request)).get("do")
        if wish not in {"forget", "expire", "lose", "repeat"}:
            raise Refusal(400, "`do` must be forget, expire, lose or repeat")
        if wish == "repeat" and not feed.events:
            raise Refusal(409, "there is no event to repeat")
        if wish == "repeat":
            self.community.add_event(feed.events[-1])
        if wish in {"forget", "lose"}:
            feed.events.clear()
        if wish == "lose":
            feed.lost_keys.append(feed.key)
        if wish in {"expire", "lose"}:
            feed.key = secrets.token_hex(20)
        self.community.world.bell.ring()
        return web.json_response({"ts": str(feed.last)})


def _whole(value: Any, default: int) -> int:
    return int(value) if re.fullmatch(r"\d{1,18}", str(value or "")) else default
