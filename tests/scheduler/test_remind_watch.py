"""A beat looks only where something may have become due; nothing is lost by that."""

from datetime import date, timedelta

import pytest

from scheduler.remind import AT_ONCE, UNSEEN, Seen, Watch, remind, stale
from storage.database import Database
from tests.scheduler.conftest import School
from tests.scheduler.test_ticks import switched_on
from tests.storage.stock import NOW

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
TOMORROW_MORNING = NOW + DAY - timedelta(hours=1)


async def test_a_beat_writes_what_was_known_before_at_its_very_moment(database: Database, school: School) -> None:
    await switched_on(database, school, date(2026, 10, 6))
    watch: Watch = {}
    await remind(database, NOW, watch)
    assert watch[school.organisation].following == TOMORROW_MORNING
    watch[school.organisation] = Seen(TOMORROW_MORNING - SECOND, TOMORROW_MORNING)
    assert await remind(database, TOMORROW_MORNING - SECOND, watch) == 0
    assert await remind(database, TOMORROW_MORNING, watch) > 0


async def test_what_was_written_in_between_is_seen_a_minute_later(database: Database, school: School) -> None:
    watch: Watch = {}
    await remind(database, NOW + DAY, watch)
    await switched_on(database, school, date(2026, 10, 6))
    assert await remind(database, NOW + DAY + SECOND, watch) == 0
    assert await remind(database, NOW + DAY + UNSEEN, watch) > 0


async def test_a_process_that_has_just_begun_looks_everywhere(database: Database, school: School) -> None:
    await remind(database, NOW + DAY, {})
    await switched_on(database, school, date(2026, 10, 6))
    assert await remind(database, NOW + DAY + SECOND, {}) > 0


@pytest.mark.parametrize(
    ("later", "current"),
    [(SECOND, True), (UNSEEN, False), (-UNSEEN, False), (400 * DAY, False), (timedelta(seconds=30), False)],
)
def test_a_look_holds_for_less_than_a_minute_and_not_past_the_next_instant(later: timedelta, current: bool) -> None:
    seen = Seen(NOW, NOW + timedelta(seconds=30))
    assert seen.is_current(NOW + later) is current


def test_a_look_does_not_hold_though_the_clock_stands_still() -> None:
    assert Seen(NOW, None).is_current(NOW)
    assert not Seen(NOW, None, real=-UNSEEN.total_seconds()).is_current(NOW)


def test_what_is_due_is_looked_at_now_and_the_rest_in_turns_the_longest_unseen_first() -> None:
    later = NOW + timedelta(minutes=2)
    watch: Watch = {number: Seen(NOW, None, real=-float(number)) for number in range(1, AT_ONCE + 10)}
    watch[1], watch[2] = Seen(NOW, later), Seen(later, None)
    looked_at = stale([0, *watch], watch, later)
    assert looked_at[:2] == [0, 1]
    assert looked_at[2:] == sorted(range(3, AT_ONCE + 10), reverse=True)[:AT_ONCE]
