"""getUpdates: what is queued, confirmed, left out and refused; presses and their answers."""

import asyncio
from typing import Any

import pytest

from sandbox.telegram import answers
from tests.sandbox.play import Play

ASK = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}, {"text": "Сайт", "url": "https://school.ru"}]]}


async def pressed(play: Play) -> dict[str, Any]:
    """The callback query of a person who pressed «Да»."""
    person = await play.person()
    await play.drained()
    await play.ok("sendMessage", chat_id=person, text="Готовы?", reply_markup=ASK)
    await play.post(f"telegram/{person}/press", label="Да")
    query: dict[str, Any] = (await play.updates())[0]["callback_query"]
    return query


async def test_an_unconfirmed_update_comes_again_and_a_confirmed_one_does_not(play: Play) -> None:
    await play.person()
    first, again = await play.updates(), await play.updates()
    assert first == again
    assert first[0]["message"]["text"] == "/start"
    assert await play.updates(offset=first[0]["update_id"] + 1) == []
    assert await play.updates() == []


async def test_limit_and_negative_offset(play: Play) -> None:
    person = await play.person()
    for text in ("один", "два", "три"):
        await play.post(f"telegram/{person}/say", text=text)
    assert len(await play.updates(limit=2)) == 2
    assert [u["message"]["text"] for u in await play.updates(offset=-1)] == ["три"]


async def test_a_long_poll_ends_when_somebody_writes(play: Play) -> None:
    person = await play.person()
    await play.drained()
    poll = asyncio.create_task(play.updates(timeout=50))
    await play.somebody_waits()
    await play.post(f"telegram/{person}/say", text="Добрый день")
    assert (await poll)[0]["message"]["text"] == "Добрый день"


async def test_a_second_poll_ends_the_first_with_a_conflict(play: Play) -> None:
    person = await play.person()
    await play.drained()
    first = asyncio.create_task(play.bot("getUpdates", timeout=50))
    await play.somebody_waits()
    second = asyncio.create_task(play.bot("getUpdates", timeout=50))
    assert await first == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    await play.post(f"telegram/{person}/say", text="Есть кто?")
    assert (await second)["result"][0]["message"]["text"] == "Есть кто?"


async def test_get_updates_is_refused_while_a_webhook_is_set(play: Play) -> None:
    await play.ok("setWebhook", url="https://school.ru/bot")
    assert await play.bot("getUpdates") == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    }
    await play.ok("deleteWebhook")
    assert await play.updates() == []


@pytest.mark.parametrize(
    ("allowed", "kinds"),
    [
        (["message", "callback_query"], []),
        (["message", "my_chat_member"], ["my_chat_member"]),
        ([], ["my_chat_member"]),
    ],
)
async def test_blocking_is_told_only_to_a_bot_that_asked(play: Play, allowed: list[str], kinds: list[str]) -> None:
    person = await play.person()
    await play.drained()
    await play.updates(allowed_updates=allowed)
    await play.post(f"telegram/{person}/block")
    assert [kind for update in await play.updates() for kind in update if kind != "update_id"] == kinds


async def test_blocking_and_allowing_come_as_membership(play: Play) -> None:
    person = await play.person()
    await play.drained()
    await play.post(f"telegram/{person}/block")
    await play.post(f"telegram/{person}/allow")
    changes = [update["my_chat_member"] for update in await play.updates()]
    statuses = [(c["old_chat_member"]["status"], c["new_chat_member"]["status"]) for c in changes]
    assert statuses == [("member", "kicked"), ("kicked", "member")]


async def test_a_press_is_answered_once_and_its_text_is_shown(play: Play) -> None:
    query = await pressed(play)
    assert query["data"] == "yes"
    await play.ok("answerCallbackQuery", callback_query_id=query["id"], text="Записала")
    assert await play.get(f"telegram/{query['from']['id']}/toast") == {"text": "Записала"}
    again = await play.bot("answerCallbackQuery", callback_query_id=query["id"])
    assert again["description"] == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )


async def test_a_press_is_not_answered_late(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    query = await pressed(play)
    monkeypatch.setattr(answers, "ANSWERABLE_FOR", 0.0)
    late = await play.bot("answerCallbackQuery", callback_query_id=query["id"])
    assert late["description"].startswith("Bad Request: query is too old")


async def test_an_answer_of_more_than_200_characters_is_refused(play: Play) -> None:
    query = await pressed(play)
    body = await play.bot("answerCallbackQuery", callback_query_id=query["id"], text="я" * 201)
    assert (body["error_code"], body["description"]) == (400, "Bad Request: MESSAGE_TOO_LONG")
    await play.ok("answerCallbackQuery", callback_query_id=query["id"], text="я" * 200)


async def test_a_long_text_of_a_person_comes_in_pieces(play: Play) -> None:
    person = await play.person()
    await play.drained()
    await play.post(f"telegram/{person}/say", text="🙂" * 5000)
    assert [len(update["message"]["text"]) for update in await play.updates()] == [2048, 2048, 904]


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(play: Play) -> None:
    person = await play.person()
    await play.drained()
    group = (await play.post("groups", platform="telegram", title="Коллеги", members=[person]))["id"]
    for text in ("Всем привет", "/help", "@nastavnik_sandbox_bot, помоги"):
        await play.post(f"telegram/{person}/say?chat={group}", text=text)
    joined, *messages = await play.updates()
    assert joined["my_chat_member"]["chat"] == {"id": group, "type": "supergroup", "title": "Коллеги"}
    assert [m["message"]["text"] for m in messages] == ["/help", "@nastavnik_sandbox_bot, помоги"]
