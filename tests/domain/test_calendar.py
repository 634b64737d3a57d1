from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import Calendar, DateRange, is_summer
from tests.domain.reminding import MOSCOW, moscow, off


def test_the_week_is_monday_to_friday() -> None:
    assert MOSCOW.is_working_day(date(2026, 10, 16))
    assert not MOSCOW.is_working_day(date(2026, 10, 17))


def test_a_table_of_exceptions_outweighs_the_week() -> None:
    calendar = Calendar(MOSCOW.zone, {date(2026, 11, 4): False, date(2026, 10, 17): True})
    assert not calendar.is_working_day(date(2026, 11, 4))
    assert calendar.is_working_day(date(2026, 10, 17))


def test_school_holidays_are_working_days_without_lessons() -> None:
    calendar = Calendar(MOSCOW.zone, school_holidays=(DateRange(date(2026, 10, 26), date(2026, 11, 3)),))
    assert calendar.is_working_day(date(2026, 10, 26))
    assert not calendar.is_school_day(date(2026, 11, 3))
    assert calendar.is_school_day(date(2026, 11, 4))


def test_working_days_are_found_over_a_long_weekend() -> None:
    calendar = off("2026-11-02", "2026-11-03", "2026-11-04")
    assert calendar.next_working_day(date(2026, 10, 30)) == date(2026, 11, 5)
    assert calendar.previous_working_day(date(2026, 11, 5)) == date(2026, 10, 30)
    assert calendar.working_day_until(date(2026, 11, 5)) == date(2026, 11, 5)


def test_working_days_are_counted_without_days_off() -> None:
    assert MOSCOW.add_working_days(date(2026, 10, 15), 2) == date(2026, 10, 19)


def test_a_year_without_a_working_day_is_read_as_plain_weeks() -> None:
    never = {
        date.fromordinal(day): False for day in range(date(2026, 1, 1).toordinal(), date(2028, 1, 1).toordinal())
    }
    calendar = Calendar(MOSCOW.zone, never)
    assert calendar.working_day_from(date(2026, 10, 17)) == date(2026, 10, 19)


def test_a_month_that_is_off_as_a_whole_has_no_first_working_day() -> None:
    calendar = Calendar(MOSCOW.zone, {date(2026, 7, day): False for day in range(1, 32)})
    assert calendar.first_working_day_of_month(date(2026, 7, 9)) is None
    assert calendar.first_working_day_of_month(date(2026, 8, 9)) == date(2026, 8, 3)


def test_the_first_working_day_of_a_week_is_tuesday_when_monday_is_off() -> None:
    assert off("2026-10-12").first_working_day_of_week(date(2026, 10, 14)) == date(2026, 10, 13)


def test_a_local_time_becomes_utc() -> None:
    kamchatka = MOSCOW.in_zone(ZoneInfo("Asia/Kamchatka"))
    assert kamchatka.at(date(2026, 10, 15), time(9)) == datetime(2026, 10, 14, 21, tzinfo=UTC)


def test_a_time_skipped_by_the_clock_is_the_moment_after_the_skip() -> None:
    berlin = Calendar(ZoneInfo("Europe/Berlin"))
    moment = berlin.at(date(2027, 3, 28), time(2, 30))
    assert berlin.local(moment).time() == time(3, 30)


@pytest.mark.parametrize(
    ("moment", "slot"),
    [
        ("2026-10-15 12:00", "2026-10-15 12:00"),
        ("2026-10-15 07:59", "2026-10-15 08:00"),
        ("2026-10-15 19:00", "2026-10-16 08:00"),
        ("2026-10-16 19:00", "2026-10-19 08:00"),
        ("2026-10-17 12:00", "2026-10-19 08:00"),
    ],
)
def test_the_next_slot_is_within_working_hours(moment: str, slot: str) -> None:
    assert MOSCOW.next_slot(moscow(moment)) == moscow(slot)


@pytest.mark.parametrize(
    ("moment", "morning"),
    [
        ("2026-10-15 09:00", "2026-10-15 09:00"),
        ("2026-10-15 09:01", "2026-10-16 09:00"),
        ("2026-10-18 03:00", "2026-10-19 09:00"),
    ],
)
def test_the_next_morning_is_that_of_a_working_day(moment: str, morning: str) -> None:
    assert MOSCOW.next_morning(moscow(moment)) == moscow(morning)


def test_daytime_ignores_days_off_but_not_the_night() -> None:
    assert MOSCOW.next_daytime(moscow("2026-10-17 12:00")) == moscow("2026-10-17 12:00")
    assert MOSCOW.next_daytime(moscow("2026-10-17 23:00")) == moscow("2026-10-18 08:00")


def test_what_falls_into_the_night_goes_the_evening_before() -> None:
    assert MOSCOW.outside_night(moscow("2026-10-17 07:59")) == moscow("2026-10-16 18:00")
    assert MOSCOW.outside_night(moscow("2026-10-17 20:00")) == moscow("2026-10-17 18:00")
    assert MOSCOW.outside_night(moscow("2026-10-17 08:00")) == moscow("2026-10-17 08:00")


def test_summer_is_from_june_to_august() -> None:
    assert is_summer(date(2027, 6, 1)) and is_summer(date(2027, 8, 31))
    assert not is_summer(date(2027, 5, 31)) and not is_summer(date(2027, 9, 1))
