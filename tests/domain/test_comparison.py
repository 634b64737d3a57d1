"""Marks before and after, side by side."""

import pytest

from domain.comparison import Compared, Total, compare, totals

MEASURES = ("lessons", "parents", "digital")


def test_a_person_is_compared_in_the_order_of_the_questions() -> None:
    found = compare(MEASURES, {"parents": 4, "lessons": 6}, {"lessons": 9, "parents": 3})
    assert found == [Compared("lessons", 6, 9), Compared("parents", 4, 3)]
    assert [each.change for each in found] == [3, -1]


def test_what_was_marked_once_has_no_change() -> None:
    assert [each.change for each in compare(MEASURES, {"digital": 5}, {})] == [None]


def test_only_marks_given_both_times_move_the_means() -> None:
    people = [compare(MEASURES, {"lessons": 4}, {"lessons": 8}), compare(MEASURES, {"lessons": 10}, {})]
    assert totals(MEASURES, people) == [Total("lessons", 1, 4, 8)]


def test_nobody_has_answered_twice() -> None:
    assert totals(MEASURES, [compare(MEASURES, {"lessons": 4}, {})]) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_means_are_over_people(count: int) -> None:
    people = [compare(MEASURES, {"lessons": 2}, {"lessons": 5})] * count
    assert totals(MEASURES, people) == [Total("lessons", count, 2, 5)]
