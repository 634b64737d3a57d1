"""Personal invitations: nothing readable before the consent, no doubles, gone after their time."""

from datetime import timedelta

from sqlalchemy import text

from domain.people_lists import Draft
from storage.database import Database
from tests.storage.stock import NOW, organisation

ANNA = Draft("Ёлкина Анна Петровна", "B2", post="учитель", phone="+79131234567")


async def test_the_same_name_is_invited_once(database: Database) -> None:
    async with database.begin() as storage:
        here, programme = await organisation(storage)
        first = await storage.imports.invite(here.id, programme.id, ANNA, NOW)
        again = await storage.imports.invite(here.id, programme.id, Draft("анна петровна ЕЛКИНА", "B3"), NOW)
        assert first is not None and again is None
        assert [each.name for each in await storage.imports.waiting(here.id)] == [ANNA.name]


async def test_nothing_of_a_person_is_readable_in_the_table(database: Database) -> None:
    async with database.begin() as storage:
        here, programme = await organisation(storage)
        made = await storage.imports.invite(here.id, programme.id, ANNA, NOW)
    assert made is not None
    async with database.look() as session:
        row = str((await session.execute(text("SELECT * FROM personal_invitation"))).one())
    assert not [word for word in ("лкина", "Анна", "учитель", "9131234567", made.code) if word in row]


async def test_a_code_is_bound_to_who_opens_it_first(database: Database) -> None:
    async with database.begin() as storage:
        here, programme = await organisation(storage)
        made = await storage.imports.invite(here.id, programme.id, ANNA, NOW)
        assert made is not None
        row = await storage.imports.by_code(made.code.lower())
        first = await storage.people.account("vk", 1, NOW)
        second = await storage.people.account("vk", 2, NOW)
        assert row is not None and await storage.imports.take_on(row, first)
        assert not await storage.imports.take_on(row, second)
        assert await storage.imports.of_account(second.id, here.id) is None


async def test_an_invitation_is_forgotten_in_time(database: Database) -> None:
    async with database.begin() as storage:
        here, programme = await organisation(storage)
        await storage.imports.invite(here.id, programme.id, ANNA, NOW)
        assert await storage.imports.forget(NOW) == 0
        assert await storage.imports.forget(NOW + timedelta(seconds=1)) == 1
        assert not await storage.imports.waiting(here.id)


async def test_the_awaited_stand_by_surname_as_in_every_school_list(database: Database) -> None:
    async with database.begin() as storage:
        here, programme = await organisation(storage)
        for number, name in enumerate(("Чернышёва Алёна Игоревна", "Ёлкина Яна Олеговна", "Бах Вера Павловна")):
            await storage.imports.invite(here.id, programme.id, Draft(name, f"A{number}"), NOW)
        surnames = [each.name.split()[0] for each in await storage.imports.waiting(here.id)]
        assert surnames == ["Бах", "Ёлкина", "Чернышёва"]
