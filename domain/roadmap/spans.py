"""Ranges of days: two moments with a dash or «с … по …», and the years that the writer left out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from domain.roadmap.model import Basis, DueDoubt, Period
from domain.roadmap.moments import ImpossibleDate, Moment, read_moment

_SEPARATOR = re.compile(r"-| по | до ")
_FIRST_TOKEN = re.compile(r"^[^\s.]+")


@dataclass(frozen=True)
class Span:
    """Inclusive days with where they come from; `doubt` is the code of a finding, if any."""

    first: date
    last: date
    basis: Basis = "explicit"
    doubt: DueDoubt | None = None
    is_day: bool = False


def weakest(bases: Iterable[Basis]) -> Basis:
    """The least certain of several origins."""
    order: tuple[Basis, ...] = ("explicit", "inherited", "programme", "guess")
    return max(bases, key=order.index)


class ReversedRange(ValueError):
    """A range that is written with its end before its beginning."""


def read_span(text: str, period: Period | None) -> Span | None:
    """A single moment or a range, in the spelling of `due_text`; None when it is neither, or its year is unknown.

    Raises `ImpossibleDate` and `ReversedRange`.
    """
    school = period is not None and period.crosses_years
    moment = read_moment(text, school_halves=school)
    if moment:
        return place(moment, period)
    pair = _two_ends(text, school)
    return _place_range(*pair, period) if pair else None


def place(moment: Moment, period: Period | None) -> Span | None:
    """Give a moment its year: the written one, else the one that the period leaves possible."""
    doubt: DueDoubt | None = "rough_due" if moment.rough else None
    if moment.year is not None:
        return Span(*moment.on(moment.year), "guess" if doubt else "explicit", doubt, moment.is_day)
    if period is None:
        return None
    candidates = _possible(moment, period)
    if not candidates:
        raise ImpossibleDate(moment)
    inside = [days for days in candidates if days[0] in period and days[1] in period]
    if len(inside) == 1:
        return Span(*inside[0], "guess" if doubt else "programme", doubt, moment.is_day)
    nearest = inside[0] if inside else max(candidates, key=lambda days: _overlap(days, period))
    return Span(*nearest, "guess", "year_guessed", moment.is_day)


def _possible(moment: Moment, period: Period) -> list[tuple[date, date]]:
    years = range(period.start.year - 1, period.end.year + 2)
    candidates = []
    for year in years:
        try:
            candidates.append(moment.on(year))
        except ImpossibleDate:  # 29 February of a common year
            continue
    return candidates


def _overlap(days: tuple[date, date], period: Period) -> int:
    """Common days with the period; below zero it is the distance to it."""
    return (min(days[1], period.end) - max(days[0], period.start)).days


def _two_ends(text: str, school: bool) -> tuple[Moment, Moment] | None:
    text = re.sub(r"^(?:с|со|от|период с|в период с) (?=\S)", "", text)
    for found in _SEPARATOR.finditer(text):
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        right = re.sub(r"^(?:по|до) ", "", right)
        end = read_moment(right, school_halves=school)
        begin = end and _first_end(left, right, school)
        if begin and end:
            return begin, end
    return None


def _first_end(left: str, right: str, school: bool) -> Moment | None:
    """«1» of «1-15 октября» borrows what follows the other number."""
    borrowed = _FIRST_TOKEN.sub(left, right, count=1)
    return read_moment(left, school_halves=school) or (
        read_moment(borrowed, school_halves=school) if " " not in left else None
    )


def _place_range(begin: Moment, end: Moment, period: Period | None) -> Span | None:
    """A year said once is both ends'; the beginning is then before the end, if need be in the year before."""
    year = begin.year
    if year is None and end.year is not None:
        year = end.year if begin.first <= end.first else end.year - 1
    span: Span | None
    if begin.year is not None and end.year is not None:
        span = _between_years(begin, begin.year, end, end.year)
    else:
        span = place(Moment(begin.first, end.last, year, begin.rough or end.rough), period)
    if span and span.last < span.first:
        raise ReversedRange
    return replace(span, is_day=False) if span else None


def _between_years(begin: Moment, begin_year: int, end: Moment, end_year: int) -> Span:
    rough = begin.rough or end.rough
    first, last = begin.on(begin_year)[0], end.on(end_year)[1]
    return Span(first, last, "guess" if rough else "explicit", "rough_due" if rough else None)
