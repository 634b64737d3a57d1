"""Who hears of a late row, when: step by step upwards, each step once."""

from datetime import date

import pytest

from domain.reminders import due
from tests.domain.reminding import COORDINATOR, CURATOR, HEAD, MOSCOW, TEACHER, moscow, off, planned, task

ALL = {"heads": (HEAD,), "coordinators": (COORDINATOR,)}


def late(end: str, **changes: object) -> list[tuple[str, str, int]]:
    """What is said after the deadline: (step, day, person)."""
    told = planned(task(end=date.fromisoformat(end), **changes), until="2028-01-01 12:00")
    return [(step, at[:10], person) for step, at, person in told if not step.startswith("T-")]


def test_a_late_row_goes_up_step_by_step_a_working_week_apart() -> None:
    assert late("2026-10-15", **ALL) == [
        ("overdue", "2026-10-16", TEACHER),
        ("overdue", "2026-10-16", CURATOR),
        ("to-head", "2026-10-23", HEAD),
        ("to-district", "2026-10-30", COORDINATOR),
    ]


@pytest.mark.parametrize(
    ("people", "steps"),
    [
        ({}, ["overdue", "overdue"]),
        ({"heads": (HEAD,)}, ["overdue", "overdue", "to-head"]),
        ({"coordinators": (COORDINATOR,)}, ["overdue", "overdue", "to-district"]),
        ({"responsible": (), "curators": ()}, []),
    ],
)
def test_a_step_that_nobody_stands_on_falls_out(people: dict[str, object], steps: list[str]) -> None:
    assert [step for step, _, _ in late("2026-10-15", **people)] == steps


def test_without_a_head_the_district_still_waits_for_two_weeks() -> None:
    assert late("2026-10-15", coordinators=(COORDINATOR,))[-1] == ("to-district", "2026-10-30", COORDINATOR)


@pytest.mark.parametrize("post", ["responsible", "curators", "heads"])
def test_whoever_holds_two_posts_hears_of_the_row_once(post: str) -> None:
    steps = late("2026-10-15", **{**ALL, "coordinators": (HEAD,), post: (HEAD,)})
    assert [person for _, _, person in steps].count(HEAD) == 1


def test_days_off_do_not_count_for_the_steps() -> None:
    holidays = off(*(f"2026-10-{day}" for day in range(19, 24)))
    told = planned(task(**ALL), holidays, until="2026-12-31 12:00")
    assert [at[:10] for step, at, _ in told if step.startswith("to-")] == ["2026-10-30", "2026-11-06"]


def test_in_summer_nobody_above_the_curator_hears_of_it_and_the_steps_keep_apart() -> None:
    assert late("2027-05-28", **ALL) == [
        ("overdue", "2027-05-31", TEACHER),
        ("overdue", "2027-05-31", CURATOR),
        ("to-head", "2027-09-01", HEAD),
        ("to-district", "2027-09-08", COORDINATOR),
    ]


def test_a_row_that_was_late_when_it_was_switched_on_goes_up_from_that_day() -> None:
    steps = late("2026-08-20", active_from=moscow("2026-10-12 12:00"), **ALL)
    assert [day for _, day, _ in steps] == ["2026-10-13", "2026-10-13", "2026-10-20", "2026-10-27"]


def test_after_a_long_stop_each_hears_of_it_once() -> None:
    keys = [item.key.split(":", 3)[3] for item in due([task(**ALL)], MOSCOW, moscow("2026-12-15 12:00"))]
    assert keys == ["overdue:person:1", "overdue:person:5", "to-head:person:8", "to-district:person:9"]


def test_what_is_done_goes_no_further_up() -> None:
    assert late("2026-10-15", done=True, **ALL) == []
