"""Reminders of a meeting, and the question how it went.

They ignore days off but not the night: what falls into it goes in the evening before.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from domain.calendar import DAY, Calendar
from domain.reminders.due import Due, Kind, unique_key
from domain.reminders.facts import MeetingFact

HOUR = timedelta(hours=1)
REMEMBERED = timedelta(hours=2)
"""Whoever has just heard of a meeting needs no reminder of it yet."""


def meeting_timetable(meeting: MeetingFact, calendar: Calendar) -> Iterator[Due]:
    """A day before, an hour before and after the meeting, for each of its people."""
    if meeting.settled:
        return
    start = calendar.local(meeting.starts_at)
    day_before = calendar.outside_night(calendar.at(start.date() - DAY, start.time()))
    hour_before = calendar.outside_night(meeting.starts_at - HOUR)
    if day_before >= meeting.agreed_at + REMEMBERED:
        yield from _to_all(meeting, Kind.MEETING, day_before, "day-before", meeting.starts_at)
    if hour_before >= meeting.agreed_at + REMEMBERED:
        yield from _to_all(meeting, Kind.MEETING, hour_before, "hour-before", meeting.starts_at)
    yield from _to_all(meeting, Kind.OUTCOME, _time_to_ask(meeting, calendar), "outcome")


def _time_to_ask(meeting: MeetingFact, calendar: Calendar) -> datetime:
    """An hour after the meeting, or the morning after when that is at night."""
    asked = meeting.ends_at + HOUR
    if calendar.next_daytime(asked) == asked:
        return asked
    return calendar.morning_of(calendar.day_of(calendar.next_daytime(asked)))


def _to_all(
    meeting: MeetingFact, kind: Kind, at: datetime, step: str, expires_at: datetime | None = None
) -> Iterator[Due]:
    when = meeting.starts_at.astimezone(UTC).strftime("%Y%m%dT%H%MZ")
    for person in meeting.people:
        key = unique_key("meeting", meeting.meeting_id, when, step, person)
        yield Due(kind, "meeting", meeting.meeting_id, person, at, key, expires_at)
