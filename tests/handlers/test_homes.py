"""Whatever roles a person holds at once, her home and «Ещё» can be shown and lead on."""

from itertools import chain, combinations
from unittest.mock import Mock

from aiogram.types import CallbackQuery

from domain.people import Role
from domain.roadmap.levels import DISTRICT
from handlers import home
from handlers.more import menu
from handlers.visit import Addresses, Visit
from locales import Texts
from storage.database import Database
from storage.models import Organisation, Person, Programme
from storage.storage import Storage
from tests.storage.stock import NOW, consented, organisation, person

ADDRESSES = Addresses({"telegram": "https://t.me/bot?start={}", "vk": "https://vk.me/club1?ref={}"})
COMBINATIONS = [*chain.from_iterable(combinations(Role, size) for size in (1, 2, 3)), tuple(Role)]


async def visiting(storage: Storage, someone: Person) -> Visit:
    account = (await storage.people.accounts(someone.id))[0]
    return Visit(storage, NOW, Texts.load("ru"), ADDRESSES, someone, account=account)


async def holding(storage: Storage, someone: Person, programme: Programme, roles: tuple[Role, ...]) -> None:
    for held in await storage.people.memberships(someone.id):
        held.left_at = NOW
    for role in roles:
        await storage.people.join(someone.id, programme.organisation_id, programme.id, role, NOW)


async def somebody(storage: Storage) -> tuple[Organisation, Programme, Person]:
    """A participant of two organisations, the one with a psychologist."""
    ours, programme = await organisation(storage)
    _, other = await organisation(storage, "Школа № 2")
    someone = await person(storage, 1, programme=programme)
    await consented(storage, someone.id, other.organisation_id)
    await person(storage, 2, programme=programme, role=Role.PSYCHOLOGIST)
    return ours, programme, someone


async def test_every_combination_of_roles_has_a_home_and_a_way_on(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme, someone = await somebody(storage)
        for level in ("organisation", DISTRICT):
            ours.level = level
            for roles in COMBINATIONS:
                await holding(storage, someone, programme, roles)
                screen = await home.home(await visiting(storage, someone))
                labels = {button.label for row in screen.rows for button in row}
                assert "Ещё" in labels, roles
                more = await menu.show(Mock(CallbackQuery), await visiting(storage, someone))
                assert "В начало" in {button.label for row in more.rows for button in row}, roles


async def test_who_has_lost_all_roles_may_choose_one(database: Database) -> None:
    async with database.begin() as storage:
        _, programme, someone = await somebody(storage)
        await holding(storage, someone, programme, ())
        screen = await home.home(await visiting(storage, someone))
        assert {"Выбрать", "Ещё"} <= {button.label for row in screen.rows for button in row}
