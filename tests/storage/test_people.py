from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from domain.people import Role
from storage.database import Database
from storage.models import Account, Membership
from storage.people import fold
from tests.storage.stock import NOW, organisation, person


async def test_an_account_is_the_same_when_it_writes_again(database: Database) -> None:
    async with database.begin() as storage:
        made = await storage.people.account("vk", 2**40, NOW)
    async with database.begin() as storage:
        assert (await storage.people.account("vk", 2**40, NOW)).id == made.id
        assert (await storage.people.account("telegram", 2**40, NOW)).id != made.id


async def test_an_account_comes_with_its_person(database: Database) -> None:
    async with database.begin() as storage:
        made = await person(storage, 5)
    async with database.begin() as storage:
        found = (await storage.people.account("telegram", 5, NOW)).person
    assert found is not None
    assert found.id == made.id


async def test_the_preferred_account_comes_first(database: Database) -> None:
    async with database.begin() as storage:
        made = await person(storage, 5)
        other = await storage.people.account("vk", 6, NOW)
        other.person = made
        made.preferred_account_id = other.id
    async with database.begin() as storage:
        assert [each.platform for each in await storage.people.accounts(made.id)] == ["vk", "telegram"]


async def test_members_are_those_of_the_organisation_by_name(database: Database) -> None:
    async with database.begin() as storage:
        (ours, programme), (_, other) = await organisation(storage), await organisation(storage, "Школа № 1")
        for number, name in enumerate(("Ёлкина Яна", "Ежова Ада", "Борисова Ия"), start=1):
            storage.people.rename(await person(storage, number, programme=programme), name)
        await person(storage, 9, programme=other)
    async with database.begin() as storage:
        members = await storage.people.members(ours.id, Role.MENTEE)
        assert [each.name for each in members] == ["Борисова Ия", "Ежова Ада", "Ёлкина Яна"]
        assert await storage.people.members(ours.id, Role.MENTOR) == []


async def test_who_has_left_is_no_member_until_she_joins_again(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        made = await person(storage, 1, programme=programme)
        membership = await storage.people.join(made.id, ours.id, programme.id, Role.MENTEE, NOW)
        membership.left_at = NOW
    async with database.begin() as storage:
        assert await storage.people.members(ours.id) == []
        assert await storage.people.memberships(made.id) == []
        await storage.people.join(made.id, ours.id, programme.id, Role.MENTEE, NOW)
        assert [each.id for each in await storage.people.memberships(made.id)] == [membership.id]


async def test_roles_are_told_for_everybody_at_once(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        made = await person(storage, 1, programme=programme, role=Role.MENTOR)
        await storage.people.join(made.id, ours.id, programme.id, Role.CURATOR, NOW)
        assert await storage.people.roles(ours.id) == {made.id: frozenset({Role.MENTOR, Role.CURATOR})}


async def test_a_role_is_held_once_in_a_programme(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        made = await person(storage, 1, programme=programme)
    given = {"person_id": made.id, "organisation_id": ours.id, "programme_id": programme.id, "joined_at": NOW}
    with pytest.raises(IntegrityError):
        async with database.begin() as storage:
            storage.session.add(Membership(role=Role.MENTEE, **given))


async def test_an_account_of_a_messenger_is_there_once(database: Database) -> None:
    async with database.begin() as storage:
        await storage.people.account("vk", 1, NOW)
    with pytest.raises(IntegrityError):
        async with database.begin() as storage:
            storage.session.add(Account(platform="vk", external_id=1, asked_about={}, created_at=NOW))


async def test_strangers_are_forgotten_and_people_are_not(database: Database) -> None:
    async with database.begin() as storage:
        await storage.people.account("vk", 1, NOW - timedelta(days=31))
        await storage.people.account("vk", 2, NOW - timedelta(days=29))
        made = await person(storage, 3)
        (await storage.people.accounts(made.id))[0].created_at = NOW - timedelta(days=99)
    async with database.begin() as storage:
        assert await storage.people.forget_strangers(NOW - timedelta(days=30)) == 1
        assert len(await storage.people.accounts(made.id)) == 1


async def test_a_person_without_accounts_left_keeps_no_preferred_one(database: Database) -> None:
    async with database.begin() as storage:
        made = await person(storage, 3)
    async with database.begin() as storage:
        account = (await storage.people.accounts(made.id))[0]
        account.person_id = None
        await storage.session.flush()
        await storage.people.forget(account)
    async with database.begin() as storage:
        assert (await storage.people.get(made.id)).preferred_account_id is None


def test_names_are_searched_without_regard_to_letters() -> None:
    assert fold("  ЁЛКИНА   Алёна ") == fold("Елкина алена")
