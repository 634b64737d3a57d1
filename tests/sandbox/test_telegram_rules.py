"""Each rule of the Bot API as a call that must be rejected with that code and text."""

from typing import Any

import pytest

from tests.sandbox.play import Play

BOLD = {"parse_mode": "HTML"}
MARKDOWN = {"parse_mode": "MarkdownV2"}
RESERVED = "is reserved and must be escaped with the preceding '\\'"


def markup(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"text": "x", "reply_markup": {"inline_keyboard": [list(buttons)]}}


def text_rule(text: str, reason: str, **more: Any) -> tuple[dict[str, Any], str]:
    return {"text": text, **more}, reason


def html_rule(text: str, reason: str) -> tuple[dict[str, Any], str]:
    return text_rule(text, f"can't parse entities: {reason}", **BOLD)


SEND_RULES = [
    ({}, "message text is empty"),
    text_rule("", "message text is empty"),
    text_rule(" \n", "text must be non-empty"),
    text_rule("<b> </b>", "text must be non-empty", **BOLD),
    text_rule("а" * 4097, "message is too long"),
    text_rule("🙂" * 2049, "message is too long"),
    text_rule("x", "unsupported parse_mode", parse_mode="BBCode"),
    html_rule("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    html_rule("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
    html_rule("да<br>", 'Unsupported start tag "br" at byte offset 4'),
    html_rule("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    html_rule("1<2", "Unclosed start tag at byte offset 1"),
    html_rule("x</b>", "Unexpected end tag at byte offset 1"),
    html_rule("<b>x</b", "Unclosed end tag at byte offset 4"),
    html_rule("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    html_rule("<i =a>x</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
    html_rule("<a href=x,y>x</a>", "Unexpected end of name token at byte offset 8"),
    html_rule('<a href="x>x</a>', "Unclosed start tag at byte offset 0"),
    html_rule("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    text_rule("1.0", f"can't parse entities: Character '.' {RESERVED}", **MARKDOWN),
    text_rule("a-b", f"can't parse entities: Character '-' {RESERVED}", **MARKDOWN),
    text_rule("*x", "can't parse entities: Can't find end of Bold entity at byte offset 0", **MARKDOWN),
    text_rule("[x](y", "can't parse entities: Can't find end of a URL at byte offset 4", **MARKDOWN),
    (markup({"text": "a", "callback_data": ""}), "BUTTON_DATA_INVALID"),
    (markup({"text": "a", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
    (markup({"text": "a", "callback_data": "я" * 33}), "BUTTON_DATA_INVALID"),
    (markup({"text": "a", "url": "http://localhost/x"}), "BUTTON_URL_INVALID"),
    (markup({"text": "a", "url": "javascript:alert(1)"}), "BUTTON_URL_INVALID"),
    (
        markup({"text": "a"}),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        markup({"text": "", "callback_data": "x"}),
        "can't parse inline keyboard button: Can't find field \"text\"",
    ),
    (markup(*[{"text": "a", "callback_data": "x"}] * 101), "reply markup is too long"),
    ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ({"text": "x", "reply_markup": []}, "object expected as reply markup"),
    (
        {"text": "x", "reply_markup": {"keyboard": ["a"]}},
        'field "keyboard" must be an Array of Arrays',
    ),
    ({"text": "x", "chat_id": ""}, "chat_id is empty"),
    ({"text": "x", "chat_id": 999}, "chat not found"),
]


@pytest.mark.parametrize(("params", "reason"), SEND_RULES)
async def test_send_message_is_rejected(play: Play, params: dict[str, Any], reason: str) -> None:
    person = await play.person()
    body = await play.bot("sendMessage", **{"chat_id": person, **params})
    assert body == {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"}
    assert len(await play.get(f"telegram/{person}/chat")) == 1


ACCEPTED = [
    ({"text": "а" * 4096}, "а" * 4096),
    ({"text": f"<b>{'а' * 4096}</b>", **BOLD}, "а" * 4096),
    ({"text": "Мама & папа &laquo; &lt;3", **BOLD}, "Мама & папа &laquo; <3"),
    ({"text": "<a href='https://school.ru/?a=1&amp;b=2'>сайт</a>", **BOLD}, "сайт"),
    ({"text": "*Да* _нет_ 1\\.0", **MARKDOWN}, "Да нет 1.0"),
    (markup({"text": "a", "callback_data": "x" * 64}), "x"),
    (markup(*[{"text": "a", "callback_data": "x"}] * 100), "x"),
]


@pytest.mark.parametrize(("params", "shown"), ACCEPTED)
async def test_send_message_is_accepted_at_the_limit(play: Play, params: dict[str, Any], shown: str) -> None:
    sent = await play.ok("sendMessage", chat_id=await play.person(), **params)
    assert sent["text"] == shown


EDIT_RULES = [
    ("editMessageText", {"text": "Было"}, "message is not modified: specified new message content and reply "
     "markup are exactly the same as a current content and reply markup of the message"),
    ("editMessageText", {"text": "x", "message_id": 77}, "message to edit not found"),
    ("editMessageText", {"text": "x", "message_id": 1}, "message can't be edited"),
    ("editMessageText", {"text": "x", "message_id": 0}, "message identifier is not specified"),
    ("editMessageText", {"text": ""}, "message text is empty"),
    ("editMessageText", {"text": "x" * 4097}, "message is too long"),
    ("editMessageText", {"text": "x", "reply_markup": {"keyboard": [["a"]]}}, "inline keyboard expected"),
    ("editMessageText", {"text": "x", "chat_id": 999}, "chat not found"),
    ("editMessageCaption", {"caption": "x"}, "there is no caption in the message to edit"),
    ("editMessageReplyMarkup", {}, "message is not modified: specified new message content and reply "
     "markup are exactly the same as a current content and reply markup of the message"),
    ("deleteMessage", {"message_id": 77}, "message to delete not found"),
    ("deleteMessage", {"message_id": 0}, "message identifier is not specified"),
    ("sendChatAction", {"action": "sleeping"}, "wrong parameter action in request"),
    ("sendDocument", {}, "there is no document in the request"),
    ("sendDocument", {"document": "BQACunknown"}, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {}, "there is no photo in the request"),
    ("sendDocument", {"document": "x", "caption": "я" * 1025}, "message caption is too long"),
    ("getFile", {"file_id": "BQACunknown"}, "wrong file_id or the file is temporarily unavailable"),
    ("getFile", {}, "file_id not specified"),
    ("answerCallbackQuery", {"callback_query_id": "1"},
     "query is too old and response timeout expired or query ID is invalid"),
    ("setMyCommands", {"commands": [{"command": "Start", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "start", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "params", "reason"), EDIT_RULES)
async def test_other_calls_are_rejected(play: Play, method: str, params: dict[str, Any], reason: str) -> None:
    person = await play.person()
    sent = await play.ok("sendMessage", chat_id=person, text="Было")
    body = await play.bot(method, **{"chat_id": person, "message_id": sent["message_id"], **params})
    assert body == {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"}


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(play: Play) -> None:
    person = await play.person()
    keyboard = {"keyboard": [[{"text": "Да"}]]}
    sent = await play.ok("sendMessage", chat_id=person, text="Готовы?", reply_markup=keyboard)
    body = await play.bot("editMessageText", chat_id=person, message_id=sent["message_id"], text="Уже")
    assert body["description"] == "Bad Request: message can't be edited"


async def test_the_text_of_a_file_message_is_a_caption(play: Play) -> None:
    person = await play.person()
    sent = (await play.send_file("sendDocument", "document", "a.txt", b"1", chat_id=person))["result"]
    target = {"chat_id": person, "message_id": sent["message_id"]}
    body = await play.bot("editMessageText", text="x", **target)
    assert body["description"] == "Bad Request: there is no text in the message to edit"
    assert (await play.ok("editMessageCaption", caption="Список", **target))["caption"] == "Список"


async def test_a_message_older_than_two_days_cannot_be_deleted(play: Play) -> None:
    person = await play.person()
    sent = await play.ok("sendMessage", chat_id=person, text="Старое")
    await play.post("clock", now="2026-10-03T07:00:01+00:00")
    body = await play.bot("deleteMessage", chat_id=person, message_id=sent["message_id"])
    assert body["description"] == "Bad Request: message can't be deleted"


async def test_a_person_who_never_started_is_not_written_to(play: Play) -> None:
    person = await play.person(started=False)
    body = await play.bot("sendMessage", chat_id=person, text="x")
    assert (body["error_code"], body["description"]) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )


@pytest.mark.parametrize(
    ("act", "reason"), [("block", "bot was blocked by the user"), ("deactivate", "user is deactivated")]
)
async def test_a_person_who_left_is_not_written_to(play: Play, act: str, reason: str) -> None:
    person = await play.person()
    await play.post(f"telegram/{person}/{act}")
    body = await play.bot("sendMessage", chat_id=person, text="x")
    assert (body["error_code"], body["description"]) == (403, f"Forbidden: {reason}")


async def test_a_wrong_token_is_unauthorized(play: Play) -> None:
    async with play.http.post("/bot1:wrong/getMe") as answer:
        assert answer.status == 401
        assert await answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_an_unknown_method_is_not_found(play: Play) -> None:
    body = await play.bot("sendTelepathy")
    assert body == {"ok": False, "error_code": 404, "description": "Not Found: method not found"}


async def test_the_name_of_a_method_has_no_case(play: Play) -> None:
    assert (await play.ok("GETME"))["username"] == "nastavnik_sandbox_bot"
