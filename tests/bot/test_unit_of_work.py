from typing import Any

import pytest
from aiogram.types import Update

from bot.unit_of_work import TRIES, UnitOfWork, as_screens
from handlers.screen import Screen
from handlers.visit import Addresses, Visit
from locales import Texts
from storage.database import Conflict, Database
from storage.storage import Storage
from tests.bot.test_handling import Clock, account, said
from tests.storage.stock import NOW, some_person


class Stage:
    """The unit of work between a handler that does as it is told and a speech that keeps what is shown."""

    def __init__(self, database: Database) -> None:
        nothing: Any = None
        self.database = database
        self.conflicts = 0
        self.failure: Exception | None = None
        self.tries = 0
        self.shown: list[tuple[str, list[Screen]]] = []
        texts = Texts.load("ru")
        ours: Any = self
        self.unit = UnitOfWork(database, Clock(), texts, Addresses({}), ours, ours)
        self.bot: Any = type("Bot", (), {"session": nothing})()

    async def receive(self, *_: object) -> None:
        """No file comes with the update."""

    async def answer(self, _bot: object, _event: object, key: str, screens: list[Screen]) -> None:
        async with self.database.begin() as storage:  # would wait for ever on the one connection of an open one
            assert not await storage.updates.take("telegram", key, NOW)
        self.shown.append((key, screens))

    async def handle(self, _event: object, data: dict[str, Any]) -> Screen:
        visit: Visit = data["visit"]
        self.tries += 1
        visit.account.failed_codes += 1
        if self.tries <= self.conflicts:
            raise Conflict
        if self.failure is not None:
            raise self.failure
        return Screen("Готово")

    async def take(self, event: Update | None = None) -> None:
        data = {"bot": self.bot, "update_key": "17"}
        await self.unit(self.handle, event or said().update, data)  # type: ignore[arg-type]


@pytest.fixture
def stage(database: Database) -> Stage:
    return Stage(database)


async def test_the_bot_speaks_after_what_was_decided_is_kept(stage: Stage, database: Database) -> None:
    await stage.take()
    assert stage.shown == [("17", [Screen("Готово")])]
    assert (await account(database)).failed_codes == 1


async def test_a_repeated_update_is_not_applied_twice(stage: Stage, database: Database) -> None:
    await stage.take()
    await stage.take()
    assert stage.tries == 1
    assert (await account(database)).failed_codes == 1


async def test_a_person_whose_update_is_repeated_sees_the_current_screen(
    stage: Stage, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def current(_visit: Visit) -> Screen:
        return Screen("Вопрос 2")

    monkeypatch.setattr("bot.unit_of_work.current", current)
    await some_person(database)
    await stage.take()
    await stage.take()
    assert [screens for _, screens in stage.shown] == [[Screen("Готово")], [Screen("Вопрос 2")]]


async def test_a_lost_race_is_run_again_from_its_beginning(stage: Stage, database: Database) -> None:
    stage.conflicts = TRIES - 1
    await stage.take()
    assert (stage.tries, len(stage.shown)) == (TRIES, 1)
    assert (await account(database)).failed_codes == 1


async def test_whoever_loses_every_race_says_nothing(stage: Stage) -> None:
    stage.conflicts = TRIES
    with pytest.raises(Conflict):
        await stage.take()
    assert stage.shown == []


async def test_a_failed_handler_leaves_nothing_and_may_be_tried_again(stage: Stage, database: Database) -> None:
    stage.failure = KeyError("…")
    with pytest.raises(KeyError):
        await stage.take()
    assert (await account(database)).failed_codes == 0
    stage.failure = None
    await stage.take()
    assert len(stage.shown) == 1


async def test_after_an_administrators_reply_messages_are_not_answered(stage: Stage, database: Database) -> None:
    async def silence(storage: Storage) -> None:
        (await storage.people.account("telegram", 1, NOW)).silent_until = NOW.replace(year=2027)

    await database.run(silence)
    await stage.take()
    assert (stage.tries, stage.shown) == (0, [("17", [])])


async def test_who_writes_again_can_be_reached_again(stage: Stage, database: Database) -> None:
    async def block(storage: Storage) -> None:
        (await storage.people.account("telegram", 1, NOW)).reachable = False

    await database.run(block)
    await stage.take()
    assert (await account(database)).reachable


@pytest.mark.parametrize("result", ["text", 5, [Screen("…"), "text"]])
def test_what_is_no_screen_is_a_mistake(result: object) -> None:
    with pytest.raises(TypeError):
        as_screens(result)
