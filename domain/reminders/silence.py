"""Nudges for what a person was asked to fill in and has not finished: few, and none in summer."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.calendar import Calendar
from domain.reminders.due import Due, Kind, unique_key
from domain.reminders.facts import Asked, SilenceFact

WORKING_DAYS_OF_SILENCE = {Asked.FORM: 2, Asked.SURVEY: 3}
MOST_NUDGES = {Asked.FORM: 2, Asked.SURVEY: 3}
BETWEEN_NUDGES = timedelta(days=7)
KINDS = {Asked.FORM: Kind.FORM, Asked.SURVEY: Kind.SURVEY}


def silence_timetable(silence: SilenceFact, calendar: Calendar) -> Iterator[Due]:
    """The nudges from the present silence on.

    Their keys count from `asked_at`, so that somebody who answers and falls silent again gets no more of them.
    """
    if silence.done:
        return
    asked, number = silence.asked, silence.subject_id
    when = calendar.day_of(silence.asked_at).isoformat()
    for count, day in enumerate(_days(silence, calendar), start=1):
        if silence.closes_on and day > silence.closes_on:
            return
        key = unique_key(asked.value, number, when, f"nudge-{count}", silence.person_id)
        yield Due(KINDS[asked], asked.value, number, silence.person_id, calendar.morning_of(day), key)


def _days(silence: SilenceFact, calendar: Calendar) -> Iterator[date]:
    wait = WORKING_DAYS_OF_SILENCE[silence.asked]
    day = calendar.add_working_days(calendar.day_of(silence.silent_since), wait)
    for _ in range(MOST_NUDGES[silence.asked]):
        day = calendar.after_summer(day)
        yield day
        day = calendar.working_day_from(day + BETWEEN_NUDGES)
