"""The stand-in's answers against the published description of the Bot API."""

import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox.play import Play, png

FOLDER = os.environ.get("NASTAVNIK_TEST_CONTRACTS")
KEYS = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}, {"text": "Сайт", "url": "https://school.ru"}]]}

pytestmark = pytest.mark.skipif(not FOLDER, reason="NASTAVNIK_TEST_CONTRACTS names no folder of descriptions")


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Any], list[str]]:
    """Problems of a method's result."""
    monkeypatch.syspath_prepend(str(Path(FOLDER or "")))
    monkeypatch.delitem(sys.modules, "contracts", raising=False)
    problems: Callable[[str, Any], list[str]] = importlib.import_module("contracts").check_telegram_result
    return problems


async def test_every_answer_is_as_described(play: Play, check: Callable[[str, Any], list[str]]) -> None:
    person = await play.person()
    picture = await play.send_file("sendPhoto", "photo", "p.png", png(90, 90), chat_id=person, caption="x")
    paper = await play.send_file("sendDocument", "document", "a.txt", b"1", chat_id=person)
    file_id = paper["result"]["document"]["file_id"]
    sent = await play.ok("sendMessage", chat_id=person, text="<b>x</b>", parse_mode="HTML", reply_markup=KEYS)
    target = {"chat_id": person, "message_id": sent["message_id"]}
    results = [
        ("sendPhoto", picture["result"]),
        ("sendDocument", paper["result"]),
        ("sendMessage", sent),
        ("editMessageReplyMarkup", await play.ok("editMessageReplyMarkup", **target)),
        ("editMessageText", await play.ok("editMessageText", text="y", **target)),
        ("getFile", await play.ok("getFile", file_id=file_id)),
        ("getMe", await play.ok("getMe")),
        ("getWebhookInfo", await play.ok("getWebhookInfo")),
        ("getMyCommands", await play.ok("getMyCommands")),
        ("sendChatAction", await play.ok("sendChatAction", chat_id=person, action="typing")),
        ("deleteMessage", await play.ok("deleteMessage", **target)),
    ]
    assert [problem for method, result in results for problem in check(method, result)] == []


async def test_every_update_is_as_described(play: Play, check: Callable[[str, Any], list[str]]) -> None:
    person = await play.person()
    await play.ok("sendMessage", chat_id=person, text="Готовы?", reply_markup=KEYS)
    await play.post(f"telegram/{person}/press", label="Да")
    await play.upload(f"telegram/{person}", "карта.docx", b"1", "application/zip")
    await play.upload(f"telegram/{person}", "фото.png", png(9, 9), "image/png")
    await play.post("groups", platform="telegram", title="Коллеги", members=[person])
    await play.post(f"telegram/{person}/block")
    updates = await play.updates()
    assert len(updates) == 6
    assert check("getUpdates", updates) == []
