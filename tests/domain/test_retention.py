"""When what is no longer needed is erased."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.retention import WARNED_BEFORE, ended_on, erased_on, months_in, plan

YEARS = [(date(2025, 9, 1), date(2026, 8, 31)), (date(2026, 9, 1), date(2027, 5, 31))]


@pytest.mark.parametrize(
    ("ended", "months", "day"),
    [
        (date(2026, 8, 31), 12, date(2027, 8, 31)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
    ],
)
def test_the_day_is_the_same_so_many_months_later(ended: date, months: int, day: date) -> None:
    assert erased_on(ended, months) == day


def test_who_left_is_needed_until_that_years_end_and_who_stays_until_the_newest() -> None:
    assert ended_on(date(2026, 3, 1), YEARS) == date(2026, 8, 31)
    assert ended_on(date(2026, 10, 1), YEARS) == ended_on(None, YEARS) == date(2027, 5, 31)
    assert ended_on(date(2028, 1, 1), YEARS) == date(2027, 5, 31)


@given(st.integers(0, 400), st.integers(0, 400))
def test_nothing_is_erased_that_was_not_told_of_a_week_before(first: int, jump: int) -> None:
    """However the machine sleeps: at the first look it warns at most, and the erasing comes a week later."""
    start = date(2027, 1, 1)
    day, today = start + timedelta(first), start + timedelta(jump)
    planned = plan([day], None, today)
    assert not planned.erase and planned.warn == (today >= day - WARNED_BEFORE)
    for later in range(30):
        erase = plan([day], today, today + timedelta(later)).erase
        assert erase == (planned.warn and later >= 7 and today + timedelta(later) >= day) or not planned.warn


def test_a_term_that_was_lengthened_meanwhile_stops_the_erasing() -> None:
    today = date(2027, 8, 31)
    assert plan([today], today - WARNED_BEFORE, today).erase
    later = plan([date(2028, 8, 31)], today - WARNED_BEFORE, today)
    assert not later.erase and not later.warn


@pytest.mark.parametrize(
    ("words", "months"),
    [("18 месяцев", 18), ("2 года", 24), ("5 лет", 60), ("Полтора года", 18), ("год.", 12), ("всегда", 0)],
)
def test_a_term_is_understood_in_words(words: str, months: int) -> None:
    assert months_in(words) == months
