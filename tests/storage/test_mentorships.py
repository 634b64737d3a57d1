"""Pairs and their meetings as they are kept: one live mentor a mentee, and nobody sees a pair of others."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.statuses import MeetingStatus, Status
from storage.database import Conflict, Database
from storage.mentorships import AlreadyPaired
from storage.models import Mentorship
from storage.storage import Storage

NOW = datetime(2026, 10, 5, 7, tzinfo=UTC)
THURSDAY = datetime(2026, 10, 8, 11, tzinfo=UTC)


@dataclass(frozen=True)
class School:
    """An organisation with five people, by their ids."""

    organisation: int
    programme: int
    people: tuple[int, ...]


@pytest.fixture
async def school(database: Database) -> School:
    async with database.begin() as storage:
        return await open_school(storage, 1)


async def open_school(storage: Storage, number: int) -> School:
    organisation = await storage.organisations.add(f"Школа № {number}", "Europe/Moscow", NOW)
    programme = await storage.organisations.add_programme(organisation.id, date(2026, 9, 1), date(2027, 8, 31), NOW)
    people = []
    for each in range(5):
        account = await storage.people.account("telegram", number * 100 + each, NOW)
        people.append((await storage.people.add_person(account, NOW)).id)
    return School(organisation.id, programme.id, tuple(people))


async def propose(storage: Storage, school: School, mentor: int, mentee: int) -> Mentorship | AlreadyPaired:
    people = school.people
    return await storage.mentorships.propose(
        school.organisation, school.programme, people[mentor], [people[mentee]], people[4], NOW
    )


async def pair_up(storage: Storage, school: School, mentor: int = 0, mentee: int = 1) -> Mentorship:
    made = await propose(storage, school, mentor, mentee)
    assert isinstance(made, Mentorship)
    return made


async def test_a_second_mentor_is_refused_and_the_transaction_goes_on(database: Database, school: School) -> None:
    async with database.begin() as storage:
        await pair_up(storage, school, 0, 1)
        refused = await propose(storage, school, 2, 1)
        await pair_up(storage, school, 2, 3)
    async with database.begin() as storage:
        live = await storage.mentorships.live(school.organisation)
    assert isinstance(refused, AlreadyPaired)
    assert [pair.mentor.id for pair in live] == [school.people[0], school.people[2]]


async def test_many_curators_at_once_make_one_pair_of_a_mentee(database: Database, school: School) -> None:
    async def curator(mentor: int) -> bool:
        try:
            async with database.begin() as storage:
                return isinstance(await propose(storage, school, mentor, 1), Mentorship)
        except Conflict:
            return await curator(mentor)

    made = await asyncio.gather(*(curator(mentor) for mentor in (0, 2, 3) * 5))
    async with database.begin() as storage:
        live = await storage.mentorships.live(school.organisation)
    assert (sum(made), len(live)) == (1, 1)


async def test_a_mentor_may_have_several_mentees(database: Database, school: School) -> None:
    async with database.begin() as storage:
        await pair_up(storage, school, 0, 1)
        await pair_up(storage, school, 0, 2)
        assert len(await storage.mentorships.of_person(school.people[0], school.organisation)) == 2


async def test_a_closed_pair_frees_its_mentee(database: Database, school: School) -> None:
    async with database.begin() as storage:
        first = await pair_up(storage, school, 0, 1)
        await storage.mentorships.close(first, Status.CLOSED, NOW)
        second = await pair_up(storage, school, 2, 1)
        live = await storage.mentorships.of_person(school.people[1], school.organisation)
    assert [pair.mentorship.id for pair in live] == [second.id]


async def test_the_word_of_each_side_is_kept_and_can_be_taken_back(database: Database, school: School) -> None:
    mentor, mentee = school.people[:2]
    async with database.begin() as storage:
        made = await pair_up(storage, school)
        pair = await storage.mentorships.with_person(mentor, made.id)
        assert pair is not None
        assert [person.id for person in pair.waited_for] == [mentor, mentee]
        storage.mentorships.answer(pair, mentee, NOW)
        storage.mentorships.answer(pair, mentor, NOW)
        storage.mentorships.answer(pair, mentor, None)
    async with database.begin() as storage:
        kept = await storage.mentorships.get(school.organisation, made.id)
        assert kept is not None
        assert kept.agreed == {mentee}


async def test_a_declined_pair_can_be_proposed_again(database: Database, school: School) -> None:
    async with database.begin() as storage:
        pair = await pair_up(storage, school)
        await storage.mentorships.close(pair, Status.DECLINED, NOW)
        assert await storage.mentorships.reopen(pair)
    async with database.begin() as storage:
        live = await storage.mentorships.live(school.organisation)
        assert [each.mentorship.status for each in live] == [Status.PROPOSED]
        assert isinstance(await propose(storage, school, 2, 1), AlreadyPaired)


async def test_a_declined_pair_stays_closed_when_the_mentee_found_another_mentor(
    database: Database, school: School
) -> None:
    async with database.begin() as storage:
        pair = await pair_up(storage, school, 0, 1)
        await storage.mentorships.close(pair, Status.DECLINED, NOW)
        other = await pair_up(storage, school, 2, 1)
        assert not await storage.mentorships.reopen(pair)
    async with database.begin() as storage:
        live = await storage.mentorships.live(school.organisation)
        assert [each.mentorship.id for each in live] == [other.id]


async def test_nobody_opens_a_pair_of_others(database: Database, school: School) -> None:
    async with database.begin() as storage:
        other = await open_school(storage, 2)
        pair = await pair_up(storage, school)
        assert await storage.mentorships.get(other.organisation, pair.id) is None
        assert await storage.mentorships.with_person(school.people[2], pair.id) is None
        assert await storage.mentorships.with_person(other.people[0], pair.id) is None
        assert await storage.mentorships.with_person(school.people[1], pair.id) is not None


async def test_nobody_opens_a_meeting_of_others(database: Database, school: School) -> None:
    mentor, mentee, stranger = school.people[:3]
    async with database.begin() as storage:
        meeting = await storage.meetings.set(await pair_up(storage, school), THURSDAY, mentor, NOW)
        assert await storage.meetings.with_person(stranger, meeting.id) is None
        assert await storage.meetings.with_person(mentee, meeting.id) is meeting
        assert await storage.meetings.planned_with([stranger]) == []
        assert await storage.meetings.planned_with([stranger, mentor]) == [meeting]


async def test_a_settled_meeting_is_planned_no_more_until_it_is_taken_back(
    database: Database, school: School
) -> None:
    async with database.begin() as storage:
        meeting = await storage.meetings.set(await pair_up(storage, school), THURSDAY, school.people[0], NOW)
        storage.meetings.settle(meeting, MeetingStatus.HELD, school.people[1], NOW + timedelta(days=4))
        assert await storage.meetings.planned(school.organisation) == []
        storage.meetings.plan_again(meeting)
        assert await storage.meetings.planned(school.organisation) == [meeting]
        assert (meeting.outcome_by, meeting.outcome_at) == (None, None)


async def test_a_pair_that_ends_cancels_what_is_planned_and_keeps_what_was_held(
    database: Database, school: School
) -> None:
    async with database.begin() as storage:
        pair = await pair_up(storage, school)
        held = await storage.meetings.set(pair, THURSDAY, school.people[0], NOW)
        storage.meetings.settle(held, MeetingStatus.HELD, school.people[0], NOW)
        await storage.meetings.set(pair, THURSDAY + timedelta(days=7), school.people[0], NOW)
        await storage.meetings.cancel_planned(pair.id, school.people[4], NOW)
        statuses = [meeting.status for meeting in await storage.meetings.of_mentorship(pair.id)]
    assert statuses == [MeetingStatus.HELD, MeetingStatus.CANCELLED]
