"""A due of a template, said without a year, laid into a programme."""

from datetime import date, timedelta

from domain.calendar import Calendar
from domain.roadmap.due import read_due
from domain.roadmap.head import school_year
from domain.roadmap.model import Due, Period
from domain.roadmap.rewriting import names_day, plain_phrase
from domain.roadmap.shift import Shift

_LATE_START = timedelta(days=20)
_YEAR_BEGINS = 7
"""A programme that begins in July or later belongs to the school year of that autumn."""


def placed(phrase: str, period: Period, calendar: Calendar) -> Due:
    """The due of `phrase` in a programme within one school year; a chosen day is a working day.

    What the phrase says holds for a programme from September to May; one that begins later keeps the order of its
    rows, with the days laid closer together.
    """
    year = teaching_of(period)
    due = read_due(phrase, school_year(year.start.year))
    if due.end is None or due.kind == "throughout":
        return read_due(phrase, period)
    closer = period.start - year.start > _LATE_START
    start, end = due.start, due.end
    if closer:
        start, end = _closer(start, year, period) if start else None, _closer(end, year, period)
    start, end = max(start, period.start) if start else None, max(end, period.start)
    if closer or names_day(phrase):
        end = Shift(period, period, calendar).working(end)
    return read_due(plain_phrase(min(start, end) if start else None, end), period)


def teaching_of(period: Period) -> Period:
    """September to May of the school year that a programme belongs to."""
    first = period.start.year if period.start.month >= _YEAR_BEGINS else period.start.year - 1
    return Period(date(first, 9, 1), date(first + 1, 5, 31))


def _closer(day: date, year: Period, period: Period) -> date:
    """The same share of the programme as the day's share of the year."""
    last = min(period.end, year.end) if period.start < year.end else period.end
    share = (day - year.start) / (year.end - year.start)
    return period.start + timedelta(days=round(share * (last - period.start).days))
