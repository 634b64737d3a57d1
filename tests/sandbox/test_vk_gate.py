"""What every method of the VK API checks before it does anything."""

from typing import Any

import pytest
from aiohttp import ServerDisconnectedError

from tests.sandbox.vk_play import VkPlay

PARAM = "One of the parameters specified was missing or invalid"
NO_ACCESS = "Access denied: no access to call this method"
OLD = 'Invalid request: versions below 5.131 are deprecated. Version param should be passed as "v".'

GATE_RULES = [
    ("messages.shout", {}, 3, "Unknown method passed"),
    ("execute", {"code": "return 1;"}, 3, "Unknown method passed"),
    ("groups.getById", {"v": None}, 8, "Invalid request: v (version) is required"),
    ("groups.getById", {"v": "5.92"}, 8, OLD),
    ("groups.getById", {"v": "new"}, 8, OLD),
    ("groups.getById", {"access_token": None}, 5, "User authorization failed: no access_token passed."),
    ("groups.getById", {"access_token": "vk1.a.x"}, 5, "User authorization failed: invalid access_token (4)."),
    ("messages.send", {"message": "x", "dont_parse_links": True}, 100, f"{PARAM}: dont_parse_links should be 0 or 1"),
    ("wall.post", {"message": "x", "from_group": False}, 100, f"{PARAM}: from_group should be 0 or 1"),
    ("messages.getHistory", {"peer_id": 1}, 936, "Contact not found"),
    ("messages.getHistory", {"peer_id": "anna"}, 100, f"{PARAM}: peer_id not integer"),
    ("messages.getHistory", {}, 100, f"{PARAM}: peer_id is undefined"),
    ("messages.getConversations", {"group_id": 1}, 125, "Invalid group id"),
    ("groups.getLongPollServer", {}, 100, f"{PARAM}: group_id is undefined"),
    ("groups.getLongPollServer", {"group_id": 1}, 125, "Invalid group id"),
    ("groups.getById", {"group_id": "durov"}, 125, "Invalid group id"),
    ("users.get", {"user_ids": "-5"}, 113, "Invalid user id"),
]

TOKEN_RULES = [
    ("photos.getWallUploadServer", "token", 27, "Group authorization failed: method is unavailable with group auth."),
    ("photos.saveWallPhoto", "token", 27, "Group authorization failed: method is unavailable with group auth."),
    ("wall.get", "token", 27, "Group authorization failed: method is unavailable with group auth."),
    ("wall.getById", "token", 27, "Group authorization failed: method is unavailable with group auth."),
    ("wall.edit", "token", 27, "Group authorization failed: method is unavailable with group auth."),
    ("messages.send", "user_token", 15, NO_ACCESS),
    ("messages.sendMessageEventAnswer", "user_token", 15, NO_ACCESS),
    (
        "wall.post",
        "vk_id_token",
        1051,
        "Method is not available for this profile type: method is unavailable with current profile type",
    ),
]

# What depends on nothing that a bot or a person does here, so it is ordered by the control interface.
ORDERED = [
    (1, "Unknown error occurred"),
    (7, "Permission to perform this action is denied"),
    (9, "Flood control"),
    (10, "Internal server error"),
    (14, "Captcha needed"),
    (18, "User was deleted or banned"),
    (29, "Rate limit reached"),
    (219, "Advertisement post was recently added"),
    (222, "Hyperlinks are forbidden"),
    (224, "Too many ads posts"),
    (900, "Can't send messages for users from blacklist"),
    (902, "Can't send messages to this user due to their privacy settings"),
    (910, "Can't sent this message, because it's too big"),
    (925, "You are not admin of this chat"),
    (940, "Too many posts in messages"),
    (944, "Limits overflow for this intent"),
    (945, "Chat was disabled"),
    (950, "Can't send message, reply timed out"),
    (984, "Can't send message: spam restriction"),
    (1012, "Writing is disabled for this chat"),
]


@pytest.mark.parametrize(("method", "params", "code", "text"), GATE_RULES)
async def test_a_call_is_refused_with_this_code_and_text(
    vk: VkPlay, method: str, params: dict[str, Any], code: int, text: str
) -> None:
    assert await vk.refused(method, **params) == (code, text)


@pytest.mark.parametrize(("method", "token", "code", "text"), TOKEN_RULES)
async def test_a_token_of_the_wrong_kind_is_refused(
    vk: VkPlay, method: str, token: str, code: int, text: str
) -> None:
    assert await vk.refused(method, token) == (code, text)


@pytest.mark.parametrize(
    ("right", "method"),
    [
        ("messages", "messages.send"),
        ("docs", "docs.save"),
        ("photos", "photos.saveMessagesPhoto"),
        ("wall", "wall.post"),
        ("manage", "groups.getLongPollServer"),
    ],
)
async def test_a_token_without_the_right_is_refused(vk: VkPlay, right: str, method: str) -> None:
    rest = {"messages", "docs", "photos", "wall", "manage"} - {right}
    await vk.play.post("vk/community", rights=sorted(rest))

    assert await vk.refused(method) == (15, NO_ACCESS)
    permissions = (await vk.ok("groups.getTokenPermissions"))["permissions"]
    assert {permission["name"] for permission in permissions} == rest


async def test_messages_that_are_turned_off_are_refused(vk: VkPlay) -> None:
    await vk.play.post("vk/community", messages=False)

    assert await vk.refused("messages.send") == (15, "Access denied: group messages are disabled")
    person = await vk.person(started=False)
    assert (await vk.play.try_post(f"vk/{person}/say", text="x"))[0] == 409


async def test_an_error_repeats_the_parameters_but_never_the_token(vk: VkPlay) -> None:
    error = (await vk.call("messages.send", message="x"))["error"]

    shown = {param["key"]: param["value"] for param in error["request_params"]}
    assert shown == {"method": "messages.send", "oauth": "1", "v": "5.199", "message": "x"}


async def test_get_and_a_bearer_token_do_as_well(vk: VkPlay) -> None:
    bearer = {"Authorization": f"Bearer {vk.info['token']}"}
    async with vk.play.http.get("/method/groups.getById?v=5.199", headers=bearer) as answer:
        body = await answer.json()

    assert body["response"]["groups"][0]["id"] == vk.group_id


async def test_the_twenty_first_call_in_a_second_is_refused(vk: VkPlay) -> None:
    codes = [(await vk.call("users.get")).get("error", {}).get("error_code", 0) for _ in range(21)]

    assert codes == [0] * 20 + [6]
    assert await vk.ok("users.get", "user_token") == []


@pytest.mark.parametrize(("code", "text"), ORDERED)
async def test_an_ordered_error_comes_once(vk: VkPlay, code: int, text: str) -> None:
    await vk.play.post("vk/refusals", code=code, method="groups.getById")

    error = (await vk.call("groups.getById"))["error"]
    assert (error["error_code"], error["error_msg"]) == (code, text)
    assert ("captcha_sid" in error) == (code == 14)
    assert await vk.ok("groups.getById")


@pytest.mark.parametrize(("kind", "code"), [("vk6", 6), ("vk9", 9), ("vk10", 10)])
async def test_a_fault_answers_with_its_code_and_sends_nothing(vk: VkPlay, kind: str, code: int) -> None:
    person = await vk.person()
    await vk.play.post("faults", platform="vk", kind=kind, count=1)

    refused = await vk.refused("messages.send", peer_ids=person, random_id=1, message="x")
    assert refused[0] == code
    assert [message["from"] for message in await vk.chat(person)] == ["person"]


@pytest.mark.parametrize(("kind", "arrived"), [("drop_before", 0), ("drop_after", 1)])
async def test_a_cut_call_has_or_has_not_sent(vk: VkPlay, kind: str, arrived: int) -> None:
    person = await vk.person()
    await vk.play.post("faults", platform="vk", kind=kind, count=1)

    with pytest.raises(ServerDisconnectedError):
        await vk.send(person, random_id=5)
    assert sum(message["from"] == "bot" for message in await vk.chat(person)) == arrived
    await vk.send(person, random_id=5)
    assert sum(message["from"] == "bot" for message in await vk.chat(person)) == 1


@pytest.mark.parametrize(("kind", "status"), [("429", 429), ("500", 500)])
async def test_a_fault_may_be_an_http_error(vk: VkPlay, kind: str, status: int) -> None:
    await vk.play.post("faults", platform="vk", kind=kind, count=1)

    form = {"v": "5.199", "access_token": vk.info["token"]}
    async with vk.play.http.post("/method/messages.send", data=form) as answer:
        assert answer.status == status
