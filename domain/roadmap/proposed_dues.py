"""Days to propose where the paper's own are doubtful."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from domain.roadmap.due import read_due
from domain.roadmap.model import Due, Period

_DAY = timedelta(days=1)
_LATE_DAY = re.compile(r"(?<!\d)(?:29|30|31)(?!\d)")
_SHORTEST_MONTH = 28
_BEFORE = re.compile(r"^\s*(?:до|к)(?=\s)", re.IGNORECASE)
_RANGE = re.compile(r"^\s*(?:с\s+)?(?P<first>.*\d.*?)\s*(?:[-–—]|\bпо\b|\bдо\b)\s*(?P<last>.*\d.*)$", re.IGNORECASE)


def possible(phrase: str, period: Period | None) -> Iterator[Due]:
    """For a day that its month does not have: the month's last day, and the day after it."""
    for found in reversed(list(_LATE_DAY.finditer(phrase))):
        for day in range(int(found[0]) - 1, _SHORTEST_MONTH - 1, -1):
            due = read_due(f"{phrase[: found.start()]}{day}{phrase[found.end() :]}", period)
            if due.end is not None and due.kind in ("by", "on", "between"):
                last = replace(due, phrase="", basis="explicit", doubt=None)
                yield last
                yield _day_later(last, day)
                return


def _day_later(due: Due, day: int) -> Due:
    """The day that was mended, one later: the end of the due, or the beginning of a range."""
    if due.start is None or due.end is None or due.kind != "between" or due.start.day != day:
        end = due.end + _DAY if due.end else None
        return replace(due, start=end if due.kind == "on" else due.start, end=end)
    return replace(due, start=due.start + _DAY)


def turned(phrase: str, period: Period | None) -> Iterator[Due]:
    """For a range that ends before it begins: its ends changed over, or its end a year later."""
    found = _RANGE.match(phrase)
    first, last = (read_due(found[name], period).end for name in ("first", "last")) if found else (None, None)
    if first is not None and last is not None and last < first:
        yield Due("", "between", last, first, basis="explicit")
        yield Due("", "between", first, _same_day(last, last.year + 1), basis="explicit")


def years(due: Due, period: Period | None) -> tuple[int, ...]:
    """Years in which the due may be meant: those of the period, else its own and the next."""
    if due.end is None or due.kind not in ("by", "on", "between"):
        return ()
    if period is not None and period.crosses_years:
        return period.start.year, period.end.year
    return due.end.year, due.end.year + 1


def in_year(due: Due, year: int) -> Due:
    """The same days with the due's end in another year; the end must be known."""
    if due.end is None:
        raise ValueError("a due without an end has no year")
    start = _same_day(due.start, due.start.year + year - due.end.year) if due.start else None
    return replace(due, start=start, end=_same_day(due.end, year), basis="explicit", doubt=None)


def inclusive(phrase: str, period: Period | None) -> Due | None:
    """«до декабря» as «not later than December», its last day counted; None where it says so already."""
    due = read_due(_BEFORE.sub("не позднее", phrase), period)
    if due.kind != "by" or due.doubt is not None or not _BEFORE.match(phrase):
        return None
    return replace(due, phrase="", basis="explicit")


def edge_months(period: Period | None) -> Iterator[Due]:
    """The first and the last whole month of the period."""
    if period is None:
        return
    for day in dict.fromkeys((period.start.replace(day=1), period.end.replace(day=1))):
        end = (day + 31 * _DAY).replace(day=1) - _DAY
        yield Due("", "between", max(day, period.start), min(end, period.end), basis="explicit")


def ending(due: Due, limit: date) -> Due:
    """The due with an earlier last day."""
    if due.start is not None and due.start < limit and due.kind == "between":
        return replace(due, end=limit, basis="explicit", doubt=None)
    return replace(due, kind="by", start=None, end=limit, rule=None, basis="explicit", doubt=None)


def _same_day(day: date, year: int) -> date:
    """The day in another year; the leap day becomes the last of February."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
