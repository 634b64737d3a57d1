from datetime import date
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import Calendar
from scheduler.days_off import russian_days_off

ZONE = ZoneInfo("Europe/Moscow")


def days_off(year: int) -> set[date]:
    calendar = Calendar(ZONE, russian_days_off(year).exceptions())
    days = (
        date.fromordinal(number) for number in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    )
    return {day for day in days if not calendar.is_working_day(day)}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("01-01", "01-11"),
        ("02-21", "02-23"),
        ("03-07", "03-09"),
        ("05-01", "05-03"),
        ("05-09", "05-11"),
        ("06-12", "06-14"),
    ],
)
def test_the_long_weekends_of_2026_are_those_of_the_government(first: str, last: str) -> None:
    start, end = date.fromisoformat(f"2026-{first}"), date.fromisoformat(f"2026-{last}")
    span = {date.fromordinal(number) for number in range(start.toordinal(), end.toordinal() + 1)}
    around = {date.fromordinal(start.toordinal() - 1), date.fromordinal(end.toordinal() + 1)}
    assert span <= days_off(2026)
    assert not around & days_off(2026)


def test_a_moved_day_off_is_named() -> None:
    table = russian_days_off(2026)
    assert table.official
    assert table.names[date(2026, 12, 31)].startswith("Выходной")


@pytest.mark.parametrize(("year", "saturday"), [(2024, date(2024, 4, 27)), (2027, date(2027, 2, 20))])
def test_a_working_saturday_works(year: int, saturday: date) -> None:
    table = russian_days_off(year)
    assert saturday in table.working
    assert Calendar(ZONE, table.exceptions()).is_working_day(saturday)


def test_a_year_that_is_not_known_yet_follows_the_labour_code_and_says_so() -> None:
    table = russian_days_off(2034)
    assert not table.official
    assert table.working == frozenset()
    assert {date(2034, 5, 9), date(2034, 1, 1), date(2034, 11, 6)} <= days_off(2034)


def test_a_holiday_on_a_weekend_in_january_moves_nowhere_by_the_labour_code() -> None:
    assert date(2034, 1, 9) not in days_off(2034)


def test_every_day_of_the_table_is_of_its_year() -> None:
    assert {day.year for year in (2026, 2027, 2031) for day in russian_days_off(year).names} == {2026, 2027, 2031}


def test_the_table_of_an_organisation_is_filled_with_names() -> None:
    titled = russian_days_off(2027).titled()
    assert titled[date(2027, 5, 9)] == (True, "День Победы")
    assert titled[date(2027, 2, 20)] == (False, "")
