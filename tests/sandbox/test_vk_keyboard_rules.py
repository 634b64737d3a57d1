"""Each rule of VK keyboards as a keyboard that must be rejected with error 911 and that text."""

import json
from typing import Any

import pytest

from tests.sandbox.vk_play import VkPlay

Shape = dict[str, Any]


def text(label: Any = "Да", **action: Any) -> Shape:
    return {"action": {"type": "text", "label": label, **action}}


def inline(*rows: list[Shape], **more: Any) -> Shape:
    return {"inline": True, "buttons": list(rows), **more}


def below(*rows: list[Shape], **more: Any) -> Shape:
    return {"one_time": False, "buttons": list(rows), **more}


def link(address: str) -> Shape:
    return {"action": {"type": "open_link", "label": "Сайт", "link": address}}


RULES = [
    ("нет", "keyboard should be valid json"),
    ([], "keyboard should be an object"),
    ({"inline": True}, "buttons should be an array of arrays"),
    ({"buttons": [text()]}, "buttons should be an array of arrays"),
    (inline([text()], inline="true"), "inline property should be boolean"),
    (below([text()], one_time=1), "one_time property should be boolean"),
    (inline([text()], one_time=True), "one_time is not supported for inline keyboard"),
    (inline(), "inline keyboard contains no buttons"),
    (inline([text()], []), "row 1 contains no columns"),
    (inline(*[[text()]] * 7), "buttons contain too much rows"),
    (below(*[[text()]] * 11), "buttons contain too much rows"),
    (inline([text()], [text()] * 6), "row 1 contains too much columns"),
    (below([text()] * 6), "row 0 contains too much columns"),
    (inline([text()] * 5, [text()] * 5, [text()]), "keyboard contains too much buttons"),
    (below(*[[text()] * 5] * 8, [text()]), "keyboard contains too much buttons"),
    (inline([{"color": "primary"}]), "button [0][0] should have action"),
    (inline([text(), text(type="shout")]), "button [0][1] action has unknown type"),
    (inline([text("")]), "button [0][0] label should be at least 1 letters length"),
    (inline([text(" ")]), "button [0][0] label should be at least 1 letters length"),
    (inline([text(None)]), "button [0][0] label should be at least 1 letters length"),
    (inline([text()], [text("я" * 41)]), "button [1][0] label should be at most 40 letters length"),
    (inline([text(payload=None)]), "button [0][0] payload should not be null"),
    (inline([text(payload="null")]), "button [0][0] payload should not be null"),
    (inline([text(payload="{c:1}")]), "button [0][0] payload should be valid json"),
    (inline([text(payload=json.dumps("x" * 254))]), "button [0][0] payload should be at most 255 letters length"),
    (
        inline([text(payload=json.dumps("x" * 200))] * 5),
        "payloads should be at most 1000 letters length in total",
    ),
    (inline([{**text(), "color": "red"}]), "button [0][0] has unknown color"),
    (inline([{**text(), "color": None}]), "button [0][0] has unknown color"),
    (inline([link("vk.com")]), "button [0][0] has invalid link"),
    (inline([link("https://vk.com/{ref}")]), "button [0][0] has invalid link"),
    (inline([{**link("https://vk.com"), "color": "primary"}]), "button [0][0] color is not supported for open_link"),
]


def as_sent(keyboard: Any) -> str:
    return keyboard if isinstance(keyboard, str) else json.dumps(keyboard)


@pytest.mark.parametrize(("keyboard", "text"), RULES)
async def test_a_keyboard_is_refused_with_this_text(vk: VkPlay, keyboard: Any, text: str) -> None:
    person = await vk.person()

    content = {"random_id": 1, "message": "x", "keyboard": as_sent(keyboard)}
    refused = await vk.refused("messages.send", peer_ids=person, **content)
    assert refused == (911, f"Keyboard format is invalid: {text}")


@pytest.mark.parametrize(
    "keyboard",
    [
        inline([text("я" * 40)] * 5, [text()] * 5),
        inline(*[[text()]] * 6),
        inline([text(payload={"c": "1"}), link("https://vk.com/club1")]),
        inline([text(payload=json.dumps("x" * 248))] * 4),
        below(*[[text()] * 5] * 8),
        below(*[[text()]] * 10),
        below(),
    ],
)
async def test_the_largest_allowed_keyboard_is_taken(vk: VkPlay, keyboard: Shape) -> None:
    item = await vk.send(await vk.person(), keyboard=json.dumps(keyboard))

    assert "error" not in item


async def test_a_keyboard_needs_the_bot_abilities(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.play.post("vk/community", bots=False)

    content = {"random_id": 1, "message": "x", "keyboard": json.dumps(inline([text()]))}
    refused = await vk.refused("messages.send", peer_ids=person, **content)
    assert refused == (912, "This is a chat bot feature, change this status in settings")


async def test_a_keyboard_below_stays_until_an_empty_one(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.send(person, keyboard=json.dumps(below([text("В начало")])))
    await vk.send(person)

    assert (await vk.chat(person))[-1]["keyboard"] == [["В начало"]]
    await vk.send(person, keyboard=json.dumps(below()))
    assert (await vk.chat(person))[-1]["keyboard"] == []
