"""What people do through the control interface, and what they and the page see."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.sandbox.play import Play

YES = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
KEYS = {"keyboard": [[{"text": "Анкета"}, {"text": "Помощь"}]], "one_time_keyboard": True}


async def test_people_of_both_platforms_share_their_numbers(play: Play) -> None:
    assert await play.person(started=False) == 1001
    assert await play.person("vk", started=False) == 1001
    assert await play.person(started=False) == 1002


async def test_an_act_waits_for_the_answer(play: Play) -> None:
    person = await play.person()
    await play.drained()
    acting = asyncio.create_task(play.post(f"telegram/{person}/say?wait=10", text="Здравствуйте"))
    await play.updates(timeout=10)
    await play.ok("sendMessage", chat_id=person, text="<b>Добрый</b> день", parse_mode="HTML", reply_markup=YES)
    (answer,) = await acting
    assert (answer["text"], answer["buttons"], answer["from"]) == ("Добрый день", [["Да"]], "bot")
    assert answer["spans"][0] == {"text": "Добрый", "bold": True, "italic": False, "url": ""}


async def test_an_act_answers_at_once_without_wait(play: Play) -> None:
    person = await play.person()
    assert await play.post(f"telegram/{person}/say", text="Здравствуйте") == []


async def test_an_edited_message_is_an_answer_too(play: Play) -> None:
    person = await play.person()
    await play.drained()
    sent = await play.ok("sendMessage", chat_id=person, text="Готовы?", reply_markup=YES)
    acting = asyncio.create_task(play.post(f"telegram/{person}/press?wait=10", label="Да"))
    await play.updates(timeout=10)
    await play.ok("editMessageText", chat_id=person, message_id=sent["message_id"], text="Записала")
    (answer,) = await acting
    assert (answer["text"], answer["edited"], answer["buttons"]) == ("Записала", True, [])


async def test_the_newest_button_with_the_label_is_pressed(play: Play) -> None:
    person = await play.person()
    await play.drained()
    first, second = [
        await play.ok("sendMessage", chat_id=person, text=text, reply_markup=YES) for text in ("Раз?", "Два?")
    ]
    await play.post(f"telegram/{person}/press", label="Да")
    await play.post(f"telegram/{person}/press", label="Да", message=first["message_id"])
    pressed = [update["callback_query"]["message"]["message_id"] for update in await play.updates()]
    assert pressed == [second["message_id"], first["message_id"]]


async def test_a_reply_keyboard_says_its_label_and_goes_when_it_is_for_once(play: Play) -> None:
    person = await play.person()
    await play.drained()
    await play.ok("sendMessage", chat_id=person, text="Что дальше?", reply_markup=KEYS)
    assert (await play.get(f"telegram/{person}/chat"))[-1]["keyboard"] == [["Анкета", "Помощь"]]
    await play.post(f"telegram/{person}/press", label="Анкета")
    assert (await play.updates())[0]["message"]["text"] == "Анкета"
    assert (await play.get(f"telegram/{person}/chat"))[-1]["keyboard"] == []


async def test_a_removed_keyboard_is_gone(play: Play) -> None:
    person = await play.person()
    await play.ok("sendMessage", chat_id=person, text="Что дальше?", reply_markup=KEYS)
    await play.ok("sendMessage", chat_id=person, text="Пишите", reply_markup={"remove_keyboard": True})
    assert (await play.get(f"telegram/{person}/chat"))[-1]["keyboard"] == []


async def test_an_unknown_button_is_answered_with_those_there_are(play: Play) -> None:
    person = await play.person()
    await play.ok("sendMessage", chat_id=person, text="Готовы?", reply_markup=YES)
    await play.ok("sendMessage", chat_id=person, text="Что дальше?", reply_markup=KEYS)
    answer = await play.try_post(f"telegram/{person}/press", label="Нет")
    assert answer == (404, {"error": "no such button", "labels": ["Да", "Анкета", "Помощь"]})


async def test_a_button_with_a_link_opens_it(play: Play) -> None:
    person = await play.person()
    link = {"inline_keyboard": [[{"text": "Сайт", "url": "https://school.ru"}]]}
    await play.ok("sendMessage", chat_id=person, text="Подробнее", reply_markup=link)
    assert await play.post(f"telegram/{person}/press", label="Сайт") == {"opened": "https://school.ru"}


async def test_a_toast_goes_with_the_next_press(play: Play) -> None:
    person = await play.person()
    await play.drained()
    await play.ok("sendMessage", chat_id=person, text="Готовы?", reply_markup=YES)
    await play.post(f"telegram/{person}/press", label="Да")
    query = (await play.updates())[0]["callback_query"]
    await play.ok("answerCallbackQuery", callback_query_id=query["id"], text="Уже записала")
    await play.post(f"telegram/{person}/press", label="Да")
    assert await play.get(f"telegram/{person}/toast") == {"text": ""}


@pytest.mark.parametrize(
    "link",
    [
        "https://t.me/nastavnik_sandbox_bot?start=inv_7",
        "t.me/nastavnik_sandbox_bot?start=inv_7",
        "tg://resolve?domain=nastavnik_sandbox_bot&start=inv_7",
    ],
)
async def test_an_invitation_starts_the_bot(play: Play, link: str) -> None:
    person = await play.person(started=False)
    await play.post(f"telegram/{person}/open", link=link)
    message = (await play.updates())[0]["message"]
    assert message["text"] == "/start inv_7"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


@pytest.mark.parametrize(
    "link", ["https://t.me/another_bot?start=x", "https://school.ru/?start=x", "https://t.me/nastavnik_sandbox_bot?start=а"]
)  # fmt: skip
async def test_a_link_that_leads_elsewhere_is_refused(play: Play, link: str) -> None:
    person = await play.person(started=False)
    status, _ = await play.try_post(f"telegram/{person}/open", link=link)
    assert status == 400
    assert await play.updates() == []


async def test_whoever_blocked_the_bot_says_nothing_until_it_is_started_again(play: Play) -> None:
    person = await play.person()
    await play.post(f"telegram/{person}/block")
    assert (await play.try_post(f"telegram/{person}/say", text="x"))[0] == 403
    await play.post(f"telegram/{person}/open", link="https://t.me/nastavnik_sandbox_bot")
    await play.ok("sendMessage", chat_id=person, text="С возвращением")


BAD_REQUESTS: list[Callable[[Play], Awaitable[tuple[int, object]]]] = [
    lambda play: play.try_post("telegram/1001/say", text=""),
    lambda play: play.try_post("telegram/1001/say?wait=soon", text="x"),
    lambda play: play.try_post("people", platform="telegram"),
    lambda play: play.try_post("people", platform="icq", name="Анна"),
    lambda play: play.try_post("telegram/1001/upload", file="x"),
]


@pytest.mark.parametrize("act", BAD_REQUESTS)
async def test_a_wrong_request_is_refused(play: Play, act: Callable[[Play], Awaitable[tuple[int, object]]]) -> None:
    await play.person()
    status, answer = await act(play)
    assert (status, list(answer)) == (400, ["error"])  # type: ignore[call-overload]


async def test_an_uploaded_file_is_given_back_with_its_kind(play: Play) -> None:
    person = await play.person()
    await play.upload(f"telegram/{person}", "список.csv", b"1;2", "text/csv; charset=utf-8")
    (file,) = (await play.get(f"telegram/{person}/chat"))[-1]["files"]
    async with play.http.get(file["url"]) as answer:
        assert (await answer.read(), answer.content_type, file["name"]) == (b"1;2", "text/csv", "список.csv")


async def test_nobody_acts_for_a_person_who_is_not_there(play: Play) -> None:
    assert (await play.try_post("telegram/1001/say", text="x"))[0] == 404
    person = await play.person()
    assert (await play.try_post(f"telegram/{person}/say?chat=-5", text="x"))[0] == 404


async def test_the_state_tells_what_is_new(play: Play) -> None:
    person = await play.person()
    before = (await play.get("state"))["seq"]
    waiting = asyncio.create_task(play.get(f"state?after={before}&wait=25"))
    await play.somebody_waits()
    await play.ok("sendMessage", chat_id=person, text="Новость")
    (seen,) = (await waiting)["people"]
    assert (seen["unread"], seen["last"]["text"], seen["last"]["from"]) == (1, "Новость", "bot")
    await play.post(f"people/telegram/{person}/read")
    assert (await play.get("state"))["people"][0]["unread"] == 0


async def test_the_page_learns_the_curators_code(play: Play) -> None:
    assert (await play.get("info"))["code"] == ""
    await play.post("info", code="123-456")
    info = await play.get("info")
    assert info["code"] == "123-456"
    assert info["telegram"] == {"token": play.token, "username": "nastavnik_sandbox_bot"}


async def test_calls_are_counted_by_their_answers(play: Play) -> None:
    person = await play.person()
    await play.ok("sendMessage", chat_id=person, text="x")
    await play.bot("sendMessage", chat_id=person, text="")
    assert await play.get("calls") == [
        {"platform": "telegram", "method": "sendMessage", "code": code, "count": 1} for code in (200, 400)
    ]
