"""Whom a survey asks, when it ends, and what stands out in its marks."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import Calendar
from domain.progress import Count
from domain.surveys import SATISFIED_FROM, audience, closing, highlights

MENTOR, MENTEE = "satisfaction_mentor", "satisfaction_mentee"


def test_each_side_of_a_pair_gets_its_own_form() -> None:
    assert audience([(1, [2, 3])]) == [(1, MENTOR), (2, MENTEE), (3, MENTEE)]


def test_a_mentor_of_two_pairs_is_asked_once() -> None:
    assert audience([(1, [2]), (1, [3])]).count((1, MENTOR)) == 1


def test_who_stands_on_both_sides_is_asked_on_both() -> None:
    asked = audience([(1, [2]), (2, [3])])
    assert [form for person, form in asked if person == 2] == [MENTEE, MENTOR]


def test_a_survey_is_open_for_two_weeks_to_the_end_of_the_local_day() -> None:
    calendar = Calendar(ZoneInfo("Asia/Kamchatka"))
    end = closing(datetime(2026, 10, 5, 13, tzinfo=UTC), calendar)
    assert calendar.local(end).strftime("%d.%m %H:%M") == "20.10 23:59"


def test_nobody_has_answered() -> None:
    assert highlights([]) is None
    assert highlights([{}, {}]) is None


def test_the_mean_is_that_of_all_marks() -> None:
    found = highlights([{"useful": 10, "comfort": 5}, {"useful": 6}])
    assert found is not None
    assert found.mean == 7


def test_best_and_weakest_question_by_their_means() -> None:
    found = highlights([{"useful": 10, "comfort": 5, "progress": 8}, {"useful": 8, "comfort": 6, "progress": 9}])
    assert found is not None
    assert (found.best, found.weakest) == (("useful", 9.0), ("comfort", 5.5))


def test_without_a_difference_there_is_no_weakest_question() -> None:
    found = highlights([{"useful": 8, "comfort": 8}])
    assert found is not None
    assert found.weakest is None


@pytest.mark.parametrize(("marks", "satisfied"), [((7, 7), 1), ((10, 4), 1), ((9, 4), 0)])
def test_satisfied_is_who_gives_seven_of_ten_in_the_mean(marks: tuple[int, int], satisfied: int) -> None:
    found = highlights([{"useful": marks[0], "comfort": marks[1]}])
    assert found is not None
    assert SATISFIED_FROM == 7
    assert found.satisfied == Count(satisfied, 1)
