from dataclasses import replace
from datetime import date

import pytest

from domain.calendar import Calendar
from domain.reminders import Kind, due, next_instant, still_true
from tests.domain.reminding import CURATOR, MENTOR, MOSCOW, TEACHER, moscow, off, planned, task


def test_a_deadline_is_reminded_of_at_three_distances_and_on_the_day() -> None:
    assert planned(task()) == [
        ("T-14", "2026-10-01 09:00", TEACHER),
        ("T-7", "2026-10-08 09:00", TEACHER),
        ("T-1", "2026-10-14 09:00", TEACHER),
        ("T-0", "2026-10-15 09:00", TEACHER),
        ("overdue", "2026-10-16 09:00", TEACHER),
        ("overdue", "2026-10-16 09:00", CURATOR),
    ]


@pytest.mark.parametrize("kind", ["on", "between", "every"])
def test_one_day_and_a_range_are_reminded_of_by_their_end(kind: str) -> None:
    assert planned(task(kind)) == planned(task("by"))


def test_the_key_names_the_task_its_date_the_step_and_the_person() -> None:
    first = due([task()], MOSCOW, moscow("2026-10-08 09:00"))[0]
    assert first.key == "task:42:2026-10-15:T-7:person:5"


def test_a_reminder_on_a_day_off_goes_on_the_last_working_day_before() -> None:
    fridays = [at for step, at, _ in planned(task(end=date(2026, 11, 7))) if step.startswith("T-")]
    assert fridays == ["2026-10-23 09:00", "2026-10-30 09:00", "2026-11-06 09:00"]


def test_of_several_reminders_on_one_day_only_the_nearest_stays() -> None:
    steps = [step for step, at, _ in planned(task(end=date(2026, 10, 18))) if at.startswith("2026-10-16")]
    assert steps == ["T-0"]


def test_overdue_goes_on_the_first_working_day_after() -> None:
    calendar = off("2026-10-19")
    assert planned(task(end=date(2026, 10, 16)), calendar)[-1] == ("overdue", "2026-10-20 09:00", CURATOR)


def test_several_people_are_reminded_each() -> None:
    keys = [item.key for item in due([task(responsible=(TEACHER, MENTOR))], MOSCOW, moscow("2026-10-08 09:00"))]
    assert keys == ["task:42:2026-10-15:T-7:person:5", "task:42:2026-10-15:T-7:person:6"]


def test_a_row_without_a_person_is_the_curators() -> None:
    assert planned(task(responsible=()))[0] == ("T-14", "2026-10-01 09:00", CURATOR)


def test_nothing_from_before_the_year_was_switched_on_is_sent() -> None:
    switched_on = task(active_from=moscow("2026-10-10 12:00"), responsible=())
    steps = [step for step, _, _ in planned(switched_on)]
    assert steps == ["T-1", "T-0", "overdue"]


def test_a_row_switched_on_after_its_deadline_is_overdue_from_the_next_morning() -> None:
    late = task(active_from=moscow("2026-10-23 12:00"))
    assert planned(late) == [("overdue", "2026-10-26 09:00", person) for person in (TEACHER, CURATOR)]


def test_a_done_task_reminds_nobody() -> None:
    assert planned(task(done=True)) == []


def test_after_a_long_stop_a_person_gets_the_latest_of_the_chain() -> None:
    found = due([task()], MOSCOW, moscow("2026-10-14 12:00"))
    assert [item.key for item in found] == ["task:42:2026-10-15:T-1:person:5"]


def test_a_curator_who_is_responsible_gets_the_overdue_alone() -> None:
    found = due([task(responsible=(CURATOR,))], MOSCOW, moscow("2026-11-14 12:00"))
    assert [item.kind for item in found] == [Kind.OVERDUE]


def test_an_occurrence_is_not_reminded_of_before_it_begins() -> None:
    week = task("every", start=date(2026, 10, 12), end=date(2026, 10, 16), responsible=())
    assert [step for step, _, _ in planned(week)] == ["T-1", "T-0", "overdue"]


def test_a_range_begins_with_a_word_and_is_not_reminded_of_before() -> None:
    november = task("between", start=date(2026, 11, 1), end=date(2026, 11, 12), responsible=())
    assert [(step, at[:10]) for step, at, _ in planned(november)] == [
        ("start", "2026-11-02"),
        ("T-7", "2026-11-05"),
        ("T-1", "2026-11-11"),
        ("T-0", "2026-11-12"),
        ("overdue", "2026-11-13"),
    ]


@pytest.mark.parametrize("start", ["2026-10-15", "2026-10-14", "2026-10-08"])
def test_a_range_whose_deadline_is_spoken_of_when_it_begins_gets_no_second_word(start: str) -> None:
    week = task("between", start=date.fromisoformat(start))
    assert "start" not in [step for step, _, _ in planned(week)]


@pytest.mark.parametrize("kind", ["between", "every"])
def test_a_range_without_a_working_day_is_still_reminded_of_once(kind: str) -> None:
    weekend = task(kind, start=date(2026, 10, 17), end=date(2026, 10, 18), responsible=())
    assert [(step, at[:10]) for step, at, _ in planned(weekend)] == [("T-0", "2026-10-16"), ("overdue", "2026-10-19")]


def test_a_range_switched_on_after_its_beginning_gets_no_word_of_it() -> None:
    late = task("between", start=date(2026, 8, 1), end=date(2026, 10, 15))
    assert "start" not in [step for step, _, _ in planned(late)]


def test_the_whole_period_is_asked_after_once_a_month_and_is_overdue_after_its_end() -> None:
    year = task("throughout", start=date(2026, 9, 1), end=date(2026, 12, 31), responsible=())
    assert planned(year, off("2026-12-01")) == [
        ("check-in", "2026-09-01 09:00", CURATOR),
        ("check-in", "2026-10-01 09:00", CURATOR),
        ("check-in", "2026-11-02 09:00", CURATOR),
        ("check-in", "2026-12-02 09:00", CURATOR),
        ("overdue", "2027-01-01 09:00", CURATOR),
    ]


def test_nobody_is_asked_after_the_period_in_summer() -> None:
    year = task("throughout", start=date(2027, 5, 1), end=date(2027, 9, 30))
    months = [at[:7] for step, at, _ in planned(year, until="2027-12-31 12:00") if step == "check-in"]
    assert months == ["2027-05", "2027-09"]


def test_a_request_reminds_nobody() -> None:
    assert planned(task("request", end=None)) == []


@pytest.mark.parametrize("kind", ["elsewhere", "unknown", "by"])
def test_the_curator_is_asked_for_a_missing_date_each_month(kind: str) -> None:
    asked = task(kind, end=None, active_from=moscow("2026-09-10 12:00"))
    assert planned(asked, until="2026-11-30 12:00") == [
        ("ask-date", "2026-09-11 09:00", CURATOR),
        ("ask-date", "2026-10-01 09:00", CURATOR),
        ("ask-date", "2026-11-02 09:00", CURATOR),
    ]


def test_nobody_is_asked_for_a_date_in_summer() -> None:
    asked = task("elsewhere", end=None, active_from=moscow("2027-05-31 12:00"))
    assert planned(asked, until="2027-09-30 12:00") == [("ask-date", "2027-09-01 09:00", CURATOR)]


def test_a_moved_deadline_withdraws_what_was_written_down() -> None:
    now = moscow("2026-10-08 09:00")
    key = "task:42:2026-10-15:T-7:person:5"
    assert still_true(key, [task()], MOSCOW, now)
    assert not still_true(key, [task(end=date(2026, 10, 22))], MOSCOW, now)


def test_a_task_done_before_the_delivery_withdraws_what_was_written_down() -> None:
    assert not still_true("task:42:2026-10-15:T-7:person:5", [task(done=True)], MOSCOW, moscow("2026-10-08 09:00"))


def test_a_reminder_replaced_by_a_later_one_is_withdrawn() -> None:
    key = "task:42:2026-10-15:T-7:person:5"
    assert not still_true(key, [task()], MOSCOW, moscow("2026-10-14 09:00"))


def test_the_next_instant_is_that_of_the_next_reminder() -> None:
    assert next_instant([task()], MOSCOW, moscow("2026-10-01 09:00")) == moscow("2026-10-08 09:00")
    assert next_instant([task()], MOSCOW, moscow("2026-10-16 09:00")) is None


def test_a_table_edited_in_between_repeats_nothing() -> None:
    now = moscow("2026-10-15 12:00")
    edited = replace(MOSCOW, exceptions={date(2026, 10, 15): False})
    assert due([task()], Calendar(MOSCOW.zone), now)[0].key == due([task()], edited, now)[0].key
