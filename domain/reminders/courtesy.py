"""When a message may go to a person, by what it is to that person."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import DAY, Calendar
from domain.reminders.due import Kind


class Courtesy(StrEnum):
    """How much a message may disturb."""

    ANSWER = "answer"
    """The person has just asked: at any hour."""
    CONVERSATION = "conversation"
    """Somebody writes to the person (a letter, a proposed meeting): by day, on days off too."""
    MEETING = "meeting"
    """A meeting is near or over: by day, on days off too."""
    UNASKED = "unasked"
    """The bot speaks first: on working days, one message a day."""


MEETING_KINDS = frozenset({Kind.MEETING, Kind.OUTCOME})


def courtesy_of(kind: Kind) -> Courtesy:
    return Courtesy.MEETING if kind in MEETING_KINDS else Courtesy.UNASKED


def zone_of_last_morning(zones: Iterable[ZoneInfo], now: datetime) -> ZoneInfo:
    """By whose day somebody who is at home in several zones (one at least) is spoken to unasked.

    By the last of the mornings all that the others had for that day lies ready, so one message carries everything;
    had the first of them its own message, nothing would ever be left of the day for the last.
    """
    return min(zones, key=lambda zone: now.astimezone(zone).utcoffset() or timedelta())


def may_go(
    courtesy: Courtesy,
    calendar: Calendar,
    now: datetime,
    *,
    last_unasked: datetime | None = None,
    muted_until: date | None = None,
) -> datetime:
    """The earliest moment, not before `now`, at which a new message may go to a person.

    `calendar` is in the person's zone. `last_unasked` is when the bot last spoke first to the person.
    `muted_until` is the last day of «Не писать до …»; it holds all but answers.
    """
    if courtesy is Courtesy.ANSWER:
        return now
    moment = now
    if muted_until and calendar.day_of(now) <= muted_until:
        moment = calendar.at(muted_until + DAY, calendar.day_start)
    if courtesy is Courtesy.UNASKED:
        return _unasked(calendar, moment, last_unasked)
    return calendar.next_daytime(moment)


def _unasked(calendar: Calendar, moment: datetime, last_unasked: datetime | None) -> datetime:
    """Before the morning everything waits for it, else the first would leave no room for the others that day."""
    today = calendar.day_of(moment)
    spoken = last_unasked is not None and calendar.day_of(last_unasked) >= today
    if not spoken and moment >= calendar.morning_of(today) and calendar.next_slot(moment) == moment:
        return moment
    after = calendar.at(today + DAY, calendar.day_start) if spoken else moment
    return calendar.next_morning(after)
