"""Moments to propose for a meeting, so that most people need not type one."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta

from domain.calendar import DAY, Calendar
from domain.meetings import LENGTH

# After the lessons first, in the order of preference.
HOURS = (time(14), time(16), time(10))
A_DAY = 2
NOTICE = timedelta(hours=2)

LOOK_AHEAD = 90


def suggestions(
    now: datetime, calendar: Calendar, taken: Collection[datetime] = (), count: int = 6
) -> list[datetime]:
    """Up to `count` coming UTC moments on school days, two a day, none within an hour of those `taken`."""
    found: list[datetime] = []
    today = calendar.day_of(now)
    for day in (today + number * DAY for number in range(LOOK_AHEAD)):
        if calendar.is_school_day(day):
            found += sorted(list(_free(day, now, calendar, taken))[:A_DAY])
        if len(found) >= count:
            break
    return found[:count]


def _free(day: date, now: datetime, calendar: Calendar, taken: Collection[datetime]) -> Iterator[datetime]:
    for hour in HOURS:
        at = calendar.at(day, hour)
        if at >= now + NOTICE and all(abs(at - other) >= LENGTH for other in taken):
            yield at
