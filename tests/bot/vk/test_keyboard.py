import json

import pytest
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.vk.errors import NotOnVk, OverLimit
from bot.vk.keyboard import callback_data, keyboard


def inline(*rows):
    return InlineKeyboardMarkup(inline_keyboard=[list(row) for row in rows])


def button(text="Да", data="yes"):
    return InlineKeyboardButton(text=text, callback_data=data)


def shape(markup, **options):
    return json.loads(keyboard(markup, **options) or "null")


def test_a_callback_button_carries_its_data_in_the_payload():
    action = shape(inline([button()]))["buttons"][0][0]["action"]

    assert action == {"type": "callback", "label": "Да", "payload": '{"c":"yes"}'}
    assert callback_data(action["payload"]) == "yes"


def test_old_clients_get_text_buttons_with_the_same_payload():
    action = shape(inline([button()]), plain_buttons=True)["buttons"][0][0]["action"]

    assert action == {"type": "text", "label": "Да", "payload": '{"c":"yes"}'}


def test_a_link_button_opens_the_link():
    row = [InlineKeyboardButton(text="Пост", url="https://vk.com/wall-1_2")]

    assert shape(inline(row)) == {
        "inline": True,
        "buttons": [[{"action": {"type": "open_link", "link": "https://vk.com/wall-1_2", "label": "Пост"}}]],
    }


def test_a_style_becomes_a_colour():
    danger = InlineKeyboardButton(text="Удалить", callback_data="x", style="danger")

    assert shape(inline([danger]))["buttons"][0][0]["color"] == "negative"


def test_a_reply_keyboard_has_text_buttons_below_the_chat():
    markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="В начало")]], one_time_keyboard=True)

    assert shape(markup) == {
        "one_time": True,
        "buttons": [[{"action": {"type": "text", "label": "В начало"}}]],
    }


def test_removing_sends_an_empty_keyboard_and_none_keeps_the_old_one():
    assert shape(ReplyKeyboardRemove()) == {"one_time": False, "buttons": []}
    assert keyboard(None) is None


def test_an_inline_keyboard_without_buttons_is_no_keyboard():
    assert keyboard(inline()) is None


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        (inline(*[[button()]] * 7), "7 rows"),
        (inline(*[[button()] * 5] * 2, [button()]), "11 buttons"),
        (inline([button()] * 6), "more than 5"),
        (inline([button()], []), "no or more"),
        (inline([button(text="я" * 41)]), "40 characters"),
        (inline([button(text="")]), "40 characters"),
        (inline([button(data="я" * 33)]), "64 bytes"),
        (ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="1")]] * 11), "11 rows"),
    ],
)
def test_what_vk_would_refuse_with_911_raises_before_the_call(markup, problem):
    with pytest.raises(OverLimit, match=problem):
        keyboard(markup)


def test_the_fullest_allowed_keyboard_fits_the_limit_of_payloads():
    assert shape(inline(*[[button(data="ы" * 32)] * 5] * 2))["inline"]


@pytest.mark.parametrize(
    "markup",
    [
        ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Телефон", request_contact=True)]]),
        inline([InlineKeyboardButton(text="Оплатить", pay=True)]),
    ],
)
def test_what_vk_has_no_button_for_raises(markup):
    with pytest.raises(NotOnVk):
        keyboard(markup)


@pytest.mark.parametrize("foreign", [None, "", "не JSON", "[1]", '{"command":"start"}', {"c": 5}])
def test_others_payloads_are_no_callback_data(foreign):
    assert callback_data(foreign) is None


def test_callback_data_comes_as_an_object_or_as_a_string():
    assert callback_data({"c": "a:1"}) == callback_data('{"c":"a:1"}') == "a:1"
