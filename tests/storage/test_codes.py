import asyncio
import re
from datetime import timedelta

from domain.people import Role
from storage.codes import ROLE, make_code, tidy
from storage.database import Database
from storage.storage import Storage
from tests.storage.stock import NOW, organisation, person, some_person

HOURS = timedelta(hours=72)


def test_a_code_is_easy_to_dictate() -> None:
    codes = {make_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(re.fullmatch(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", code) for code in codes)


def test_a_code_may_be_typed_in_any_way() -> None:
    assert tidy(" k7qf 29mx ") == tidy("K7QF-29MX") == tidy("k7qf—29MX") == "K7QF29MX"


async def test_a_code_is_found_however_it_is_typed_until_its_time_is_over(database: Database) -> None:
    async with database.begin() as storage:
        code = await storage.codes.make("organisation", HOURS, NOW)
    async with database.begin() as storage:
        assert await storage.codes.find(code.lower().replace("-", " "), NOW) is not None
        assert await storage.codes.find(code, NOW + HOURS) is None
        assert await storage.codes.find("AAAA-AAAA", NOW) is None


async def test_a_code_belongs_to_whom_it_was_made_for(database: Database) -> None:
    made = await some_person(database)
    async with database.begin() as storage:
        code = await storage.codes.make("account", timedelta(minutes=10), NOW, made)
        found = await storage.codes.find(code, NOW)
    assert found is not None
    assert (found.purpose, found.person_id) == ("account", made)


async def test_of_many_who_spend_a_code_at_once_one_succeeds(database: Database) -> None:
    async with database.begin() as storage:
        code = await storage.codes.make("organisation", HOURS, NOW)

    async def spend(storage: Storage) -> bool:
        found = await storage.codes.find(code, NOW)
        return found is not None and await storage.codes.spend(found, NOW)

    assert sum(await asyncio.gather(*(database.run(spend) for _ in range(10)))) == 1


async def test_a_spent_code_is_found_no_more(database: Database) -> None:
    async with database.begin() as storage:
        code = await storage.codes.make("organisation", HOURS, NOW)
        found = await storage.codes.find(code, NOW)
        assert found is not None
        assert await storage.codes.spend(found, NOW)
        assert not await storage.codes.spend(found, NOW)
        assert await storage.codes.find(code, NOW) is None


async def test_codes_for_roles_wait_until_they_are_entered_late_or_taken_back(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        curator = await person(storage, 1, programme=programme, role=Role.CURATOR)
        for role in (Role.HEAD, Role.EDITOR, Role.PSYCHOLOGIST):
            await storage.codes.make(ROLE, HOURS, NOW, organisation_id=ours.id, role=role, made_by=curator.id)
        await storage.codes.make("account", HOURS, NOW, curator.id)
        head, editor, _ = await storage.codes.waiting(ours.id, NOW)
        assert (head.role, head.made_by) == ("head", curator.id)
        await storage.codes.spend(head, NOW)
        await storage.codes.take_back(editor)
        assert [each.role for each in await storage.codes.waiting(ours.id, NOW)] == ["psychologist"]
        assert not await storage.codes.waiting(ours.id + 1, NOW)
        assert not await storage.codes.waiting(ours.id, NOW + HOURS)
