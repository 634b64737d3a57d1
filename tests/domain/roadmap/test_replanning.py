"""What becomes of a row's tasks when its due changes."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.roadmap import Period, read_due
from domain.roadmap.planning import Planned
from domain.roadmap.replanning import Replanned, Standing, planned_again, replanned

FIRST = date(2026, 10, 31)


def monthly(*months: int) -> list[Planned]:
    days = [FIRST + timedelta(days=30 * month) for month in months]
    return [Planned(None, day, day.isoformat()) for day in days]


def test_a_single_task_moves_and_keeps_its_id() -> None:
    moved = Planned(None, FIRST)
    assert replanned([Standing(7)], [moved]) == Replanned({7: moved})


def test_what_is_done_is_neither_moved_nor_planned_again() -> None:
    first, second = monthly(0, 1)
    standing = [Standing(1, first.occurrence, done=True), Standing(2, second.occurrence)]
    assert replanned(standing, [first, second]) == Replanned({2: second})


def test_of_many_occurrences_the_one_with_proof_becomes_the_single_task() -> None:
    standing = [Standing(task, each.occurrence, proved=task == 2) for task, each in enumerate(monthly(0, 1, 2), 1)]
    single = Planned(None, FIRST)
    assert replanned(standing, [single]) == Replanned({2: single}, dropped=(1, 3))


def test_a_single_task_becomes_the_first_of_many() -> None:
    plan = monthly(0, 1, 2)
    assert replanned([Standing(5)], plan) == Replanned({5: plan[0]}, tuple(plan[1:]))


def test_what_is_late_stays_late_and_what_nobody_began_is_not_made_late() -> None:
    due = read_due("ежемесячно", Period(date(2026, 9, 1), date(2026, 12, 31)))
    late, began, today = Standing(1, "2026-10-31"), date(2026, 9, 1), date(2026, 11, 10)
    plan = planned_again(due, [late], began, today)
    assert [each.occurrence for each in plan] == ["2026-10-31", "2026-11-30", "2026-12-31"]
    assert [each.occurrence for each in planned_again(due, [], began, today)] == ["2026-11-30", "2026-12-31"]


@settings(max_examples=60)
@given(st.dictionaries(st.integers(0, 6), st.tuples(st.booleans(), st.booleans())), st.sets(st.integers(0, 6)))
def test_every_occurrence_ends_with_one_task(had: dict[int, tuple[bool, bool]], wanted: set[int]) -> None:
    standing = [Standing(month, monthly(month)[0].occurrence, *marks) for month, marks in had.items()]
    plan = monthly(*sorted(wanted))
    result = replanned(standing, plan)
    done = {each.occurrence for each in standing if each.done}
    kept = [each.occurrence for each in (*result.moved.values(), *result.new)]
    assert sorted([*kept, *done]) == sorted({each.occurrence for each in plan} | done)
    assert set(result.moved) | set(result.dropped) == {each.task for each in standing if not each.done}
