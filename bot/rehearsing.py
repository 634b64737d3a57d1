"""The command ``rehearse``: a roadmap's year of reminders, before anybody is told; it needs no messenger.

Nothing is supposed to be marked as done all year, so that everything that could come is there.
"""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from textwrap import indent
from typing import Any
from zoneinfo import ZoneInfo

from bot.reading import roadmap_of
from domain.calendar import Calendar
from domain.people import Role
from domain.rehearsal import Addressees, TaskToBe, facts_to_be, messages, rehearse, tasks_to_be
from domain.reminders import DigestFact, Due, Kind
from domain.roadmap import Period, Roadmap, Row
from domain.roadmap.levels import Level, level_of
from domain.years import school_year, school_year_of
from handlers.row_words import RowWords, rehearsed_words, told_activity
from locales import Texts
from scheduler.days_off import russian_days_off

CURATOR, HEAD, COORDINATOR, FIRST_NAME = 1, 2, 3, 4
"""Numbers that stand for people."""

TAG = re.compile(r"</?[abi]\b[^>]*>")


@dataclass(frozen=True)
class Cast:
    """Who gets reminders: the roles, and the responsible posts and names as the paper writes them."""

    names: tuple[str, ...]

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Cast":
        return cls(tuple(dict.fromkeys(name for row in rows for name in row.responsible)))

    def numbers(self, row: Row) -> tuple[int, ...]:
        return tuple(FIRST_NAME + self.names.index(name) for name in dict.fromkeys(row.responsible))

    def name(self, number: int) -> str:
        return (Role.CURATOR, Role.HEAD, Role.COORDINATOR, *self.names)[number - 1]


@dataclass(frozen=True)
class Rehearsed:
    """A rehearsed year: its period, whether the document or the caller named it, and the reminders in their order.

    A reminder is ``{"at", "to", "row", "kind", "text"}``: the local moment with its offset, the addressee as the
    paper names it or a role, the row (1-based; None for the curator's week), the kind, and what the person reads.
    """

    period: Period
    named: bool
    reminders: list[dict[str, Any]]


def rehearsed(file: Path, zone: ZoneInfo, period: tuple[date, date] | None, today: date) -> Rehearsed:
    """The year of a roadmap file; one that names no period is rehearsed in the school year of ``today``.

    The year begins on the first morning of the period. Raises ``NotRead``.
    """
    roadmap = roadmap_of(file, period)
    named = roadmap.period
    if named is None:
        roadmap = roadmap_of(file, school_year(school_year_of(today)))
    assert roadmap.period is not None
    return Rehearsed(roadmap.period, named is not None, year_of(roadmap, calendar_of(zone, roadmap.period)))


def calendar_of(zone: ZoneInfo, period: Period) -> Calendar:
    """Russia's working days; the reminders of a year may end in the next one."""
    exceptions: dict[date, bool] = {}
    for year in range(period.start.year - 1, period.end.year + 2):
        exceptions |= russian_days_off(year).exceptions()
    return Calendar(zone, exceptions)


def year_of(roadmap: Roadmap, calendar: Calendar) -> list[dict[str, Any]]:
    period = roadmap.period
    assert period is not None
    texts, cast = Texts.load(), Cast.of(roadmap.rows)
    tasks = tasks_to_be((row.due for row in roadmap.rows), period.start)
    begin, end = calendar.at(period.start, time()), calendar.at(period.end, calendar.day_end)
    district = [at for at, row in enumerate(roadmap.rows, start=1) if level_of(row.responsible) != Level.OWN]
    others = Addressees((CURATOR,), (HEAD,), (COORDINATOR,), frozenset(district))
    facts = facts_to_be(tasks, [cast.numbers(row) for row in roadmap.rows], others, begin)
    week = DigestFact(0, CURATOR, begin, period.end)
    words = words_of(tasks, roadmap.rows)
    return [
        {
            "at": calendar.local(item.due_at).isoformat(),
            "to": cast.name(item.person_id),
            "row": None if item.kind == Kind.DIGEST else tasks[item.subject_id].row,
            "kind": str(item.kind),
            "text": html.unescape(TAG.sub("", text)),
        }
        for joined in messages(rehearse([*facts, week], calendar, begin, end))
        for item in joined
        if (text := text_of(texts, item, joined, words, calendar))
    ]


def text_of(
    texts: Texts, item: Due, joined: Sequence[Due], rows: Mapping[int, RowWords], calendar: Calendar
) -> str | None:
    """What the person reads; None for a week in which there is nothing to say."""
    return rehearsed_words(texts, item, joined, rows, calendar.day_of(item.due_at), marked_in_time=False)


def words_of(tasks: Mapping[int, TaskToBe], rows: Sequence[Row]) -> dict[int, RowWords]:
    """Task → how reminders speak of its row."""
    return {number: row_words(rows[task.row - 1], task) for number, task in tasks.items()}


def row_words(row: Row, task: TaskToBe) -> RowWords:
    activity = told_activity(row.activity, row.result, row.section)
    return RowWords(row.number or str(task.row), activity, row.due.phrase, task.planned.due)


def rehearsal_as_text(year: Rehearsed) -> str:
    """The same for a person: what comes to one addressee at one moment stands together, as it is sent."""
    texts = Texts.load()
    lines: list[str] = [period_line(year.period), texts("rehearsal-count", count=len(year.reminders))]
    for (moment, to), joined in groupby(year.reminders, key=itemgetter("at", "to")):
        at = datetime.fromisoformat(moment)
        day = texts("date-short", weekday=at.isoweekday(), text=f"{at:%d.%m.%Y %H:%M}")
        lines += ["", f"{day} → {texts('rehearsal-to', to=to)}"]
        lines += [indent(each["text"], "   ") for each in joined]
    return "\n".join(lines)


def period_line(period: Period) -> str:
    return Texts.load()("rehearsal-period", start=f"{period.start:%d.%m.%Y}", end=f"{period.end:%d.%m.%Y}")


def no_period_line(period: Period) -> str:
    """That the year was not named in the document, and which one was taken."""
    return Texts.load()("rehearsal-no-period", start=f"{period.start:%d.%m.%Y}", end=f"{period.end:%d.%m.%Y}")
