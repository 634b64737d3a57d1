"""The community's wall. Texts go with a community token; pictures and edits need a user token."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from sandbox.vk.calls import Call
from sandbox.vk.community import Community
from sandbox.vk.errors import VkError, invalid
from sandbox.vk.media import attachment, read_attachments, shown
from sandbox.world import Attachment, Post

POSTS_A_DAY = 50
LONGEST = 16384
MOST = 100
YEAR = timedelta(days=365)
FLAGS = (
    "from_group",
    "signed",
    "friends_only",
    "mark_as_ads",
    "close_comments",
    "mute_notifications",
)


def post(call: Call) -> dict[str, int]:
    """Publish now or at `publish_date`; the same `guid` again gives the post that it made."""
    community, params = call.community, call.params
    flags = {name: params.flag(name) for name in FLAGS}
    if params.number("owner_id") != -community.id or not (flags["from_group"] or call.token == "group"):
        raise VkError(214)
    text, files, extra = _content(call)
    earlier = next((p for p in community.world.state.wall if _same(p, params.text("guid"))), None)
    if earlier is not None:
        return {"post_id": earlier.id}
    at = _moment(call) or community.world.clock.now
    _check_day(community, at)
    extra |= {"guid": params.text("guid"), "postponed": params.given("publish_date")}
    new = Post(community.world.next_number("vk", "post"), at, text, files, extra)
    community.world.state.wall.append(new)
    community.world.touch()
    return {"post_id": new.id}


def edit(call: Call) -> dict[str, int]:
    """Replace the text and the attachments of a post."""
    _own_wall(call)
    changed = _find(call.community, call.params.number("post_id"))
    if changed is None:
        raise invalid("post_id is invalid")
    changed.text, changed.attachments, extra = _content(call)
    changed.at = _moment(call) or changed.at
    changed.extra |= extra
    call.community.world.touch()
    return {"post_id": changed.id}


def get_by_id(call: Call) -> dict[str, Any]:
    wanted = [re.fullmatch(r"(-?\d+)_(\d+)", name.strip()) for name in call.params.required("posts").split(",")]
    if None in wanted:
        raise invalid("posts is invalid")
    community = call.community
    posts = [_find(community, int(m[2])) for m in wanted if m and int(m[1]) == -community.id]
    return {"items": [post_object(community, found) for found in posts if found]}


def get(call: Call) -> dict[str, Any]:
    """Published posts, the newest first, or those to come with `filter=postponed`."""
    _own_wall(call)
    community, params = call.community, call.params
    count, offset = params.number("count", 20), params.number("offset", 0)
    if not 0 <= count <= MOST or offset < 0:
        raise invalid(f"count should be from 0 to {MOST}")
    postponed = params.text("filter") == "postponed"
    now = community.world.clock.now
    posts = sorted((p for p in community.world.state.wall if (p.at > now) == postponed), key=lambda p: p.at)
    page = posts[::-1][offset : offset + count]
    return {"count": len(posts), "items": [post_object(community, found) for found in page]}


def post_object(community: Community, shape: Post) -> dict[str, Any]:
    published = shape.at <= community.world.clock.now
    return {
        "inner_type": "wall_wallpost",
        "id": shape.id,
        "owner_id": -community.id,
        "from_id": -community.id,
        "date": int(shape.at.timestamp()),
        "text": shape.text,
        "attachments": shown(community, shape.attachments),
        "post_type": "post" if published else "postpone",
        "marked_as_ads": 0,
    }


def _own_wall(call: Call) -> None:
    if call.params.number("owner_id", -call.community.id) != -call.community.id:
        raise VkError(15)


def _find(community: Community, post_id: int) -> Post | None:
    return next((shape for shape in community.world.state.wall if shape.id == post_id), None)


def _same(shape: Post, guid: str) -> bool:
    return bool(guid) and shape.extra.get("guid") == guid


def _content(call: Call) -> tuple[str, list[Attachment], dict[str, Any]]:
    text = call.params.text("message")
    names = [name.strip() for name in call.params.text("attachments").split(",") if name.strip()]
    links = [name for name in names if name.startswith(("http://", "https://"))]
    if not text.strip() and not names:
        raise invalid("message is empty or invalid")
    if len(text) > LONGEST:
        raise VkError(214, "message is too long")
    if len(links) > 1:
        raise invalid("only one link may be attached")
    media = read_attachments(call.community, [name for name in names if name not in links])
    return text, [attachment(item) for item in media], {"link": links[0] if links else ""}


def _moment(call: Call) -> datetime | None:
    """The time in `publish_date`; error 214 for one that is past, too far, or taken by another post."""
    if not call.params.given("publish_date"):
        return None
    at = datetime.fromtimestamp(call.params.number("publish_date"), UTC)
    now = call.community.world.clock.now
    if not now < at <= now + YEAR:
        raise VkError(214, "publish_date is invalid")
    if any(p.at == at and p.extra.get("postponed") for p in call.community.world.state.wall):
        raise VkError(214, "a post is already scheduled for this time")
    return at


def _check_day(community: Community, at: datetime) -> None:
    """The limit of a day by the business clock: a year may pass there in a real minute."""
    day = sum(at - timedelta(days=1) < shape.at <= at for shape in community.world.state.wall)
    if day >= POSTS_A_DAY:
        raise VkError(214, f"you can only add {POSTS_A_DAY} posts a day")
