"""Shares of a roadmap, against numbers counted by hand."""

from datetime import date

import pytest

from domain.progress import Count, Followed, State, share_done, share_in_time, state_of, tally

TODAY = date(2023, 12, 31)
EARLY, ON_TIME, LATE, OPEN, AHEAD, DONE_AHEAD, UNDATED, DONE_UNDATED, LAST_DAY = (
    Followed(date(2023, 12, 30), date(2023, 12, 1)),
    Followed(date(2023, 12, 30), date(2023, 12, 30)),
    Followed(date(2023, 12, 30), date(2023, 12, 31)),
    Followed(date(2023, 12, 30), None),
    Followed(date(2024, 5, 30), None),
    Followed(date(2024, 5, 30), date(2023, 12, 1)),
    Followed(None, None),
    Followed(None, date(2023, 10, 1)),
    Followed(TODAY, None),
)


@pytest.mark.parametrize(
    ("tasks", "done", "in_time"),
    [
        ((), Count(0, 0), Count(0, 0)),
        ((AHEAD, UNDATED), Count(0, 2), Count(0, 0)),
        ((DONE_AHEAD, DONE_UNDATED), Count(2, 2), Count(0, 0)),
        ((EARLY, ON_TIME), Count(2, 2), Count(2, 2)),
        ((EARLY, LATE), Count(2, 2), Count(1, 2)),
        ((EARLY, OPEN), Count(1, 2), Count(1, 2)),
        ((LAST_DAY,), Count(0, 1), Count(0, 0)),
        ((EARLY, ON_TIME, LATE, OPEN, AHEAD, DONE_AHEAD, UNDATED, DONE_UNDATED, LAST_DAY), Count(5, 9), Count(2, 4)),
    ],
)
def test_done_is_of_all_and_in_time_of_what_is_over(tasks: tuple[Followed, ...], done: Count, in_time: Count) -> None:
    assert (share_done(tasks), share_in_time(tasks, TODAY)) == (done, in_time)


@pytest.mark.parametrize(
    ("count", "percent"), [(Count(0, 0), 0), (Count(1, 3), 33), (Count(3, 52), 6), (Count(299, 300), 99)]
)
def test_per_cent_are_whole_and_a_hundred_only_when_all_is_done(count: Count, percent: int) -> None:
    assert count.percent == percent


@pytest.mark.parametrize(
    ("due", "done", "state"),
    [
        (date(2023, 12, 30), False, State.OVERDUE),
        (date(2023, 12, 30), True, State.DONE),
        (TODAY, False, State.NEAR),
        (date(2024, 1, 14), False, State.NEAR),
        (date(2024, 1, 15), False, State.AHEAD),
        (None, False, State.UNDATED),
        (None, True, State.DONE),
    ],
)
def test_the_last_day_itself_is_not_late_yet(due: date | None, done: bool, state: State) -> None:
    assert state_of(due, done=done, today=TODAY) is state


def test_every_state_is_counted_also_with_nought() -> None:
    assert tally([State.DONE, State.DONE, State.NEAR]) == {**dict.fromkeys(State, 0), State.DONE: 2, State.NEAR: 1}
