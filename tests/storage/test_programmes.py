"""A new school year: people go on in their roles, last year's rows stay with last year."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from domain.people import Category, Role
from storage.database import Database
from storage.models import Membership, Programme, Roadmap
from storage.storage import Storage
from tests.storage.stock import NOW, organisation, person

STARTS, ENDS = date(2027, 9, 1), date(2028, 5, 31)
LATER = NOW + timedelta(days=200)
ROADMAP: dict[str, Any] = {"title": "Карта", "starts": None, "ends": None, "file_id": None, "findings": []}


async def taking_part(storage: Storage) -> Programme:
    """An organisation with a curator, a mentor and somebody who has left."""
    _, programme = await organisation(storage)
    for number, role in enumerate((Role.CURATOR, Role.MENTOR, Role.MENTEE), start=1):
        await person(storage, number, programme=programme, role=role)
    gone = (await storage.people.memberships(3))[0]
    gone.left_at = NOW
    return programme


async def test_people_go_on_in_their_roles_and_who_has_left_does_not_come_back(database: Database) -> None:
    async with database.begin() as storage:
        before = await taking_part(storage)
        new = await storage.programmes.begin(before.organisation_id, STARTS, ENDS, LATER)
    async with database.begin() as storage:
        roles = await storage.people.roles(before.organisation_id)
        now = [(await storage.people.memberships(each)) for each in (1, 2, 3)]
        assert sorted(role for held in roles.values() for role in held) == ["curator", "mentor"]
        assert [[each.programme_id for each in held] for held in now] == [[new.id], [new.id], []]
        assert (await storage.organisations.programme(before.organisation_id)).starts == STARTS


async def test_the_year_before_keeps_who_took_part_and_its_roadmap(database: Database) -> None:
    async with database.begin() as storage:
        before = await taking_part(storage)
        kept = await storage.roadmaps.add(before.organisation_id, before.id, ROADMAP, [], NOW)
        await storage.programmes.begin(before.organisation_id, STARTS, ENDS, LATER)
    async with database.begin() as storage:
        found = select(Membership.role).where(Membership.programme_id == before.id).order_by(Membership.role)
        assert (await storage.session.scalars(found)).all() == ["curator", "mentee", "mentor"]
        roadmap = await storage.roadmaps.get(before.organisation_id, kept.id)
        assert roadmap is not None
        assert roadmap.programme_id == before.id


async def test_answers_hold_for_the_new_year_and_are_not_asked_for_twice(database: Database) -> None:
    async with database.begin() as storage:
        before = await taking_part(storage)
        sent = await storage.forms.begin(2, before.organisation_id, before.id, "mentor", 1, NOW)
        new = await storage.programmes.begin(before.organisation_id, STARTS, ENDS, LATER)
        assert (await storage.forms.begin(2, before.organisation_id, new.id, "mentor", 1, LATER)).id == sent.id
        assert [each.id for each in await storage.forms.of_person(2, new.id)] == [sent.id]
        assert await storage.programmes.is_untouched(before.organisation_id, new.id)


async def test_an_invitation_that_hangs_on_a_wall_leads_to_the_new_year(database: Database) -> None:
    async with database.begin() as storage:
        before = await taking_part(storage)
        token = (await storage.organisations.invitation(before.organisation_id, Category.TEACHER, NOW)).token
        new = await storage.programmes.begin(before.organisation_id, STARTS, ENDS, LATER)
    async with database.begin() as storage:
        invitation = await storage.organisations.invitation_by_token(token)
        assert invitation is not None
        assert invitation.programme_id == new.id


async def test_a_new_year_is_taken_back_with_its_roadmap_and_invitation(database: Database) -> None:
    async with database.begin() as storage:
        before = await taking_part(storage)
        await storage.organisations.invitation(before.organisation_id, Category.TEACHER, NOW)
        new = await storage.programmes.begin(before.organisation_id, STARTS, ENDS, LATER)
        await storage.roadmaps.add(before.organisation_id, new.id, ROADMAP, [], LATER)
        assert await storage.programmes.take_back(before.organisation_id, new.id)
    async with database.begin() as storage:
        assert [len(await storage.people.memberships(each)) for each in (1, 2, 3)] == [1, 1, 0]
        assert (await storage.organisations.programme(before.organisation_id)).id == before.id
        assert (await storage.session.scalars(select(Roadmap.programme_id))).all() == [before.id]


async def test_a_year_in_which_somebody_has_begun_stays(database: Database) -> None:
    async with database.begin() as storage:
        before = await taking_part(storage)
        new = await storage.programmes.begin(before.organisation_id, STARTS, ENDS, LATER)
        await storage.forms.begin(2, before.organisation_id, new.id, "mentor", 1, LATER)
    async with database.begin() as storage:
        assert not await storage.programmes.take_back(before.organisation_id, new.id)
        assert (await storage.organisations.programme(before.organisation_id)).id == new.id


async def test_another_organisation_cannot_take_a_year_back(database: Database) -> None:
    async with database.begin() as storage:
        before = await taking_part(storage)
        other, _ = await organisation(storage, "Школа № 1")
        new = await storage.programmes.begin(before.organisation_id, STARTS, ENDS, LATER)
        assert not await storage.programmes.take_back(other.id, new.id)
