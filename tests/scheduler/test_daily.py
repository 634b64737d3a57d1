"""What follows from a date alone is done on its local day, once, and is a stop of a walked clock."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from domain.notices import News
from domain.people import Role
from scheduler.agreements import AHEAD, next_warning, warn_of_ends
from scheduler.chores import fill_calendar
from scheduler.daily import Looked, each_day
from scheduler.leaving import end_duties, next_leaving
from scheduler.ticks import Ticks
from storage.database import Database
from storage.models import Membership, Notice
from tests.scheduler.conftest import School
from tests.scheduler.post_office import PostOffice
from tests.storage.stock import NOW, person

DAY = timedelta(days=1)
LAST = date(2026, 10, 9)
MIDNIGHT = datetime(2026, 10, 9, 21, tzinfo=UTC)
"""Moscow's first moment after ``LAST``."""


async def leaving(database: Database, school: School) -> None:
    async with database.begin() as storage:
        [duties] = await storage.people.memberships(school.mentor)
        duties.leaves_on = LAST


async def is_gone(database: Database, school: School) -> bool:
    async with database.look() as session:
        found = select(Membership.left_at).where(Membership.person_id == school.mentor)
        return (await session.scalars(found)).one() is not None


async def agreed(database: Database, school: School, until: date) -> None:
    async with database.begin() as storage:
        partner = await storage.partners.add(school.organisation, "Университет", NOW)
        partner.until = until


async def test_an_organisation_is_looked_at_once_a_local_day(database: Database, school: School) -> None:
    async with database.begin() as storage:
        await storage.organisations.add("Школа № 1", "Asia/Vladivostok", NOW)
    looked: Looked = {}
    seen: list[tuple[str, date]] = []

    async def look(_storage: object, organisation: object, today: date, _now: datetime) -> int:
        seen.append((getattr(organisation, "timezone"), today))  # noqa: B009
        return 1

    for hours in (0, 1, 8, 9):
        await each_day(database, NOW + timedelta(hours=hours), [look], looked)
    assert seen == [
        ("Europe/Moscow", date(2026, 10, 5)),
        ("Asia/Vladivostok", date(2026, 10, 5)),
        ("Asia/Vladivostok", date(2026, 10, 6)),
    ]


async def test_calendars_are_filled_once_for_this_year_and_the_next(database: Database, school: School) -> None:
    assert await each_day(database, NOW, [fill_calendar]) == 2
    assert await each_day(database, NOW, [fill_calendar]) == 0
    async with database.begin() as storage:
        days = await storage.organisations.days_off(school.organisation)
    assert {row.day.year for row in days} == {2026, 2027}


async def test_duties_end_at_the_midnight_after_the_last_day(database: Database, school: School) -> None:
    await leaving(database, school)
    assert await each_day(database, MIDNIGHT - timedelta(seconds=1), [end_duties]) == 0
    assert await each_day(database, MIDNIGHT, [end_duties]) == 1
    assert await is_gone(database, school)


async def test_each_curator_hears_once_of_an_agreement_that_ends(database: Database, school: School) -> None:
    await agreed(database, school, LAST)
    async with database.begin() as storage:
        programme = await storage.organisations.programme(school.organisation)
        await person(storage, 99, programme=programme, role=Role.CURATOR)
    assert await each_day(database, NOW - AHEAD, [warn_of_ends]) == 0
    assert await each_day(database, NOW, [warn_of_ends]) == 2
    assert await each_day(database, NOW + DAY, [warn_of_ends]) == 0
    async with database.look() as session:
        kinds = (await session.scalars(select(Notice.kind))).all()
    assert kinds == [News.AGREEMENT_ENDS] * 2


async def test_the_clock_stops_where_duties_end_and_where_an_agreement_nears_its_end(
    database: Database, school: School
) -> None:
    await leaving(database, school)
    await agreed(database, school, LAST + AHEAD + DAY)
    async with database.begin() as storage:
        assert await next_leaving(storage, NOW) == MIDNIGHT
        assert await next_warning(storage, NOW) == MIDNIGHT
        assert (await next_leaving(storage, MIDNIGHT), await next_warning(storage, MIDNIGHT)) == (None, None)


async def test_a_walked_clock_passes_no_last_day(database: Database, school: School, office: PostOffice) -> None:
    await leaving(database, school)
    following, _ = await Ticks(database, office.send, None).catch_up(NOW)
    assert following == MIDNIGHT
