"""Role × action × organisation: whoever may not is refused in the conversation, whatever button she presses."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from itertools import count
from typing import Any, get_args
from unittest.mock import patch

import pytest
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.types import CallbackQuery, Chat, Message, Update, User
from sqlalchemy import select

from bot.speech import Speech
from domain.people import ALLOWED, Action, Role
from handlers.callbacks import Go
from handlers.filters import May
from handlers.screen import Screen
from storage.models import Programme, Table
from tests.client import MONDAY, Town
from tests.handlers.plans import switched_on
from tests.handlers.test_completeness import all_routers, screens
from tests.scenes import founded, participant
from tests.storage.stock import person

SECRET = "Тайнова"
IDS = (1, 2)
OF_THE_BOT = {"processed_update", "account", "installation", "position"}
"""What a refused press may touch: that it came, and what the chat waits for."""

STRANGER = 900
"""Numbers of accounts in Telegram that no scene has given away."""

updates = count(1_000_000)


def presses() -> list[tuple[str, Action]]:
    """Data of the buttons whose handlers ask for an action, and that action."""
    asked = [
        (each, may.action)
        for router in all_routers()
        for handler in router.callback_query.handlers
        for each in filters_of(handler.filters, CallbackQueryFilter)
        for may in filters_of(handler.filters, May)
    ]
    return [(data, action) for each, action in asked for data in data_of(each.callback_data) if fits(each, data)]


def filters_of(filters: Sequence[Any] | None, kind: type) -> Iterator[Any]:
    return (each.callback for each in filters or [] if isinstance(each.callback, kind))


def data_of(asked: type[CallbackData]) -> Iterator[str]:
    """Buttons of a class: every screen of ``Go``, else with numbers that are rows of the organisation."""
    if asked is Go:
        yield from (Go(to=word).pack() for word in sorted(screens()))
        return
    for number in IDS:
        fields = asked.model_fields.items()
        yield asked(**{name: value_of(field.annotation, number) for name, field in fields}).pack()


def value_of(kind: Any, number: int) -> Any:
    kind = next(iter(get_args(kind)), kind)
    if isinstance(kind, str):
        return kind
    if kind is Role:
        return Role.MENTOR
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return {bool: True, str: "all"}.get(kind, number)


def fits(taken: CallbackQueryFilter, data: str) -> bool:
    return taken.rule is None or bool(taken.rule.resolve(taken.callback_data.unpack(data)))


@contextmanager
def listening() -> Iterator[list[Screen]]:
    """What the bot would show, without showing it."""
    shown: list[Screen] = []

    async def hear(_speech: Speech, _bot: Any, _event: Any, _key: str, told: Sequence[Screen]) -> None:
        shown.extend(told)

    with patch.object(Speech, "answer", hear):
        yield shown


async def press(town: Town, account: int, data: str) -> str:
    """Everything that the bot answers to a press, whether or not there ever was such a button."""
    someone = User(id=account, is_bot=False, first_name="Кто-то")
    message = Message(message_id=1, date=MONDAY, chat=Chat(id=account, type="private"), text="…")
    query = CallbackQuery(id="1", from_user=someone, chat_instance="1", data=data, message=message)
    number = next(updates)
    with listening() as shown:
        update = Update(update_id=number, callback_query=query)
        bot = town.application.bots["telegram"]
        await town.application.dispatcher.feed_update(bot, update, update_key=f"t{number}", as_start=None)
    labels = " ".join(button.label for screen in shown for row in screen.rows for button in row)
    return " ".join([*(screen.text for screen in shown), labels, *(str(each.papers) for each in shown)])


async def kept(town: Town) -> dict[str, list[Any]]:
    """All rows of all tables that a refused press must not touch."""
    async with town.database.look() as session:
        return {
            table.name: (await session.execute(select(table))).all()
            for table in Table.metadata.sorted_tables
            if table.name not in OF_THE_BOT
        }


async def lively(town: Town) -> None:
    """An organisation with a roadmap that is followed, a mentor and a mentee."""
    curator = await switched_on(town, "telegram")
    await participant(town, curator, f"{SECRET} Анна Сергеевна", "vk", "Наставником")
    await participant(town, curator, "Дюма Вера Павловна", "vk", "Наставляемым")


async def programme_of(town: Town, organisation_id: int) -> Programme:
    async with town.database.begin() as storage:
        return await storage.organisations.programme(organisation_id)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CURATOR])
async def test_what_a_role_may_not_changes_and_shows_nothing(town: Town, role: Role) -> None:
    await lively(town)
    programme = await programme_of(town, 1)
    async with town.database.begin() as storage:
        await person(storage, STRANGER, programme=programme, role=role)
    before = await kept(town)
    forbidden = [data for data, action in presses() if action not in ALLOWED[role]]
    assert forbidden
    told = {data: await press(town, STRANGER, data) for data in forbidden}
    assert [data for data, text in told.items() if SECRET in text and Action.SEE_PEOPLE not in ALLOWED[role]] == []
    assert [name for name, rows in (await kept(town)).items() if rows != before[name]] == []


async def test_a_curator_of_another_organisation_reaches_nothing(town: Town) -> None:
    await lively(town)
    await founded(town, "vk", "Орлова Вера Павловна", organisation="Школа № 5")
    programme = await programme_of(town, 2)
    async with town.database.begin() as storage:
        await person(storage, STRANGER, programme=programme, role=Role.CURATOR)
    before = await ours(town)
    told = {data: await press(town, STRANGER, data) for data, _ in presses()}
    assert [data for data, text in told.items() if SECRET in text] == []
    assert [name for name, rows in (await ours(town)).items() if rows != before[name]] == []


async def ours(town: Town) -> dict[str, list[Any]]:
    """The rows of the first organisation."""
    async with town.database.look() as session:
        return {
            table.name: (await session.execute(select(table).where(table.c.organisation_id == 1))).all()
            for table in Table.metadata.sorted_tables
            if "organisation_id" in table.c and table.name not in OF_THE_BOT
        }
