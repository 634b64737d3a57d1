"""Which tasks a row becomes when its year is switched on."""

from datetime import date

import pytest

from domain.roadmap import Due, Period, read_due
from domain.roadmap.planning import needs_date, planned

YEAR = Period(date(2026, 9, 1), date(2027, 8, 31))
START = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("до 15 марта 2027 г.", (None, date(2027, 3, 15))),
        ("01.12.2026", (date(2026, 12, 1), date(2026, 12, 1))),
        ("март 2027", (date(2027, 3, 1), date(2027, 3, 31))),
        ("в течение всего периода", (date(2026, 9, 1), date(2027, 8, 31))),
        ("по запросу", (None, None)),
        ("по отдельному графику", (None, None)),
        ("ежегодно", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_row_that_does_not_recur_is_one_task(phrase: str, days: tuple[date | None, date | None]) -> None:
    (task,) = planned(read_due(phrase, YEAR), START)
    assert (task.starts, task.due, task.occurrence) == (*days, "")


def test_each_occurrence_is_a_task_that_begins_after_the_one_before() -> None:
    first, second, *rest = planned(read_due("ежемесячно", YEAR), START)
    assert (first.starts, first.due, first.occurrence) == (START, date(2026, 9, 30), "2026-09-30")
    assert (second.starts, second.due) == (date(2026, 10, 1), date(2026, 10, 31))
    assert len(rest) == 10


def test_occurrences_that_were_over_before_are_left_out() -> None:
    tasks = planned(read_due("ежемесячно", YEAR), date(2027, 5, 31))
    assert [task.occurrence for task in tasks] == ["2027-05-31", "2027-06-30", "2027-07-31", "2027-08-31"]


def test_of_a_year_that_is_over_the_last_occurrence_stays() -> None:
    (task,) = planned(read_due("ежемесячно", YEAR), date(2028, 1, 1))
    assert task.due == date(2027, 8, 31)


def test_what_recurs_every_day_is_one_task_that_lasts() -> None:
    (task,) = planned(read_due("ежедневно", YEAR), START)
    assert (task.starts, task.due, task.occurrence) == (YEAR.start, YEAR.end, "")


@pytest.mark.parametrize(
    ("kind", "needed"), [("elsewhere", True), ("unknown", True), ("request", False), ("by", False)]
)
def test_only_rows_whose_paper_gives_no_day_ask_for_one(kind: str, needed: bool) -> None:
    assert needs_date(Due("", kind)) is needed  # type: ignore[arg-type]
