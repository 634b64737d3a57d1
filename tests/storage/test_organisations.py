from datetime import date
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import IntegrityError

from domain.people import Category
from storage.calendars import calendar_of
from storage.database import Database
from storage.models import DayOff
from tests.storage.stock import NOW, organisation

CITY_DAY, SATURDAY, MONDAY = date(2026, 10, 7), date(2026, 10, 10), date(2026, 10, 12)


async def test_the_newest_programme_is_the_one_that_runs(database: Database) -> None:
    async with database.begin() as storage:
        ours, _ = await organisation(storage)
        newest = await storage.organisations.add_programme(ours.id, date(2027, 9, 1), date(2028, 5, 31), NOW)
        assert (await storage.organisations.programme(ours.id)).id == newest.id


async def test_a_day_that_somebody_has_edited_stays_as_it_is(database: Database) -> None:
    async with database.begin() as storage:
        ours, _ = await organisation(storage)
        await storage.organisations.set_days_off(ours.id, {CITY_DAY: (True, "День города")})
    async with database.begin() as storage:
        await storage.organisations.set_days_off(ours.id, {CITY_DAY: (False, ""), MONDAY: (True, "Выходной")})
        days = {row.day: row.is_off for row in await storage.organisations.days_off(ours.id)}
    assert days == {CITY_DAY: True, MONDAY: True}


async def test_a_day_is_in_the_table_once(database: Database) -> None:
    async with database.begin() as storage:
        ours, _ = await organisation(storage)
        await storage.organisations.set_days_off(ours.id, {CITY_DAY: (True, "")})
    with pytest.raises(IntegrityError):
        async with database.begin() as storage:
            storage.session.add(DayOff(organisation_id=ours.id, day=CITY_DAY, is_off=True, title=""))


async def test_a_year_has_days_off_once_one_is_written(database: Database) -> None:
    async with database.begin() as storage:
        (filled, _), (empty, _) = await organisation(storage), await organisation(storage, "Школа № 1")
        await storage.organisations.set_days_off(filled.id, {CITY_DAY: (True, "")})
        asked = [(filled.id, 2026), (filled.id, 2027), (empty.id, 2026)]
        assert [await storage.organisations.has_days_off(*each) for each in asked] == [True, False, False]


async def test_the_calendar_knows_days_off_working_saturdays_and_school_holidays(database: Database) -> None:
    async with database.begin() as storage:
        ours, _ = await organisation(storage)
        days = {CITY_DAY: (True, "День города"), SATURDAY: (False, "")}
        await storage.organisations.set_days_off(ours.id, days)
        await storage.organisations.set_school_holidays(ours.id, [(MONDAY, MONDAY)])
    async with database.begin() as storage:
        calendar = await calendar_of(storage, await storage.organisations.get(ours.id))
    assert calendar.zone == ZoneInfo("Europe/Moscow")
    assert (calendar.is_working_day(CITY_DAY), calendar.is_working_day(SATURDAY)) == (False, True)
    assert (calendar.is_working_day(MONDAY), calendar.is_school_day(MONDAY)) == (True, False)


async def test_new_school_holidays_replace_the_old_ones(database: Database) -> None:
    async with database.begin() as storage:
        ours, _ = await organisation(storage)
        await storage.organisations.set_school_holidays(ours.id, [(CITY_DAY, CITY_DAY)])
        await storage.organisations.set_school_holidays(ours.id, [(SATURDAY, MONDAY)])
    async with database.begin() as storage:
        holidays = await storage.organisations.school_holidays(ours.id)
        assert [(each.starts, each.ends) for each in holidays] == [(SATURDAY, MONDAY)]


async def test_an_invitation_stays_the_same_until_it_is_renewed(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        first = await storage.organisations.invitation(ours.id, Category.TEACHER, NOW)
        assert (await storage.organisations.invitation(ours.id, Category.TEACHER, NOW)).id == first.id
        found = await storage.organisations.invitation_by_token(first.token)
        assert found is not None
        assert found.programme_id == programme.id
        second = await storage.organisations.renew_invitation(ours.id, Category.TEACHER, NOW)
        assert (await storage.organisations.invitation(ours.id, Category.TEACHER, NOW)).id == second.id != first.id
        assert (first.closed_at, second.token != first.token) == (NOW, True)
        assert await storage.organisations.invitation_by_code(second.code.lower()) is second
