"""Somebody who is at home in organisations of several zones: one message a day, and nothing is left behind."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import DAY, Calendar
from domain.reminders import Courtesy, may_go, zone_of_last_morning

ZONES = (
    *("Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk"),
    *("Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka"),
)
START = datetime(2026, 11, 23, tzinfo=UTC)
OFF = st.lists(st.dates(date(2026, 11, 23), date(2026, 12, 11)), max_size=4, unique=True)
PLACES = st.lists(st.tuples(st.sampled_from(ZONES), OFF), min_size=1, max_size=4)
NOTICES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 13 * 24)), min_size=1, max_size=25)
Notices = Sequence[tuple[Calendar, datetime]]


def delivered(notices: Notices, zone: ZoneInfo) -> dict[datetime, list[tuple[Calendar, datetime]]]:
    """Each message with what it carries, as they are claimed hour after hour by what may go then."""
    waiting = {number: due_at for number, (_, due_at) in enumerate(notices)}
    messages: dict[datetime, list[tuple[Calendar, datetime]]] = {}
    last = None
    for now in (START + timedelta(hours=hour) for hour in range(28 * 24)):
        for number in sorted(
            (each for each in waiting if waiting[each] <= now), key=lambda each: (waiting[each], each)
        ):
            if waiting.get(number, now + DAY) > now:
                continue
            calendar = notices[number][0].in_zone(zone)
            waiting[number] = may_go(Courtesy.UNASKED, calendar, now, last_unasked=last)
            if waiting[number] <= now:
                last = now
                taken = [each for each in waiting if waiting[each] <= now]
                messages[now] = [notices[each] for each in taken]
                for each in taken:
                    del waiting[each]
    assert not waiting
    return messages


@given(PLACES, NOTICES)
@settings(max_examples=60, deadline=None)
def test_nothing_waits_longer_than_to_the_next_working_day_and_no_day_has_two_messages(
    places: list[tuple[str, list[date]]], due: list[tuple[int, int]]
) -> None:
    calendars = [Calendar(ZoneInfo(zone), dict.fromkeys(off, False)) for zone, off in places]
    zone = zone_of_last_morning([each.zone for each in calendars], START)
    notices = [(calendars[place % len(calendars)], START + timedelta(hours=hour)) for place, hour in due]
    messages = delivered(notices, zone)
    days = [moment.astimezone(zone).date() for moment in messages]
    assert len(days) == len(set(days))
    for shown_at, carried in messages.items():
        for calendar, due_at in carried:
            here = calendar.in_zone(zone)
            assert here.day_of(shown_at) <= here.next_working_day(here.day_of(due_at))


@pytest.mark.parametrize(("zones", "last"), [(ZONES, ZONES[0]), (ZONES[:0:-1], ZONES[1]), (ZONES[4:5], ZONES[4])])
def test_the_last_morning_is_the_westernmost(zones: Sequence[str], last: str) -> None:
    assert zone_of_last_morning(map(ZoneInfo, zones), START) == ZoneInfo(last)
