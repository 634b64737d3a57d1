"""What people do in VK, as the events that a bot gets."""

import json
from typing import Any

import pytest

from tests.sandbox.vk_play import VkPlay

BUTTONS = [
    [{"action": {"type": "text", "label": "Текст", "payload": '{"c":"1"}'}}],
    [{"action": {"type": "callback", "label": "Да", "payload": {"c": "2"}}, "color": "primary"}],
    [{"action": {"type": "open_link", "label": "Сайт", "link": "https://vk.com/club1"}}],
]


async def test_a_message_has_the_shape_of_the_version(vk: VkPlay) -> None:
    person = await vk.person(started=False)
    await vk.play.post(f"vk/{person}/say", text="Здравствуйте")

    [event] = await vk.events("message_new")
    message = event["message"]
    assert (message["from_id"], message["peer_id"], message["conversation_message_id"]) == (person, person, 1)
    assert (message["text"], message["out"], message["attachments"]) == ("Здравствуйте", 0, [])
    assert message["date"] == int(vk.play.now.timestamp())
    assert "callback" in event["client_info"]["button_actions"]


async def test_a_link_brings_its_ref_with_the_press_of_start(vk: VkPlay) -> None:
    person = await vk.person(started=False)
    await vk.play.post(f"vk/{person}/open", link=f"{vk.info['link']}?ref=abc&ref_source=poster")

    [event] = await vk.events("message_new")
    message = event["message"]
    assert (message["text"], json.loads(message["payload"])) == ("Начать", {"command": "start"})
    assert (message["ref"], message["ref_source"]) == ("abc", "poster")


async def test_in_a_used_chat_a_link_brings_its_ref_with_the_next_words(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.play.post(f"vk/{person}/open", link=f"vk.me/club{vk.group_id}?ref=abc")
    for word in ("да", "нет"):
        await vk.play.post(f"vk/{person}/say", text=word)

    messages = [event["message"] for event in await vk.events("message_new")]
    assert [(m["text"], m.get("ref")) for m in messages] == [("/start", None), ("да", "abc"), ("нет", None)]


@pytest.mark.parametrize("link", ["https://vk.me/club1?ref=a", "https://t.me/club220000001", "x"])
async def test_a_link_to_elsewhere_is_refused(vk: VkPlay, link: str) -> None:
    person = await vk.person()

    assert (await vk.play.try_post(f"vk/{person}/open", link=link))[0] == 400


async def test_each_kind_of_button_does_its_own(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.send(person, keyboard=json.dumps({"inline": True, "buttons": BUTTONS}))
    opened = await vk.play.post(f"vk/{person}/press", label="Сайт")
    for label in ("Текст", "Да"):
        await vk.play.post(f"vk/{person}/press", label=label)

    assert opened == {"opened": "https://vk.com/club1"}
    message = (await vk.events("message_new"))[-1]["message"]
    assert (message["text"], message["payload"]) == ("Текст", '{"c":"1"}')
    [press] = await vk.events("message_event")
    assert (press["user_id"], press["peer_id"], press["payload"]) == (person, person, {"c": "2"})
    assert press["conversation_message_id"] == 2


async def test_a_keyboard_of_one_use_goes_after_the_press(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.send(person, keyboard=json.dumps({"one_time": True, "buttons": BUTTONS[:1]}))
    await vk.play.post(f"vk/{person}/press", label="Текст")

    assert (await vk.play.try_post(f"vk/{person}/press", label="Текст"))[0] == 404


async def test_a_ban_stops_messages_until_the_person_writes_or_allows(vk: VkPlay) -> None:
    person = await vk.person()
    for lift in ("allow", "say"):
        await vk.play.post(f"vk/{person}/block")
        assert (await vk.send(person))["error"]["code"] == 901
        await vk.play.post(f"vk/{person}/{lift}", text="Я тут")
        assert "error" not in await vk.send(person)

    assert await vk.events("message_deny") == [{"user_id": person}] * 2
    assert await vk.events("message_allow") == [{"user_id": person, "key": ""}]


async def test_who_allowed_messages_may_be_written_to_first(vk: VkPlay) -> None:
    person = await vk.person(started=False)
    await vk.play.post(f"vk/{person}/allow")

    assert "error" not in await vk.send(person)


async def test_a_long_text_comes_as_several_messages(vk: VkPlay) -> None:
    person = await vk.person(started=False)
    await vk.play.post(f"vk/{person}/say", text="я" * 10_000)

    lengths = [len(event["message"]["text"]) for event in await vk.events("message_new")]
    assert lengths == [4096, 4096, 1808]


async def test_an_administrator_answers_in_the_community_name(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.send(person)
    await vk.play.post(f"vk/{person}/administrator", text="Сейчас посмотрим")

    own, by_hand = await vk.events("message_reply")
    assert "admin_author_id" not in own
    assert by_hand["admin_author_id"] == 900
    assert (by_hand["text"], by_hand["from_id"], by_hand["peer_id"]) == (
        "Сейчас посмотрим",
        -vk.group_id,
        person,
    )
    assert (await vk.chat(person))[-1]["text"] == "Сейчас посмотрим"
    call = {"peer_id": person, "cmid": by_hand["conversation_message_id"], "message": "x"}
    assert (await vk.refused("messages.edit", **call))[0] == 920


async def test_an_administrator_writes_first_to_nobody(vk: VkPlay) -> None:
    person = await vk.person(started=False)

    assert (await vk.play.try_post(f"vk/{person}/administrator", text="x"))[0] == 409


async def test_a_group_chat_has_a_peer_of_its_own(vk: VkPlay) -> None:
    anna, maria = await vk.person(started=False), await vk.person(started=False)
    peer = (await vk.play.post("groups", platform="vk", title="Пятый А", members=[anna, maria]))["id"]
    await vk.play.post(f"vk/{maria}/say?chat={peer}", text="Всем привет")

    invited, said = [event["message"] for event in await vk.events("message_new")]
    assert peer == 2_000_000_001
    assert invited["action"] == {"type": "chat_invite_user", "member_id": -vk.group_id}
    assert (said["peer_id"], said["from_id"]) == (peer, maria)
    assert "error" not in await vk.send(peer)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("vk/community", {"rights": ["fly"]}),
        ("vk/community", {"bots": "no"}),
        ("vk/refusals", {"code": 4242, "method": "messages.send"}),
        ("vk/refusals", {"code": 9, "method": "messages.send", "count": "x"}),
        ("vk/longpoll", {"do": "dance"}),
    ],
)
async def test_a_wish_that_makes_no_sense_is_refused(vk: VkPlay, path: str, body: dict[str, Any]) -> None:
    assert (await vk.play.try_post(path, **body))[0] == 400


async def test_an_error_can_be_ordered_for_one_person(vk: VkPlay) -> None:
    anna, maria = await vk.person(), await vk.person()
    await vk.play.post("vk/refusals", code=900, method="messages.send", peer=anna, count=2)

    items = await vk.ok("messages.send", peer_ids=f"{anna},{maria}", random_id=1, message="x")
    assert [item.get("error", {}).get("code") for item in items] == [900, None]
    assert (await vk.send(anna))["error"]["code"] == 900
    assert "error" not in await vk.send(anna)
