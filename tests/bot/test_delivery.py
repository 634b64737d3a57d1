from datetime import timedelta
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import SendMessage

from bot.delivery import PAUSE, Delivery
from bot.vk.limiter import Priority
from bot.vk.sending import Sending, current_sending
from domain.notices import News
from handlers.screen import Screen
from handlers.visit import Addresses
from locales import Texts
from scheduler.deliver import Done, Failed, Later, Withdrawn
from storage.database import Database
from storage.models import Notice
from tests.bot.test_handling import Clock
from tests.storage.stock import NOW, person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

CALL = SendMessage(chat_id=1, text="…")
BLOCKED = TelegramForbiddenError(CALL, "bot was blocked by the user")
PASSING = (TelegramNetworkError(CALL, "reset"), TelegramServerError(CALL, "502"))


class Messenger:
    """A bot that fails as it is told to and keeps to whom it spoke, and how the message was marked."""

    def __init__(self) -> None:
        self.failure: TelegramAPIError | None = None
        self.shown: list[int] = []
        self.marks: list[Sending] = []

    async def send_message(self, chat_id: int, text: str, **_: object) -> None:
        self.marks.append(current_sending())
        if self.failure is not None:
            raise self.failure
        self.shown.append(chat_id)


class Stage:
    """A person with an account in each messenger, the preferred one on Telegram, and a notice to her."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.telegram, self.vk = Messenger(), Messenger()
        bots: Any = {"telegram": self.telegram, "vk": self.vk}
        nothing: Any = None
        self.delivery = Delivery(bots, database, Clock(), Texts.load("ru"), Addresses({}), nothing)
        self.accounts: dict[str, int] = {}
        self.notice = 0
        self.random_id = 0

    async def set(self) -> "Stage":
        async with self.database.begin() as storage:
            made = await person(storage, 1)
            other = await storage.people.account("vk", 2, NOW)
            other.person = made
            await storage.notices.add(made.id, News.LETTER_ANSWERED, "answer", NOW, NOW)
            notice = (await storage.notices.waiting_of(made.id, NOW, [News.LETTER_ANSWERED]))[0]
            self.notice, self.random_id = notice.id, notice.random_id
            self.accounts = {each.platform: each.id for each in await storage.people.accounts(made.id)}
        return self

    async def reachable(self, platform: str) -> bool:
        async with self.database.begin() as storage:
            account = await storage.people.account_by_id(self.accounts[platform])
        assert account is not None
        return account.reachable


@pytest.fixture
async def stage(database: Database, monkeypatch: pytest.MonkeyPatch) -> Stage:
    async def told(_scene: object, notices: list[Notice]) -> Screen | None:
        return Screen("Ответ куратора") if notices[0].subject != {"gone": 1} else None

    monkeypatch.setattr("bot.delivery.render", told)
    return await Stage(database).set()


async def test_the_preferred_account_is_written_to(stage: Stage) -> None:
    assert await stage.delivery(stage.notice) == Done(stage.accounts["telegram"])
    assert (stage.telegram.shown, stage.vk.shown) == ([1], [])


async def test_a_message_carries_its_stored_id_and_yields_to_replies(stage: Stage) -> None:
    await stage.delivery(stage.notice)
    assert stage.telegram.marks == [Sending(stage.random_id, Priority.BULK)]


async def test_who_has_blocked_one_account_is_written_to_on_the_other(stage: Stage) -> None:
    stage.telegram.failure = BLOCKED
    assert await stage.delivery(stage.notice) == Done(stage.accounts["vk"])
    assert not await stage.reachable("telegram")
    assert await stage.delivery(stage.notice) == Done(stage.accounts["vk"])
    assert len(stage.telegram.marks) == 1


async def test_who_has_blocked_all_accounts_is_unreachable(stage: Stage) -> None:
    stage.telegram.failure = stage.vk.failure = BLOCKED
    assert await stage.delivery(stage.notice) == Failed("unreachable")
    assert not await stage.reachable("vk")


async def test_a_refused_message_goes_to_the_other_account_and_blames_nobody(stage: Stage) -> None:
    stage.telegram.failure = TelegramBadRequest(CALL, "chat not found")
    assert await stage.delivery(stage.notice) == Done(stage.accounts["vk"])
    assert await stage.reachable("telegram")


async def test_a_messenger_that_asks_to_wait_is_given_that_time(stage: Stage) -> None:
    stage.telegram.failure = TelegramRetryAfter(CALL, "Too Many Requests", retry_after=17)
    assert await stage.delivery(stage.notice) == Later(timedelta(seconds=17))
    assert stage.vk.shown == []


@pytest.mark.parametrize("failure", PASSING, ids=["network", "server"])
async def test_a_passing_failure_is_tried_again_on_the_same_account(stage: Stage, failure: TelegramAPIError) -> None:
    stage.telegram.failure = failure
    assert await stage.delivery(stage.notice) == Later(PAUSE)
    assert stage.vk.shown == []


async def test_what_is_no_longer_true_is_withdrawn(stage: Stage) -> None:
    async with stage.database.begin() as storage:
        (await storage.notices.get(stage.notice)).subject = {"gone": 1}
    assert await stage.delivery(stage.notice) == Withdrawn()
    assert stage.telegram.marks == []
