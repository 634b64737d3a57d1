"""Each rule of VK's messages as a call that must be rejected with that code and text."""

import json
import time
from typing import Any

import pytest

from sandbox.vk.state import CommunityState
from tests.sandbox.vk_play import VkPlay

PARAM = "One of the parameters specified was missing or invalid"


def styled(*items: dict[str, Any], version: Any = 1) -> dict[str, Any]:
    return {"message": "Да 🙂 нет", "format_data": json.dumps({"version": version, "items": list(items)})}


def run(kind: str = "bold", offset: Any = 0, length: Any = 2, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


def wrong(detail: str) -> tuple[int, str]:
    return 100, f"{PARAM}: {detail}"


RECIPIENTS = "you should specify peer_id, user_id, domain, chat_id or user_ids param"
CONTENT_RULES = [
    ({"message": None}, wrong("message is empty or invalid")),
    ({"message": " \n"}, wrong("message is empty or invalid")),
    ({"message": "я" * 4097}, (914, "Message is too long")),
    ({"attachment": "doc1_1"}, wrong("invalid attachments")),
    ({"attachment": "https://vk.com"}, wrong("invalid attachments")),
    ({"attachment": ",".join(["doc1_1"] * 11)}, wrong("too much attachments")),
    ({"format_data": "x"}, wrong("format_data should be valid json")),
    ({"format_data": "[]"}, wrong("format_data should be an object of version 1")),
    (styled(version=2), wrong("format_data should be an object of version 1")),
    ({"format_data": '{"version": 1}'}, wrong("format_data items should be an array")),
    (styled(run("code")), wrong("format_data items[0] has unknown type")),
    (styled(run(), run(offset="1")), wrong("format_data items[1] offset should be integer")),
    (styled(run(length=0)), wrong("format_data items[0] is out of the message")),
    (styled(run(offset=-1)), wrong("format_data items[0] is out of the message")),
    (styled(run(offset=3, length=7)), wrong("format_data items[0] is out of the message")),
    (styled(run(offset=0, length=4)), wrong("format_data cuts a character in two")),
    (styled(run("url", url="vk.com")), wrong("format_data items[0] has invalid url")),
    ({"sticker_id": 1}, (33, "Not implemented yet: sticker_id")),
    ({"forward_messages": "1"}, (921, "Can't forward these messages")),
]
SEND_RULES = [
    *CONTENT_RULES,
    ({"peer_ids": None}, wrong(RECIPIENTS)),
    ({"peer_ids": "anna"}, wrong("peer_ids not integer")),
    ({"peer_ids": ",".join(["1"] * 101)}, wrong("peer_ids should contain at most 100 elements")),
    ({"random_id": None}, wrong("random_id is a required parameter")),
    ({"random_id": "x"}, wrong("random_id not integer")),
    ({"random_id": 2**31}, wrong("random_id not integer")),
    ({"payload": "{"}, wrong("payload should be valid json")),
]
EDIT_RULES = [
    *CONTENT_RULES,
    ({"peer_id": None}, wrong("peer_id is undefined")),
    ({"peer_id": 5}, (901, "Can't send messages for users without permission")),
    ({"cmid": None}, wrong("message_id or cmid is undefined")),
    ({"cmid": 99}, wrong("cmid is invalid")),
    ({"cmid": None, "conversation_message_id": 99}, wrong("conversation_message_id is invalid")),
    ({"cmid": None, "message_id": 99}, wrong("message_id is invalid")),
    ({"cmid": 1}, (920, "Can't edit this kind of message")),
    ({"keyboard": "x"}, (911, "Keyboard format is invalid: keyboard should be valid json")),
]
SNACKBAR = "event_data text should be from 1 to 90 letters length"
ANSWER_RULES = [
    ({"event_id": None}, wrong("event_id is undefined")),
    ({"event_id": "guess"}, wrong("invalid event_id")),
    ({"user_id": 5}, wrong("invalid event_id")),
    ({"peer_id": 5}, wrong("invalid event_id")),
    ({"user_id": None}, wrong("user_id is undefined")),
    ({"event_data": "x"}, wrong("event_data should be valid json")),
    ({"event_data": "[]"}, wrong("event_data has invalid type")),
    ({"event_data": {"type": "shout"}}, wrong("event_data has invalid type")),
    ({"event_data": {"type": "open_app"}}, wrong("event_data has invalid type")),
    ({"event_data": {"type": "show_snackbar"}}, wrong(SNACKBAR)),
    ({"event_data": {"type": "show_snackbar", "text": "я" * 91}}, wrong(SNACKBAR)),
    ({"event_data": {"type": "open_link", "link": "vk.com"}}, wrong("event_data has invalid link")),
]
CALLBACK = {"inline": True, "buttons": [[{"action": {"type": "callback", "label": "Да"}}]]}


@pytest.mark.parametrize(("params", "refused"), SEND_RULES)
async def test_sending_is_refused(vk: VkPlay, params: dict[str, Any], refused: tuple[int, str]) -> None:
    person = await vk.person()

    call = {"peer_ids": person, "random_id": 1, "message": "Да 🙂 нет", **params}
    assert await vk.refused("messages.send", **call) == refused
    assert len(await vk.chat(person)) == 1


@pytest.mark.parametrize(("params", "refused"), EDIT_RULES)
async def test_an_edit_is_refused(vk: VkPlay, params: dict[str, Any], refused: tuple[int, str]) -> None:
    person = await vk.person()
    item = await vk.send(person)

    call = {"peer_id": person, "cmid": item["conversation_message_id"], "message": "Да 🙂 нет", **params}
    assert await vk.refused("messages.edit", **call) == refused
    assert (await vk.chat(person))[-1]["text"] == "Здравствуйте!"


async def test_a_message_older_than_a_day_cannot_be_edited(vk: VkPlay) -> None:
    person = await vk.person()
    item = await vk.send(person)
    vk.play.world.state.chats[f"vk:{person}"].messages[-1].extra["sent"] = time.time() - 86401

    call = {"peer_id": person, "cmid": item["conversation_message_id"], "message": "x"}
    assert await vk.refused("messages.edit", **call) == (909, "Can't edit this message, because it's too old")


@pytest.mark.parametrize(
    ("started", "peer", "error"),
    [
        (False, None, (901, "Can't send messages for users without permission")),
        (True, 5, (901, "Can't send messages for users without permission")),
        (True, 2000000001, (917, "You don't have access to this chat")),
    ],
)
async def test_a_peer_that_cannot_be_written_to(
    vk: VkPlay, started: bool, peer: int | None, error: tuple[int, str]
) -> None:
    person = await vk.person(started)

    item = await vk.send(peer or person)
    assert (item["error"]["code"], item["error"]["description"]) == error
    assert await vk.refused("messages.send", peer_id=peer or person, random_id=1, message="x") == error


async def test_a_deleted_account_is_refused(vk: VkPlay) -> None:
    person = await vk.person()
    vk.play.world.state.people[f"vk:{person}"].deactivated = True

    assert (await vk.send(person))["error"] == {"code": 18, "description": "User was deleted or banned"}


@pytest.mark.parametrize(("params", "refused"), ANSWER_RULES)
async def test_an_answer_to_a_press_is_refused(vk: VkPlay, params: dict[str, Any], refused: tuple[int, str]) -> None:
    person = await vk.person()
    event_id = await pressed(vk, person)

    data = params.get("event_data")
    sent = {**params, "event_data": json.dumps(data) if isinstance(data, dict) else data}
    call = {"event_id": event_id, "user_id": person, "peer_id": person, **sent}
    assert await vk.refused("messages.sendMessageEventAnswer", **call) == refused


async def test_a_press_is_answered_once_and_within_a_minute(vk: VkPlay) -> None:
    person = await vk.person()
    late, once = await pressed(vk, person), await pressed(vk, person)
    vk.play.world.part("vk", CommunityState).presses[late].at -= 61

    for event_id, refused in ((late, True), (once, False), (once, True)):
        call = {"event_id": event_id, "user_id": person, "peer_id": person}
        answer = await vk.call("messages.sendMessageEventAnswer", **call)
        assert ("error" in answer) == refused


async def pressed(vk: VkPlay, person: int) -> str:
    """Send a callback button and have it pressed; the event's id."""
    await vk.send(person, keyboard=json.dumps(CALLBACK))
    await vk.play.post(f"vk/{person}/press", label="Да")
    event_id: str = (await vk.events("message_event"))[-1]["event_id"]
    return event_id


@pytest.mark.parametrize(
    ("method", "params", "refused"),
    [
        ("messages.delete", {}, wrong("message_ids or cmids is undefined")),
        ("messages.getByConversationMessageId", {}, wrong("conversation_message_ids is undefined")),
        ("messages.getHistory", {"count": 201}, wrong("count should be from 0 to 200")),
        ("messages.getConversations", {"filter": "mine"}, wrong("filter is invalid")),
        ("messages.setActivity", {"type": "dancing"}, wrong("type is invalid")),
    ],
)
async def test_other_calls_are_refused(
    vk: VkPlay, method: str, params: dict[str, Any], refused: tuple[int, str]
) -> None:
    assert await vk.refused(method, peer_id=await vk.person(), **params) == refused
