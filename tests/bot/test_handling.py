from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError
from aiogram.methods import SendMessage
from aiogram.types import Update
from sqlalchemy import select

from bot.handling import TRIES, Handling
from bot.polling import Arrived
from bot.speech import GaveUp
from domain.notices import News
from locales import Texts
from storage.database import Database
from storage.models import Account, Notice
from tests.storage.stock import NOW, some_person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

CALL = SendMessage(chat_id=1, text="…")


class Clock:
    def now(self) -> Any:
        return NOW


@dataclass
class Scripted:
    """The dispatcher and the bot in one: fails as it is told to, keeps what it was given."""

    failures: list[Exception] = field(default_factory=list)
    fed: int = 0
    said: list[str] = field(default_factory=list)
    mute: bool = False

    async def feed_update(self, *_: object, **__: object) -> None:
        self.fed += 1
        if self.failures:
            raise self.failures.pop()

    async def send_message(self, chat_id: int, text: str, **_: object) -> None:
        if self.mute:
            raise TelegramNetworkError(CALL, "no connection")
        self.said.append(text)


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Scripted:
    monkeypatch.setattr("bot.handling.PAUSE_SECONDS", 0)
    return Scripted()


@pytest.fixture
def handling(scripted: Any, database: Database) -> Handling:
    return Handling(scripted, "telegram", scripted, database, Clock(), Texts.load("ru"))


def said(text: str = "привет") -> Arrived:
    sender = {"id": 1, "is_bot": False, "first_name": "…"}
    message = {"message_id": 5, "date": 0, "chat": {"id": 1, "type": "private"}, "from": sender, "text": text}
    return Arrived("17", 1, Update.model_validate({"update_id": 17, "message": message}))


async def account(database: Database) -> Account:
    async with database.begin() as storage:
        return await storage.people.account("telegram", 1, NOW)


async def test_a_handled_update_is_handed_on_once(handling: Handling, scripted: Scripted) -> None:
    await handling(said())
    assert (scripted.fed, scripted.said) == (1, [])


@pytest.mark.parametrize("failures", range(1, TRIES))
async def test_a_passing_failure_is_tried_again_without_a_word(
    handling: Handling, scripted: Scripted, failures: int
) -> None:
    scripted.failures = [KeyError("…")] * failures
    await handling(said())
    assert (scripted.fed, scripted.said) == (failures + 1, [])


async def test_an_update_that_always_fails_is_set_aside_with_one_sentence(
    handling: Handling, scripted: Scripted, database: Database
) -> None:
    scripted.failures = [KeyError("…")] * 99
    await handling(said())
    assert (scripted.fed, scripted.said) == (TRIES, [Texts.load("ru")("set-aside")])
    async with database.begin() as storage:
        assert not await storage.updates.take("telegram", "17", NOW)


async def test_tries_before_a_restart_count(handling: Handling, scripted: Scripted, database: Database) -> None:
    async with database.begin() as storage:
        for _ in range(TRIES - 1):
            await storage.updates.fail("telegram", "17", NOW)
    scripted.failures = [KeyError("…")] * 99
    await handling(said())
    assert scripted.fed == 1


async def test_an_apology_that_does_not_get_through_ends_it_all_the_same(
    handling: Handling, scripted: Scripted
) -> None:
    scripted.failures, scripted.mute = [KeyError("…")] * 99, True
    await handling(said())
    assert scripted.said == []


async def test_what_a_person_wrote_is_never_in_the_log(
    handling: Handling, scripted: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    scripted.failures = [ValueError("Анна Петровна, +7 912 345-67-89")] * 99
    await handling(said("Анна Петровна"))
    assert "ValueError at test_handling.py" in caplog.text
    assert "Анна" not in caplog.text
    assert "912" not in caplog.text


async def test_who_has_blocked_the_bot_is_known_to_be_unreachable(
    handling: Handling, scripted: Scripted, database: Database
) -> None:
    scripted.failures = [TelegramForbiddenError(CALL, "bot was blocked by the user")]
    await handling(said())
    assert scripted.fed == 1
    assert not (await account(database)).reachable


async def test_a_reply_that_did_not_get_through_is_shown_later(
    handling: Handling, scripted: Scripted, database: Database
) -> None:
    person = await some_person(database)
    scripted.failures = [GaveUp("17:0")]
    await handling(said())
    async with database.look() as session:
        notice = (await session.scalars(select(Notice))).one()
    assert (scripted.fed, notice.kind, notice.person_id) == (1, News.CURRENT_SCREEN, person)


async def test_after_an_administrators_own_reply_the_bot_keeps_silent_for_a_day(
    handling: Handling, scripted: Scripted, database: Database
) -> None:
    await handling(Arrived("18", 1, None))
    assert scripted.fed == 0
    assert (await account(database)).silent_until == NOW + timedelta(hours=24)
