"""A roadmap's year before it is lived: every reminder that will come, and the messages that they make.

A rehearsal supposes that nothing is done till the last day of a row, and either that everything is marked then
or that nothing ever is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from domain.calendar import Calendar
from domain.reminders import Due, Fact, Kind, TaskFact, timetable
from domain.roadmap import Due as RowDue
from domain.roadmap.planning import Planned, planned

LATE = frozenset({Kind.OVERDUE, Kind.ESCALATED})
"""What comes only when a row is not marked in time."""


@dataclass(frozen=True, slots=True)
class TaskToBe:
    """A task that a row (1-based position) will become when the year is switched on."""

    row: int
    kind: str
    planned: Planned


@dataclass(frozen=True, slots=True)
class Addressees:
    """Who gets what is nobody's own: numbers of people, real or stand-ins; ``district`` rows (1-based) go up to
    the coordinators too.
    """

    curators: tuple[int, ...]
    heads: tuple[int, ...] = ()
    coordinators: tuple[int, ...] = ()
    district: frozenset[int] = frozenset()


def tasks_to_be(dues: Iterable[RowDue], today: date) -> dict[int, TaskToBe]:
    """The tasks of a roadmap that is switched on ``today``, numbered from 1; ``dues`` are those of its rows."""
    tasks = (TaskToBe(row, due.kind, task) for row, due in enumerate(dues, start=1) for task in planned(due, today))
    return dict(enumerate(tasks, start=1))


def facts_to_be(
    tasks: Mapping[int, TaskToBe], responsible: Sequence[tuple[int, ...]], others: Addressees, active_from: datetime
) -> list[TaskFact]:
    """What the reminders of these tasks will be derived from; ``responsible`` are the people of each row."""
    return [
        TaskFact(
            task_id=number,
            kind=task.kind,
            start=task.planned.starts,
            end=task.planned.due,
            active_from=active_from,
            responsible=responsible[task.row - 1],
            curators=others.curators,
            heads=others.heads,
            coordinators=others.coordinators if task.row in others.district else (),
        )
        for number, task in tasks.items()
    ]


def rehearse(
    facts: Iterable[Fact], calendar: Calendar, since: datetime, until: datetime, *, marked_in_time: bool = False
) -> list[Due]:
    """Every reminder from ``since`` on, in order of time; what recurs without end only up to ``until``.

    ``marked_in_time`` leaves out what comes only when a row is late.
    """
    last: dict[tuple[object, ...], Due] = {}
    for item in timetable(facts, calendar, until):
        if item.due_at >= since and not (marked_in_time and item.kind in LATE):
            last[item.due_at, item.chain] = item  # of one chain a person gets the latest
    return sorted(last.values(), key=lambda item: (item.due_at, item.person_id, item.subject, item.subject_id))


def messages(reminders: Sequence[Due]) -> Iterator[list[Due]]:
    """Reminders that come to one person at one moment are one message; ``reminders`` as ``rehearse`` gives them."""
    for _, joined in groupby(reminders, key=lambda item: (item.due_at, item.person_id)):
        yield list(joined)


def by_month(reminders: Sequence[Due], calendar: Calendar) -> dict[date, list[list[Due]]]:
    """The messages of each month (its first day, local) in which there are any."""
    months: dict[date, list[list[Due]]] = {}
    for message in messages(reminders):
        months.setdefault(calendar.day_of(message[0].due_at).replace(day=1), []).append(message)
    return months
