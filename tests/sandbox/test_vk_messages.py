"""What VK's messages do when the call is right."""

import json
from typing import Any

import pytest

from tests.sandbox.vk_play import VkPlay

CALLBACK = {"inline": True, "buttons": [[{"action": {"type": "callback", "label": "Да", "payload": '{"c":"1"}'}}]]}


async def test_a_random_id_makes_one_message_for_a_peer_for_ever(vk: VkPlay) -> None:
    anna, maria = await vk.person(), await vk.person()
    first = await vk.send(anna, random_id=7)
    await vk.send(anna, random_id=8)

    assert await vk.send(anna, random_id=7, message="Иначе") == first
    assert await vk.ok("messages.send", peer_id=anna, random_id=7, message="x") == first["message_id"]
    assert (await vk.send(maria, random_id=7))["message_id"] != first["message_id"]
    assert len(await vk.chat(anna)) == 3


async def test_a_random_id_is_not_forgotten_with_its_message(vk: VkPlay) -> None:
    person = await vk.person()
    first = await vk.send(person, random_id=7)
    await vk.ok("messages.delete", peer_id=person, cmids=2, delete_for_all=1)

    assert await vk.send(person, random_id=7) == first
    assert len(await vk.chat(person)) == 1


async def test_random_id_zero_makes_a_message_each_time(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.send(person, random_id=0)
    await vk.send(person, random_id=0)

    assert len(await vk.chat(person)) == 3


async def test_each_peer_has_its_own_result(vk: VkPlay) -> None:
    person, stranger = await vk.person(), await vk.person(started=False)
    items = await vk.ok("messages.send", peer_ids=f"{person},{stranger}", random_id=1, message="x")

    assert [item["peer_id"] for item in items] == [person, stranger]
    assert items[0]["conversation_message_id"] == 2
    assert items[1]["error"]["code"] == 901


@pytest.mark.parametrize("name", ["peer_id", "user_id"])
async def test_a_single_peer_gives_the_bare_number(vk: VkPlay, name: str) -> None:
    other, person = await vk.person(), await vk.person()
    await vk.send(other)
    number = await vk.ok("messages.send", **{name: person}, random_id=1, message="x")

    assert number == 4
    assert (await vk.chat(person))[-1]["id"] == 2


async def test_styles_are_cut_by_utf16_units(vk: VkPlay) -> None:
    person = await vk.person()
    items = [
        {"type": "bold", "offset": 0, "length": 5},
        {"type": "url", "offset": 3, "length": 2, "url": "https://vk.com"},
    ]
    await vk.send(person, message="🙂 да нет", format_data=json.dumps({"version": "1", "items": items}))

    spans = (await vk.chat(person))[-1]["spans"]
    assert [(s["text"], s["bold"], s["url"]) for s in spans] == [
        ("🙂 ", True, ""),
        ("да", True, "https://vk.com"),
        (" нет", False, ""),
    ]


async def test_markup_of_another_messenger_is_plain_text(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.send(person, message="<b>x</b>")

    assert (await vk.chat(person))[-1]["spans"] == [{"text": "<b>x</b>", "bold": False, "italic": False, "url": ""}]


async def test_an_edit_without_keyboard_takes_it_away(vk: VkPlay) -> None:
    person = await vk.person()
    item = await vk.send(person, keyboard=json.dumps(CALLBACK))
    call = {"peer_id": person, "cmid": item["conversation_message_id"]}

    await vk.ok("messages.edit", **call, message="Ещё", keyboard=json.dumps(CALLBACK))
    assert (await vk.chat(person))[-1]["buttons"] == [["Да"]]
    await vk.ok("messages.edit", **call, message="Всё")
    message = (await vk.chat(person))[-1]
    assert (message["text"], message["buttons"], message["edited"]) == ("Всё", [], True)


@pytest.mark.parametrize("name", ["message_id", "conversation_message_id"])
async def test_a_message_to_edit_has_three_names(vk: VkPlay, name: str) -> None:
    await vk.person()
    person = await vk.person()
    item = await vk.send(person)

    await vk.ok("messages.edit", peer_id=person, message="Ещё", **{name: item[name]})
    assert (await vk.chat(person))[-1]["text"] == "Ещё"


async def test_deleting_for_all_takes_the_message_from_the_person_too(vk: VkPlay) -> None:
    person = await vk.person()
    for for_all in (0, 1):
        await vk.send(person)
        call = {"peer_id": person, "cmids": 2 + for_all, "delete_for_all": for_all}
        [result] = await vk.ok("messages.delete", **call)
        assert (result["response"], result["conversation_message_id"]) == (1, 2 + for_all)

    assert [message["id"] for message in await vk.chat(person)] == [1, 2]
    history = await vk.ok("messages.getHistory", peer_id=person)
    assert [message["conversation_message_id"] for message in history["items"]] == [1]


@pytest.mark.parametrize(("cmid", "code"), [(1, 924), (9, None)])
async def test_what_cannot_be_deleted_for_all_is_told_apart(vk: VkPlay, cmid: int, code: int | None) -> None:
    person = await vk.person()

    [result] = await vk.ok("messages.delete", peer_id=person, cmids=cmid, delete_for_all=1)
    assert (result["response"], result.get("error", {}).get("code")) == (0, code)


async def test_messages_are_deleted_by_number_in_any_chat(vk: VkPlay) -> None:
    await vk.person()
    person = await vk.person()
    item = await vk.send(person)

    found, missing = await vk.ok("messages.delete", message_ids=f"{item['message_id']},99", delete_for_all=1)
    assert (found["peer_id"], found["response"], missing["response"]) == (person, 1, 0)
    assert len(await vk.chat(person)) == 1


@pytest.mark.parametrize(
    ("data", "toast"),
    [
        ({"type": "show_snackbar", "text": "я" * 90}, "я" * 90),
        ({"type": "open_link", "link": "https://vk.com"}, "https://vk.com"),
        (None, ""),
    ],
)
async def test_an_answer_to_a_press_is_shown(vk: VkPlay, data: dict[str, Any] | None, toast: str) -> None:
    person = await vk.person()
    await vk.send(person, keyboard=json.dumps(CALLBACK))
    await vk.play.post(f"vk/{person}/press", label="Да")
    [event] = await vk.events("message_event")

    call = {name: event[name] for name in ("event_id", "user_id", "peer_id")}
    await vk.ok("messages.sendMessageEventAnswer", **call, event_data=data and json.dumps(data))
    assert (await vk.play.get(f"vk/{person}/toast"))["text"] == toast


async def test_unanswered_conversations_are_those_where_the_person_spoke_last(vk: VkPlay) -> None:
    answered, waiting = await vk.person(), await vk.person()
    await vk.person(started=False)
    await vk.send(answered)

    found = await vk.ok("messages.getConversations", filter="unanswered", extended=1)
    assert [item["last_message"]["peer_id"] for item in found["items"]] == [waiting]
    assert found["profiles"][0]["id"] == waiting
    assert (await vk.ok("messages.getConversations"))["count"] == 2


async def test_reading_a_chat_leaves_nothing_unread(vk: VkPlay) -> None:
    person = await vk.person()
    assert (await vk.ok("messages.getConversations", filter="unread"))["count"] == 1

    await vk.ok("messages.markAsRead", peer_id=person)
    assert (await vk.ok("messages.getConversations", filter="unread"))["count"] == 0


async def test_history_is_given_newest_first_by_pages(vk: VkPlay) -> None:
    person = await vk.person()
    for text in "абв":
        await vk.send(person, message=text)

    page = await vk.ok("messages.getHistory", peer_id=person, count=2, offset=1)
    assert (page["count"], [message["text"] for message in page["items"]]) == (4, ["б", "а"])
    forward = await vk.ok("messages.getHistory", user_id=person, count=1, rev=1)
    assert forward["items"][0]["from_id"] == person


async def test_messages_are_found_by_their_number_in_the_chat(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.send(person, keyboard=json.dumps(CALLBACK), payload='{"our":1}')

    ids = {"peer_id": person, "conversation_message_ids": "2,9"}
    found = await vk.ok("messages.getByConversationMessageId", **ids)
    [message] = found["items"]
    assert (message["out"], message["payload"], message["from_id"]) == (1, '{"our":1}', -vk.group_id)
    assert message["keyboard"]["buttons"][0][0]["action"]["payload"] == '{"c":"1"}'


async def test_people_are_shown_by_first_and_last_name(vk: VkPlay) -> None:
    person = (await vk.play.post("people", platform="vk", name="Анна Петровна Ткач"))["id"]

    [user] = await vk.ok("users.get", user_ids=f"id{person},5")
    assert (user["id"], user["first_name"], user["last_name"]) == (person, "Анна", "Петровна Ткач")


async def test_a_typing_mark_is_taken(vk: VkPlay) -> None:
    assert await vk.ok("messages.setActivity", peer_id=await vk.person(), type="typing") == 1
