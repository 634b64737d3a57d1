"""Next year's roadmap from this year's: what each row becomes, and what a person has to look at.

Months stay months and days keep their day and month; a chosen day that falls on a day off goes to the working day
before, be it a deadline or an event: rows of one day stay on one day, so no event slips behind its deadline. Whatever
cannot be moved with certainty is marked, never moved in silence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from domain.calendar import Calendar
from domain.roadmap.due import read_due
from domain.roadmap.head import school_year
from domain.roadmap.model import Due, Period, Row
from domain.roadmap.planning import needs_date
from domain.roadmap.rewriting import names_day, plain_phrase, with_last_day, with_own_years, with_years
from domain.roadmap.shift import Shift

NoteCode = Literal[
    "working_day",
    "ask_again",
    "typed",
    "calendar_year",
    "range_cut",
    "outside_period",
    "guessed",
    "not_moved",
    "text_year",
]
_INFORMS = frozenset({"working_day"})
_WHOLE = "В течение всего периода"
_ON_REQUEST = "По запросу"
HALF_A_YEAR = timedelta(days=184)
"""With less of a year left one thinks of the next."""
_MONTHS_BEFORE = timedelta(days=90)
"""A roadmap that begins so much before the programme is one of another year."""


@dataclass(frozen=True, slots=True)
class Note:
    """What happened to a row; `arguments` are days (`before`, `after`, ISO) or a `text`."""

    code: NoteCode
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A row of the new year. `review` says that a person has to look at it before the year begins."""

    row: Row
    notes: tuple[Note, ...] = ()

    @property
    def review(self) -> bool:
        return any(note.code not in _INFORMS for note in self.notes)


def moved(rows: Sequence[Row], old: Period, new: Period, calendar: Calendar) -> tuple[MovedRow, ...]:
    """The rows of a roadmap for `old` as they would be in one for `new`, in the same order.

    Each due is rewritten in its own notation, so that `read_due` of the new phrase in `new` gives its days. A due
    whose days are not those of its phrase was typed by a person: it is moved as a date, and marked.
    """
    shift = Shift(old, new, calendar)
    return tuple(_moved_row(row, shift) for row in rows)


def _moved_row(row: Row, shift: Shift) -> MovedRow:
    due, notes = _moved_due(row.due, shift)
    years = _years(row.due, due, shift)
    texts = [with_own_years(text, shift.old, years) for text in (row.activity, row.result, row.indicator)]
    steps = [with_own_years(step, shift.old, years) for step in row.steps]
    doubtful = [year for _, years in (*texts, *steps) for year in years]
    if doubtful:
        notes = (*notes, Note("text_year", {"text": doubtful[0]}))
    activity, result, indicator = (text for text, _ in texts)
    checklist = tuple(step for step, _ in steps)
    new = replace(row, activity=activity, result=result, indicator=indicator, steps=checklist, due=due, joined=1)
    return MovedRow(new, notes)


def _years(before: Due, after: Due, shift: Shift) -> int | None:
    """By how many years the row has moved; None where its days do not tell and the years are of different kinds."""
    if shift.same_kind:
        return shift.new.start.year - shift.old.start.year
    ends = (before.deadline, after.deadline)
    return ends[1].year - ends[0].year if ends[0] and ends[1] else None


def _moved_due(due: Due, shift: Shift) -> tuple[Due, tuple[Note, ...]]:
    if due.kind == "request":
        return read_due(written(due, shift.old), shift.new), ()
    if needs_date(due):
        return read_due(due.phrase, shift.new), (Note("ask_again"),)
    if due.kind == "every":
        return _recurring(due, shift)
    if due.kind == "throughout":
        return _throughout(due, shift)
    return _dated(due, shift)


def _is_typed(due: Due, old: Period) -> bool:
    read = read_due(due.phrase, old)
    return (read.start, read.end) != (due.start, due.end)


def written(due: Due, period: Period) -> str:
    """The phrase that a paper would have for a due: its own, unless a person has typed something else for it."""
    read = read_due(due.phrase, period)
    if (read.kind, read.start, read.end) == (due.kind, due.start, due.end) or due.kind == "every":
        return due.phrase
    if due.kind in ("throughout", "request"):
        return _WHOLE if due.kind == "throughout" else _ON_REQUEST
    if due.end is None:
        return due.phrase
    return plain_phrase(due.start if due.kind in ("on", "between") else None, due.end)


def following(old: Period, programme: Period, today: date) -> Period:
    """The period to move a roadmap of `old` to: the programme, if that is another year's, else the year after it.

    A programme of which less than half a year is left does not count, nor a school year that is over before `today`;
    a school year ends on the day on which the programme does.
    """
    if old.start + _MONTHS_BEFORE < programme.start and programme.end - today > HALF_A_YEAR:
        return programme
    first = max(programme.start.year, old.start.year) + 1
    end = (programme.end.month, programme.end.day) if programme.crosses_years else (8, 31)
    while school_year(first, end).end < today:
        first += 1
    return school_year(first, end)


def _recurring(due: Due, shift: Shift) -> tuple[Due, tuple[Note, ...]]:
    years = shift.year_of(due.end) - due.end.year if due.end else 0
    read = read_due(with_years(due.phrase, years), shift.new)
    whole = (due.start, due.end) == (shift.old.start, shift.old.end)
    inside = read.kind == "every" and read.start is not None and read.start in shift.new
    if inside and (whole or shift.same_kind):
        return read, ()
    return read_due(due.phrase, shift.new), (Note("ask_again"),)


def _throughout(due: Due, shift: Shift) -> tuple[Due, tuple[Note, ...]]:
    years = shift.new.start.year - shift.old.start.year
    read = read_due(with_years(due.phrase, years), shift.new)
    return (read if read.kind == "throughout" else read_due(_WHOLE, shift.new)), ()


def _dated(due: Due, shift: Shift) -> tuple[Due, tuple[Note, ...]]:
    if due.end is None:
        return Due("", "unknown", doubt="no_date"), (Note("not_moved"),)
    typed = _is_typed(due, shift.old)
    to_the_end = due.basis != "explicit" and due.end == shift.old.end
    chosen = not to_the_end and (typed or names_day(due.phrase))
    end = shift.new.end if to_the_end else shift.day(due.end, end_of_month=not chosen)
    start = shift.day(due.start, end_of_month=False) if due.start else None
    notes = list(_marks(due, end, shift, typed))
    if start and start > end:
        start = shift.new.start
        notes.append(Note("range_cut"))
    if chosen:
        end, why = _on_working_day(end, shift)
        notes += why
    start = end if due.kind == "on" else min(start, end) if start else None
    read = _rewritten(due, start, end, shift)
    if read is None:
        return Due("", "unknown", doubt="no_date"), (*notes, Note("not_moved"))
    if read.basis == "guess" != due.basis:
        notes.append(Note("guessed"))
    return read, tuple(notes)


def _marks(due: Due, end: date, shift: Shift, typed: bool) -> Iterator[Note]:
    if typed:
        yield Note("typed", {"text": due.phrase})
    if not shift.same_kind:
        yield Note("calendar_year")
    if end not in shift.new:
        yield Note("outside_period", {"after": end.isoformat()})


def _on_working_day(day: date, shift: Shift) -> tuple[date, list[Note]]:
    """A chosen day, unless it is a day off: then the working day before it, and a note that says so."""
    found = shift.working(day)
    if found == day:
        return day, []
    return found, [Note("working_day", {"before": day.isoformat(), "after": found.isoformat()})]


def _rewritten(due: Due, start: date | None, end: date, shift: Shift) -> Due | None:
    """The due whose phrase gives exactly these days: in its own notation if possible, else in a plain one."""
    shifted = with_years(due.phrase, shift.year_of(due.end) - due.end.year) if due.end else due.phrase
    for phrase in (shifted, with_last_day(shifted, end), plain_phrase(start, end)):
        read = read_due(phrase, shift.new)
        if (read.start, read.end) == (start, end):
            return read
    return None
