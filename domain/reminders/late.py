"""Who is told of a row that is late: those who can close it at once, then step by step those above them.

Each step goes once. Where nobody holds a post its step falls out, so the chain may end at the curator.
"""

from collections.abc import Iterator
from datetime import date, datetime

from domain.calendar import Calendar
from domain.reminders.due import Due, Kind, task_due
from domain.reminders.facts import TaskFact

TO_HEAD, TO_DISTRICT = "to-head", "to-district"

WORKING_DAYS_OF_A_STEP = 5
"""Whoever was told has a working week to act, longer than most absences, before somebody above hears of it."""


def late_timetable(task: TaskFact, end: date, calendar: Calendar) -> Iterator[Due]:
    """The responsible people and the curators on the first working morning; a working week later the heads; a
    working week after them the district's coordinators. Nobody hears of the same row twice, and in summer nobody
    above the curator does.
    """
    morning = _first_morning(task, end, calendar)
    told = dict.fromkeys((*task.responsible, *task.curators))
    for person in told:
        yield task_due(task.task_id, Kind.OVERDUE, morning, end, "overdue", person)
    day = calendar.day_of(morning)
    for step, people in ((TO_HEAD, task.heads), (TO_DISTRICT, task.coordinators)):
        day = calendar.after_summer(calendar.add_working_days(day, WORKING_DAYS_OF_A_STEP))
        for person in dict.fromkeys(people):
            if person not in told:
                yield task_due(task.task_id, Kind.ESCALATED, calendar.morning_of(day), end, step, person)
        told |= dict.fromkeys(people)


def _first_morning(task: TaskFact, end: date, calendar: Calendar) -> datetime:
    """A row switched on after its deadline is late from the next working morning."""
    morning = calendar.morning_of(calendar.next_working_day(end))
    return morning if morning >= task.active_from else calendar.next_morning(task.active_from)
