"""Counting a survey's answers."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.survey import Tally, tally

SCALE = {"key": "q", "kind": "scale", "text": "Довольны ли Вы?"}


def counted(question: dict[str, Any], *values: Any) -> Tally:
    return tally(question, [{"values": {"q": value}} for value in values])


def test_a_scale_has_a_mean_and_counts_all_its_points() -> None:
    result = counted(SCALE, 10, 7, 7, None)
    assert (result.answered, result.mean) == (3, 8)
    assert dict(result.counts) == {**dict.fromkeys(range(1, 11), 0), 7: 2, 10: 1}


def test_a_scale_may_have_other_bounds() -> None:
    assert [point for point, _ in counted({**SCALE, "minimum": 0, "maximum": 3}, 2).counts] == [0, 1, 2, 3]


def test_nobody_answered() -> None:
    result = counted(SCALE)
    assert (result.answered, result.mean, result.share(1)) == (0, None, None)


def test_yes_and_no_are_counted_and_a_no_is_an_answer() -> None:
    result = counted({"key": "q", "kind": "yes_no", "text": "Да?"}, True, False, False, None)
    assert (result.counts, result.share(True), result.mean) == (((True, 1), (False, 2)), 1 / 3, None)


def test_options_come_in_their_order_and_own_words_after_them() -> None:
    question = {"key": "q", "kind": "several_of", "text": "Что?", "options": ["ИКТ", "Театр"]}
    assert counted(question, ["Театр", "Песни"], ["Театр"], []).counts == (("ИКТ", 0), ("Театр", 2), ("Песни", 1))


def test_open_answers_are_only_counted() -> None:
    result = counted({"key": "q", "kind": "long_text", "text": "Что?"}, "Всё", "", None)
    assert (result.answered, result.counts) == (1, ())


@given(st.lists(st.none() | st.integers(1, 10)))
def test_the_counts_of_a_scale_add_up_to_those_who_answered(values: list[int | None]) -> None:
    result = counted(SCALE, *values)
    assert sum(count for _, count in result.counts) == result.answered
    if result.mean is not None:
        assert result.mean == pytest.approx(sum(point * count for point, count in result.counts) / result.answered)
