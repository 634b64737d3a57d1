"""Surveys as they are kept: who is asked, who has answered, and until when."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from domain.surveys import SATISFACTION
from storage.database import Database
from storage.models import Survey
from storage.storage import Storage

NOW = datetime(2026, 10, 5, 7, tzinfo=UTC)
END = NOW + timedelta(days=14)
MENTOR, MENTEE = "satisfaction_mentor", "satisfaction_mentee"


async def people(storage: Storage, organisation: str, count: int) -> tuple[int, int, list[int]]:
    """Ids of an organisation, its programme and people who are in it."""
    place = await storage.organisations.add(organisation, "Europe/Moscow", NOW)
    programme = await storage.organisations.add_programme(place.id, date(2026, 9, 1), date(2027, 8, 31), NOW)
    found = []
    for number in range(count):
        account = await storage.people.account("telegram", place.id * 100 + number, NOW)
        person = await storage.people.add_person(account, NOW)
        person.organisation_id = place.id
        found.append(person.id)
    return place.id, programme.id, found


async def opened(storage: Storage, place: tuple[int, int, list[int]], audience: Sequence[tuple[int, str]]) -> Survey:
    organisation_id, programme_id, (curator, *_) = place
    return await storage.surveys.open(
        organisation_id, programme_id, SATISFACTION, audience, opened_by=curator, closes_at=END, now=NOW
    )


async def test_each_is_asked_what_concerns_her_until_she_has_answered(database: Database) -> None:
    async with database.begin() as storage:
        place = await people(storage, "Школа", 2)
        anna, maria = place[2]
        survey = await opened(storage, place, [(anna, MENTOR), (anna, MENTEE), (maria, MENTEE)])
        await storage.surveys.mark_answered(survey.id, anna, MENTOR, NOW)
        assert [invitee.form for _, invitee in await storage.surveys.open_for(anna)] == [MENTEE]
        assert len(await storage.surveys.open_for(maria)) == 1


async def test_nobody_is_asked_by_another_organisation_than_the_one_she_is_in(database: Database) -> None:
    async with database.begin() as storage:
        place, other = await people(storage, "Школа", 1), await people(storage, "Сад", 1)
        await opened(storage, place, [(other[2][0], MENTOR)])
        assert not await storage.surveys.open_for(other[2][0])


async def test_another_organisation_does_not_see_the_survey(database: Database) -> None:
    async with database.begin() as storage:
        place, other = await people(storage, "Школа", 1), await people(storage, "Сад", 1)
        survey = await opened(storage, place, [(place[2][0], MENTOR)])
        assert await storage.surveys.get(other[0], survey.id) is None
        assert await storage.surveys.running(other[0], SATISFACTION) is None
        assert not await storage.surveys.of_organisation(other[0])


async def test_a_closed_survey_asks_nobody(database: Database) -> None:
    async with database.begin() as storage:
        place = await people(storage, "Школа", 1)
        survey = await opened(storage, place, [(place[2][0], MENTOR)])
        running = await storage.surveys.running(place[0], SATISFACTION)
        assert running is not None
        assert running.id == survey.id
        survey.closed_at = NOW
        assert await storage.surveys.running(place[0], SATISFACTION) is None
        assert not await storage.surveys.open_for(place[2][0])


async def test_surveys_whose_time_is_over_are_closed(database: Database) -> None:
    async with database.begin() as storage:
        place = await people(storage, "Школа", 1)
        survey = await opened(storage, place, [(place[2][0], MENTOR)])
        assert not await storage.surveys.close_due(END - timedelta(minutes=1))
        assert [each.id for each in await storage.surveys.close_due(END)] == [survey.id]
        assert survey.closed_at == END
