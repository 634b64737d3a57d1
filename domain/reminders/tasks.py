"""Reminders of roadmap tasks.

Deadlines are reminded of at three distances and on the day, and a range of days also when it begins; a row that
lasts the whole period is asked after once a month; a row whose date is not known asks the curator for it; a row
that starts by an event reminds of nothing.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from domain.calendar import Calendar, is_summer, months
from domain.reminders.due import Due, Kind, task_due
from domain.reminders.facts import TaskFact
from domain.reminders.late import late_timetable

DAYS_BEFORE = (14, 7, 1, 0)


def task_timetable(task: TaskFact, calendar: Calendar, until: datetime) -> Iterator[Due]:
    """Every reminder of a task up to `until`, for all its people, each chain in its order."""
    if task.done or task.kind == "request":
        return
    if task.end is None:
        yield from _asking_for_date(task, calendar, until)
        return
    if task.kind == "throughout":
        yield from _check_ins(task, task.end, calendar)
    else:
        yield from _deadline(task, task.end, calendar)
    yield from late_timetable(task, task.end, calendar)


def _deadline(task: TaskFact, end: date, calendar: Calendar) -> Iterator[Due]:
    """Days off move a reminder to the last working day before; of several on one day the nearest stays.

    Nothing is said of a range or of an occurrence before it begins, unless it has no working day at all.
    """
    steps = {calendar.working_day_until(end - timedelta(days=days)): days for days in DAYS_BEFORE}
    bounded = task.start is not None and task.kind in ("every", "between")
    first = min(task.start, max(steps)) if bounded and task.start else date.min
    if bounded and task.kind == "between":
        yield from _beginning(task, first, frozenset(steps), calendar)
    for day, days in steps.items():
        if day >= first:
            yield from _to_responsible(task, Kind.DEADLINE, calendar.morning_of(day), end, f"T-{days}")


def _beginning(task: TaskFact, first: date, taken: frozenset[date], calendar: Calendar) -> Iterator[Due]:
    """A word when a range begins, unless its deadline is spoken of that day."""
    day = calendar.working_day_from(first)
    if day not in taken and task.start and task.end and day < task.end:
        yield from _to_responsible(task, Kind.START, calendar.morning_of(day), task.start, "start")


def _check_ins(task: TaskFact, end: date, calendar: Calendar) -> Iterator[Due]:
    start = task.start or calendar.day_of(task.active_from)
    for month in months(start, end):
        day = calendar.first_working_day_of_month(month)
        if day and start <= day <= end and not is_summer(day):
            yield from _to_responsible(task, Kind.CHECK_IN, calendar.morning_of(day), month, "check-in")


def _asking_for_date(task: TaskFact, calendar: Calendar, until: datetime) -> Iterator[Due]:
    """At once when the year is switched on, then on the first working day of each month."""
    for month in months(calendar.day_of(task.active_from), calendar.day_of(until)):
        day = _day_of_asking(task, month, calendar)
        if day and not is_summer(day):
            for person in task.curators if task.dated_by is None else task.dated_by:
                yield task_due(task.task_id, Kind.ASK_DATE, calendar.morning_of(day), month, "ask-date", person)


def _day_of_asking(task: TaskFact, month: date, calendar: Calendar) -> date | None:
    day = calendar.first_working_day_of_month(month)
    if day is None or calendar.morning_of(day) >= task.active_from:
        return day
    first = calendar.day_of(calendar.next_morning(task.active_from))
    return first if first.month == month.month else None


def _to_responsible(task: TaskFact, kind: Kind, at: datetime, when: date, step: str) -> Iterator[Due]:
    """To the curators as long as no person is tied to the row."""
    if at >= task.active_from:
        for person in task.responsible or task.curators:
            yield task_due(task.task_id, kind, at, when, step, person)
