"""The curator's weekly digest; whether there is anything to say is known to who writes it."""

from collections.abc import Iterator
from datetime import date, datetime

from domain.calendar import DAY, Calendar
from domain.reminders.due import Due, Kind, unique_key
from domain.reminders.facts import DigestFact

WEEK = 7 * DAY


def digest_timetable(curator: DigestFact, calendar: Calendar, until: datetime) -> Iterator[Due]:
    """One on the first working morning of each week, good until the week ends."""
    first = calendar.day_of(curator.active_from)
    monday = first - first.weekday() * DAY
    last = min(curator.last_day or date.max, calendar.day_of(until))
    while monday <= last:
        day = calendar.first_working_day_of_week(monday)
        if day and day <= last and calendar.morning_of(day) >= curator.active_from:
            yield _digest(curator, calendar, monday, day)
        monday += WEEK


def _digest(curator: DigestFact, calendar: Calendar, monday: date, day: date) -> Due:
    key = unique_key("digest", curator.organisation_id, monday.isoformat(), "week", curator.person_id)
    return Due(
        Kind.DIGEST,
        "digest",
        curator.organisation_id,
        curator.person_id,
        calendar.morning_of(day),
        key,
        expires_at=calendar.morning_of(monday + WEEK),
    )
