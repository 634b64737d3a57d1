import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.notices import News
from domain.people import Role
from domain.reminders import Kind
from scheduler.deliver import MOST_TRIES, Done, Failed, Later, Withdrawn, deliver
from storage.database import Database
from storage.storage import Storage
from tests.scheduler.conftest import School
from tests.scheduler.post_office import PostOffice, notice_of, written
from tests.storage.stock import NOW, consented, organisation, person

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
EVENING = datetime(2026, 10, 5, 17, tzinfo=UTC)
"""20:00 in Moscow."""
SATURDAY_NOON = datetime(2026, 10, 10, 9, tzinfo=UTC)


async def lease_is_over(database: Database) -> None:
    """As if the process that had claimed them was killed some minutes ago."""

    async def expire(storage: Storage) -> None:
        for notice in await storage.notices.due(NOW + 99 * DAY, datetime.now(UTC) + DAY, 99):
            if notice.state == "claimed":
                notice.claimed_until = datetime.now(UTC) - HOUR

    await database.run(expire)


async def test_what_is_due_is_shown_once(database: Database, school: School, office: PostOffice) -> None:
    await written(database, school.mentee, News.LETTER_ANSWERED, "answer")
    assert await deliver(database, NOW, office.send) == 1
    assert await deliver(database, NOW, office.send) == 0
    assert office.messages == [("answer",)]
    assert (await notice_of(database, "answer")).sent_at == NOW


async def test_matters_of_one_morning_are_one_message(database: Database, school: School, office: PostOffice) -> None:
    await written(database, school.mentee, Kind.FORM, "form")
    await written(database, school.mentee, Kind.SURVEY, "survey")
    await written(database, school.mentor, Kind.FORM, "other")
    assert await deliver(database, NOW, office.send) == 2
    assert sorted(office.messages) == [("form", "survey"), ("other",)]
    assert (await notice_of(database, "survey")).state == "done"


async def test_nobody_is_spoken_to_unasked_twice_a_day(
    database: Database, school: School, office: PostOffice
) -> None:
    await written(database, school.mentee, Kind.FORM, "morning")
    await deliver(database, NOW, office.send)
    await written(database, school.mentee, Kind.SURVEY, "noon")
    assert await deliver(database, NOW + HOUR, office.send) == 0
    assert await deliver(database, NOW + DAY, office.send) == 1
    assert office.messages == [("morning",), ("noon",)]


async def test_a_meeting_and_an_answer_do_not_count_as_unasked(
    database: Database, school: School, office: PostOffice
) -> None:
    await written(database, school.mentee, Kind.FORM, "form")
    await written(database, school.mentee, Kind.MEETING, "meeting")
    await written(database, school.mentee, News.LETTER_ANSWERED, "answer")
    assert await deliver(database, NOW, office.send) == 3


@pytest.mark.parametrize(("kind", "shown"), [(News.LETTER_ANSWERED, 1), (News.LETTER, 0), (Kind.FORM, 0)])
async def test_at_night_only_answers_go(
    database: Database, school: School, office: PostOffice, kind: str, shown: int
) -> None:
    await written(database, school.mentee, kind, "one")
    assert await deliver(database, EVENING, office.send) == shown


@pytest.mark.parametrize(("kind", "shown"), [(News.LETTER, 1), (Kind.MEETING, 1), (Kind.FORM, 0)])
async def test_on_a_day_off_the_bot_does_not_speak_first(
    database: Database, school: School, office: PostOffice, kind: str, shown: int
) -> None:
    await written(database, school.mentee, kind, "one")
    assert await deliver(database, SATURDAY_NOON, office.send) == shown


async def test_a_muted_person_hears_answers_only_until_the_day_after(
    database: Database, school: School, office: PostOffice
) -> None:
    async with database.begin() as storage:
        (await storage.people.get(school.mentee)).muted_until = date(2026, 10, 7)
    await written(database, school.mentee, Kind.FORM, "form")
    await written(database, school.mentee, News.LETTER_ANSWERED, "answer")
    assert await deliver(database, NOW, office.send) == 1
    assert await deliver(database, NOW + 2 * DAY, office.send) == 0
    assert await deliver(database, NOW + 3 * DAY, office.send) == 1


async def test_a_person_in_another_zone_is_written_to_by_her_own_day(
    database: Database, school: School, office: PostOffice
) -> None:
    async with database.begin() as storage:
        (await storage.people.get(school.mentee)).timezone = "Asia/Vladivostok"
    await written(database, school.mentee, Kind.FORM, "one")
    await written(database, school.mentor, Kind.FORM, "two")
    assert await deliver(database, NOW + 3 * HOUR, office.send) == 1
    assert office.messages == [("two",)]


async def test_the_district_is_written_to_by_its_own_day(
    database: Database, school: School, office: PostOffice
) -> None:
    """At 7 in Moscow it is 9 in Yekaterinburg, where the organisation below is."""
    async with database.begin() as storage:
        district, programme = await organisation(storage, "Отдел образования")
        (await storage.organisations.get(school.organisation)).timezone = "Asia/Yekaterinburg"
        (await storage.organisations.get(school.organisation)).parent_id = district.id
        coordinator = await person(storage, 9, programme=programme, role=Role.COORDINATOR)
    seven = datetime(2026, 10, 6, 4, tzinfo=UTC)
    await written(database, coordinator.id, Kind.ESCALATED, "late", organisation_id=school.organisation)
    assert await deliver(database, seven, office.send) == 0
    assert await deliver(database, seven + 2 * HOUR, office.send) == 1


async def test_the_matters_of_two_zones_share_the_message_of_the_day(
    database: Database, school: School, office: PostOffice
) -> None:
    """In Samara the morning comes an hour before that of Moscow: day after day nothing may be left behind."""
    async with database.begin() as storage:
        kindergarten, programme = await organisation(storage, "Детский сад")
        kindergarten.timezone = "Europe/Samara"
        await consented(storage, school.curator, kindergarten.id)
        await storage.people.join(school.curator, kindergarten.id, programme.id, Role.CURATOR, NOW)
    for day in (DAY, 2 * DAY):
        samara, moscow = (datetime(2026, 10, 5, hour, tzinfo=UTC) + day for hour in (5, 6))
        for place, due_at in ((kindergarten.id, samara), (school.organisation, moscow)):
            await written(database, school.curator, Kind.DEADLINE, f"{due_at}", due_at=due_at, organisation_id=place)
        assert [await deliver(database, now, office.send) for now in (samara, moscow)] == [0, 1]
        assert sorted(office.messages.pop()) == [f"{samara}", f"{moscow}"]


async def test_a_killed_process_leaves_the_same_message_to_the_next(
    database: Database, school: School, office: PostOffice
) -> None:
    office.answer = lambda notice: Later(HOUR)
    await written(database, school.mentee, Kind.FORM, "first", "second")
    await deliver(database, NOW, office.send)
    before = (await notice_of(database, "first")).random_id
    await written(database, school.mentee, Kind.SURVEY, "third")
    await lease_is_over(database)
    office.answer = lambda notice: Done(1)
    assert await deliver(database, NOW, office.send) == 1
    assert office.shown == [(("first", "second"), before)]


async def test_many_who_deliver_at_once_show_everything_once(database: Database, school: School) -> None:
    for number in range(40):
        await written(database, school.mentee, News.LETTER_ANSWERED, f"answer-{number}")
    offices = [PostOffice(database) for _ in range(4)]
    shown = await asyncio.gather(*(deliver(database, NOW, office.send) for office in offices))
    assert sum(shown) == 40
    assert len({carried for office in offices for carried in office.messages}) == 40


async def test_what_must_come_later_waits_and_is_no_failure(
    database: Database, school: School, office: PostOffice
) -> None:
    office.answer = lambda notice: Later(HOUR)
    await written(database, school.mentee, News.LETTER_ANSWERED, "answer")
    assert await deliver(database, NOW, office.send) == 0
    assert await deliver(database, NOW + DAY, office.send) == 0
    assert office.tried == ["answer"]
    async with database.begin() as storage:
        assert await storage.notices.next_due(NOW) is None


async def test_after_a_long_silence_of_the_messenger_nobody_is_woken_at_night(
    database: Database, school: School, office: PostOffice
) -> None:
    office.answer = lambda notice: Later(HOUR)
    await written(database, school.mentee, Kind.FORM, "form")
    await deliver(database, NOW, office.send)
    await lease_is_over(database)
    office.answer = lambda notice: Done(1)
    assert await deliver(database, EVENING, office.send) == 0
    async with database.begin() as storage:
        morning = await storage.notices.next_due(EVENING)
    assert morning == datetime(2026, 10, 6, 6, tzinfo=UTC)
    assert await deliver(database, morning, office.send) == 1


async def test_what_was_withdrawn_leaves_the_day_free(database: Database, school: School, office: PostOffice) -> None:
    office.answer = lambda notice: Withdrawn() if notice.key == "gone" else Done(1)
    await written(database, school.mentee, Kind.FORM, "gone")
    await deliver(database, NOW, office.send)
    await written(database, school.mentee, Kind.SURVEY, "true")
    assert await deliver(database, NOW + HOUR, office.send) == 1
    assert (await notice_of(database, "gone")).state == "withdrawn"


async def test_curators_hear_once_of_somebody_who_cannot_be_reached(
    database: Database, school: School, office: PostOffice
) -> None:
    office.answer = lambda notice: Done(1) if notice.person_id == school.curator else Failed("unreachable")
    for day in range(4):
        await written(database, school.mentee, Kind.FORM, f"form-{day}", organisation_id=school.organisation)
        await deliver(database, NOW + day * DAY, office.send)
    assert len(office.messages) == 1
    assert (await notice_of(database, "form-0")).problem == "unreachable"


async def test_curators_hear_again_when_somebody_who_had_come_back_is_gone(
    database: Database, school: School, office: PostOffice
) -> None:
    reachable = [school.curator]
    office.answer = lambda notice: Done(1) if notice.person_id in reachable else Failed("unreachable")
    for day, is_there in enumerate((False, True, False)):
        reachable[1:] = [school.mentee] if is_there else []
        await written(database, school.mentee, Kind.FORM, f"form-{day}", organisation_id=school.organisation)
        await deliver(database, NOW + day * DAY, office.send)
    assert [carried[0].split(":")[0] for carried in office.messages] == ["unreachable", "form-1", "unreachable"]


async def test_a_mistake_of_ours_does_not_stop_others_and_is_given_up_in_the_end(
    database: Database, school: School, office: PostOffice
) -> None:
    office.answer = lambda notice: KeyError("Анна") if notice.key == "broken" else Done(1)
    await written(database, school.mentee, News.LETTER_ANSWERED, "broken", "whole")
    for _ in range(MOST_TRIES + 2):
        await deliver(database, NOW, office.send)
        await lease_is_over(database)
    assert office.messages == [("whole",)]
    assert office.tried.count("broken") == MOST_TRIES
    assert (await notice_of(database, "broken")).problem == "KeyError"


async def test_a_mistake_is_recorded_without_what_a_person_wrote(
    database: Database, school: School, office: PostOffice, caplog: pytest.LogCaptureFixture
) -> None:
    office.answer = lambda notice: KeyError("Анна")
    await written(database, school.mentee, News.LETTER_ANSWERED, "broken")
    await deliver(database, NOW, office.send)
    assert "KeyError" in caplog.text
    assert "Анна" not in caplog.text


async def test_many_that_may_not_go_yet_do_not_hold_up_those_that_may(
    database: Database, school: School, office: PostOffice
) -> None:
    async with database.begin() as storage:
        (await storage.people.get(school.mentee)).muted_until = date(2026, 12, 31)
    await written(database, school.mentee, Kind.FORM, *(f"form-{number}" for number in range(120)), due_at=NOW - DAY)
    await written(database, school.mentor, Kind.FORM, "form")
    assert await deliver(database, NOW, office.send) == 1


async def test_somebody_without_an_organisation_is_written_to(database: Database, office: PostOffice) -> None:
    async with database.begin() as storage:
        account = await storage.people.account("vk", 77, NOW)
        lonely = (await storage.people.add_person(account, NOW)).id
    await written(database, lonely, News.CURRENT_SCREEN, "screen")
    assert await deliver(database, NOW, office.send) == 1


async def test_a_stopping_process_claims_nothing_more(database: Database, school: School, office: PostOffice) -> None:
    stopping = asyncio.Event()
    stopping.set()
    await written(database, school.mentee, News.LETTER_ANSWERED, "answer")
    assert await deliver(database, NOW, office.send, stopping) == 0
    assert (await notice_of(database, "answer")).state == "waiting"
