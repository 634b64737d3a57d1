"""The community's wall."""

from datetime import timedelta
from typing import Any

import pytest

from tests.sandbox.vk_play import VkPlay

PARAM = "One of the parameters specified was missing or invalid"
DENIED = "Access to adding post denied"


async def post(vk: VkPlay, token: str = "token", **params: Any) -> int:
    call = {"owner_id": -vk.group_id, "from_group": 1, "message": "Новость", **params}
    post_id: int = (await vk.ok("wall.post", token, **call))["post_id"]
    return post_id


async def wall(vk: VkPlay) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await vk.play.get("vk/wall")
    return found


async def test_a_text_stands_on_the_wall(vk: VkPlay) -> None:
    post_id = await post(vk)

    expected = {"id": post_id, "at": vk.play.now.isoformat(), "text": "Новость", "attachments": []}
    assert await wall(vk) == [expected]


async def test_one_guid_makes_one_post(vk: VkPlay) -> None:
    first = await post(vk, guid="rubric:1")

    assert await post(vk, guid="rubric:1") == first
    assert await post(vk, guid="rubric:2") != first
    assert len(await wall(vk)) == 2


async def test_a_postponed_post_appears_at_its_time(vk: VkPlay) -> None:
    at = vk.play.now + timedelta(hours=2)
    await post(vk, publish_date=int(at.timestamp()))

    assert await wall(vk) == []
    own = await vk.ok("wall.get", "user_token", owner_id=-vk.group_id, filter="postponed")
    assert own["items"][0]["post_type"] == "postpone"
    await vk.play.post("clock", now=at.isoformat())
    assert [shown["at"] for shown in await wall(vk)] == [at.isoformat()]


@pytest.mark.parametrize(
    ("params", "code", "text"),
    [
        ({"owner_id": None}, 100, f"{PARAM}: owner_id is undefined"),
        ({"owner_id": 220000001}, 214, DENIED),
        ({"owner_id": -1}, 214, DENIED),
        ({"message": None}, 100, f"{PARAM}: message is empty or invalid"),
        ({"message": "я" * 16385}, 214, f"{DENIED}: message is too long"),
        ({"attachments": "https://vk.com,https://vk.ru"}, 100, f"{PARAM}: only one link may be attached"),
        ({"attachments": "photo-1_1"}, 100, f"{PARAM}: invalid attachments"),
        ({"signed": "yes"}, 100, f"{PARAM}: signed should be 0 or 1"),
        ({"publish_date": 1}, 214, f"{DENIED}: publish_date is invalid"),
        ({"publish_date": 4000000000}, 214, f"{DENIED}: publish_date is invalid"),
        ({"publish_date": "завтра"}, 100, f"{PARAM}: publish_date not integer"),
    ],
)
async def test_a_post_is_refused(vk: VkPlay, params: dict[str, Any], code: int, text: str) -> None:
    call = {"owner_id": -vk.group_id, "from_group": 1, "message": "Новость", **params}

    assert await vk.refused("wall.post", **call) == (code, text)
    assert await wall(vk) == []


async def test_a_user_token_posts_only_in_the_community_name(vk: VkPlay) -> None:
    call = {"owner_id": -vk.group_id, "message": "Новость"}

    assert await vk.refused("wall.post", "user_token", **call) == (214, DENIED)
    assert await post(vk, "user_token") == 1


async def test_two_posts_cannot_wait_for_one_moment(vk: VkPlay) -> None:
    moment = int(vk.play.now.timestamp()) + 60
    await post(vk, publish_date=moment)

    call = {"owner_id": -vk.group_id, "message": "Ещё", "publish_date": moment}
    refused = await vk.refused("wall.post", **call)
    assert refused == (214, f"{DENIED}: a post is already scheduled for this time")


async def test_the_fifty_first_post_of_a_day_is_refused(vk: VkPlay) -> None:
    await post(vk)
    [first] = vk.play.world.state.wall
    vk.play.world.state.wall += [first] * 49

    call = {"owner_id": -vk.group_id, "message": "Ещё"}
    assert await vk.refused("wall.post", **call) == (214, f"{DENIED}: you can only add 50 posts a day")
    await vk.play.post("clock", now=(vk.play.now + timedelta(days=1)).isoformat())
    assert await post(vk)


async def test_a_post_is_edited_with_a_user_token(vk: VkPlay) -> None:
    post_id = await post(vk)
    changed = await vk.ok("wall.edit", "user_token", post_id=post_id, owner_id=-vk.group_id, message="Иначе")

    assert changed == {"post_id": post_id}
    [item] = (await vk.ok("wall.getById", "user_token", posts=f"-{vk.group_id}_{post_id},-1_1"))["items"]
    assert (item["text"], item["post_type"]) == ("Иначе", "post")
    refused = await vk.refused("wall.edit", "user_token", post_id=9, message="x")
    assert refused == (100, f"{PARAM}: post_id is invalid")


async def test_the_wall_is_read_newest_first(vk: VkPlay) -> None:
    first = await post(vk)
    await vk.play.post("clock", now=(vk.play.now + timedelta(hours=1)).isoformat())
    second = await post(vk)

    read = await vk.ok("wall.get", "user_token", owner_id=-vk.group_id)
    assert (read["count"], [item["id"] for item in read["items"]]) == (2, [second, first])


@pytest.mark.parametrize(
    ("method", "params", "code", "text"),
    [
        ("wall.get", {"owner_id": -1}, 15, "Access denied"),
        ("wall.get", {"count": 101}, 100, f"{PARAM}: count should be from 0 to 100"),
        ("wall.getById", {}, 100, f"{PARAM}: posts is undefined"),
        ("wall.getById", {"posts": "1"}, 100, f"{PARAM}: posts is invalid"),
        ("wall.edit", {"owner_id": -1, "post_id": 1}, 15, "Access denied"),
        ("photos.getWallUploadServer", {}, 100, f"{PARAM}: group_id is undefined"),
        ("photos.getWallUploadServer", {"group_id": 1}, 125, "Invalid group id"),
    ],
)
async def test_a_call_of_the_administrator_is_refused(
    vk: VkPlay, method: str, params: dict[str, Any], code: int, text: str
) -> None:
    assert await vk.refused(method, "user_token", **params) == (code, text)
