"""Due phrases of Russian school papers: what a colleague would understand by them, and nothing more.

`read_due` tries its rules from the most special to the plainest; each must understand the phrase to its last
word, so that an unread word leads to `unknown`, never to a date that looks certain.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from dateutil.rrule import rrulestr

from domain.roadmap import phrases
from domain.roadmap.model import Due, DueDoubt, Period
from domain.roadmap.moments import ImpossibleDate, due_text, nth_weekday, read_moment
from domain.roadmap.rhythms import read_rhythm
from domain.roadmap.several import read_listed, read_several
from domain.roadmap.spans import ReversedRange, Span, place, read_span, weakest

_Rule = Callable[[str, Period | None], Due | None]

_SOME_PERIOD = Period(date(2023, 9, 1), date(2024, 8, 31))


@lru_cache(maxsize=4096)
def read_due(phrase: str, period: Period | None) -> Due:
    """What a due phrase means in a programme that lasts for `period` (None: not known).

    The phrase is kept verbatim. Deadlines are inclusive. A phrase that is not understood to the last word, or that
    names a day no calendar has, is `unknown`.
    """
    text = due_text(phrase)
    if not text:
        return Due(phrase, "unknown", doubt="no_date")
    try:
        due = _by_rules(phrases.in_plain_words(text), period)
    except ImpossibleDate:
        due = Due(phrase, "unknown", doubt="impossible_date")
    except ReversedRange:
        due = Due(phrase, "unknown", doubt="reversed_range")
    if phrases.APPROXIMATELY.search(text) and due.basis in ("explicit", "programme"):
        due = replace(due, basis="guess", doubt="rough_due")
    return replace(due, phrase=phrase)


def is_readable(phrase: str) -> bool:
    """Whether a text says when, at least in some programme; an impossible date says it too."""
    return read_due(phrase, _SOME_PERIOD).doubt not in ("unknown_due", "no_date")


def occurrences(due: Due) -> tuple[date, ...]:
    """The days of an `every` within its bounds, both inclusive; empty when the bounds are not known."""
    if due.rule is None or due.start is None or due.end is None:
        return ()
    # rrulestr reads the start as a datetime at midnight; only its days are used
    rule = rrulestr(f"DTSTART:{due.start:%Y%m%dT000000}\nRRULE:{due.rule};UNTIL={due.end:%Y%m%dT000000}")
    return tuple(moment.date() for moment in rule)


def _by_rules(text: str, period: Period | None) -> Due:
    due = _by_first_rule(text, period)
    if due is not None:
        return due
    remark = phrases.REMARK.search(text)
    due = _by_first_rule(text[: remark.start()].rstrip(" ,"), period) if remark else None
    if due is not None and due.basis is not None:
        return replace(due, basis="guess", doubt=due.doubt or "rough_due")
    return Due("", "unknown", doubt="no_anchor" if phrases.NO_ANCHOR.fullmatch(text) else "unknown_due")


def _by_first_rule(text: str, period: Period | None) -> Due | None:
    return next((due for rule in _RULES if (due := rule(text, period)) is not None), None)


def _request(text: str, _period: Period | None) -> Due | None:
    return Due("", "request") if phrases.REQUEST.fullmatch(text) else None


def _elsewhere(text: str, _period: Period | None) -> Due | None:
    """Another paper or authority sets the day; its own number and date are no due. School terms are set so too."""
    if phrases.SCHOOL_TERM.fullmatch(text):
        return Due("", "elsewhere", doubt="due_elsewhere")
    bare = phrases.ORDER_REFERENCE.sub("", text)
    if not phrases.ELSEWHERE.fullmatch(bare) or re.search(r"\d", bare):
        return None
    return Due("", "elsewhere", doubt="due_elsewhere")


def _throughout(text: str, period: Period | None) -> Due | None:
    if phrases.WHOLE_CALENDAR_YEAR.fullmatch(text):
        rough = period is not None and period.crosses_years
        return _whole(period, "rough_due" if rough else None)
    return _whole(period) if phrases.WHOLE.fullmatch(text) else None


def _whole(period: Period | None, doubt: DueDoubt | None = None) -> Due:
    start, end = (period.start, period.end) if period else (None, None)
    return Due("", "throughout", start, end, basis="guess" if doubt else "programme", doubt=doubt)


def _deadline(text: str, period: Period | None) -> Due | None:
    found = phrases.BY.fullmatch(text)
    if not found:
        return None
    edge = phrases.EDGE.fullmatch(found["rest"])
    if edge:
        return _deadline_at_edge(edge["edge"], edge["rest"], period)
    moment = read_moment(found["rest"], school_halves=period is not None and period.crosses_years)
    span = place(moment, period) if moment else None
    if span is None:
        return None
    if span.is_day or found["word"] in ("не позднее", "не позже", "по"):
        return _by(span.last, span)
    return _by(span.first - timedelta(days=1), replace(span, basis="guess", doubt="before_or_within"))


def _by(end: date, span: Span) -> Due:
    return Due("", "by", None, end, basis=span.basis, doubt=span.doubt)


def _deadline_at_edge(edge: str, rest: str, period: Period | None) -> Due | None:
    if phrases.OF_PROGRAMME.fullmatch(rest):
        if period is None:
            return None
        span = Span(period.start, period.end, "programme")
        if rest == "года" and period.crosses_years:
            span = replace(span, basis="guess", doubt="rough_due")
    elif rest == "календарного года" and period is not None:
        span = Span(date(period.start.year, 1, 1), date(period.start.year, 12, 31), "programme")
    else:
        read = read_span(rest, period)
        if read is None:
            return None
        span = read
    if edge.startswith("начал"):
        return _by(span.first - timedelta(days=1), span)
    if edge.startswith("серед"):
        middle = span.first + (span.last - span.first) / 2
        return _by(middle, replace(span, basis="guess", doubt="rough_due"))
    return _by(span.last, span)


def _span(text: str, period: Period | None) -> Due | None:
    text = phrases.DURING.sub("", text)
    span = read_span(text, period)
    if span is None:
        return None
    if span.is_day:
        return Due("", "on", span.first, span.last, basis=span.basis, doubt=span.doubt)
    whole = period is not None and (span.first, span.last) == (period.start, period.end)
    return Due("", "throughout" if whole else "between", span.first, span.last, basis=span.basis, doubt=span.doubt)


def _edge_of_school_year(text: str, period: Period | None) -> Due | None:
    """«Начало учебного года» is September, its end is May, when teaching ends."""
    found = phrases.EDGE_OF_SCHOOL_YEAR.fullmatch(text)
    if not found or period is None or not period.crosses_years:
        return None
    month = f"сентябрь {period.start.year}" if found[1] == "начал" else f"май {period.end.year}"
    span = read_span(month, period)
    return Due("", "between", span.first, span.last, basis="guess", doubt="rough_due") if span else None


def _nth_weekday(text: str, period: Period | None) -> Due | None:
    """«Первый понедельник октября» is one day."""
    found = phrases.NTH_WEEKDAY.fullmatch(text)
    span = read_span(found["month"], period) if found else None
    if found is None or span is None:
        return None
    day = nth_weekday(span.first, found["ordinal"], found["weekday"])
    return Due("", "on", day, day, basis=span.basis, doubt=span.doubt)


def _from(text: str, period: Period | None) -> Due | None:
    """«с 1 сентября» lasts until the programme ends."""
    found = re.fullmatch(r"(?:начиная )?(?:с|со) (.+)", text)
    moment = read_moment(found[1]) if found else None
    span = place(moment, period) if moment else None
    if span is None or period is None or span.first > period.end:
        return None
    return Due("", "between", span.first, period.end, basis=weakest((span.basis, "programme")), doubt=span.doubt)


_RULES: tuple[_Rule, ...] = (
    _request,
    _throughout,
    read_listed,
    read_rhythm,
    _elsewhere,
    _deadline,
    _span,
    _edge_of_school_year,
    _nth_weekday,
    _from,
    read_several,
)
