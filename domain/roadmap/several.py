"""Several moments in one due: «10 сентября, 20 декабря», «I и III квартал», «2 раза в год (октябрь, май)»."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from domain.roadmap.model import Due, Period
from domain.roadmap.moments import ORDINAL, read_moment
from domain.roadmap.rhythms import how_often, rule_of_days, rule_of_months
from domain.roadmap.spans import Span, place, read_span, weakest

_LISTED = re.compile(r"(?:(?P<times>\S+) раза? в (?:уч[а-я]*\.? |календарный )?год|ежегодно)[ :,(-]+(?P<list>.+?)\)?")
_SEPARATOR = re.compile(r"(?:^|\s*(?:,|;|\+| и )\s*)(?:(?:до|к|в|во|не позднее) )?")
_NOUN_SAID_ONCE = re.compile(
    rf"(?P<first>{ORDINAL}(?:(?:, ?| и ){ORDINAL})*)(?:, ?| и )(?P<last>{ORDINAL}) (?P<noun>кв|полугод).*"
)


def read_listed(text: str, period: Period | None) -> Due | None:
    """«2 раза в год (октябрь, апрель)»: the list counts if it has as many days or months as was said."""
    found = _LISTED.fullmatch(text)
    if not found or (found["times"] and how_often(found["times"]) != len(_parts(found["list"]))):
        return None
    return read_several(found["list"], period)


def read_several(text: str, period: Period | None) -> Due | None:
    """Several days or months: `every` with a rule that gives exactly them; neighbouring months are one range."""
    parts = _parts(text)
    spans = _in_order(parts, period) if len(parts) > 1 else None
    if not spans:
        return None
    basis = weakest(span.basis for span in spans)
    doubt = next((span.doubt for span in spans if span.doubt), None)
    start, end = spans[0].first, spans[-1].last
    if all(span.is_day for span in spans):
        rule = rule_of_days([span.first for span in spans])
        return Due("", "every", start, end, rule, basis, doubt) if rule else None
    if all(after.first - before.last == timedelta(days=1) for before, after in pairwise(spans)):
        return Due("", "between", start, end, basis=basis, doubt=doubt)
    if any(span.is_day for span in spans) or not all(map(_is_whole, spans)) or (end - start).days > 366:
        return None
    rule = rule_of_months([span.last.month for span in spans])
    if all(map(_is_month, spans)):
        return Due("", "every", start, end, rule, basis, doubt)
    return Due("", "every", start, end, rule, "guess", doubt or "rough_rhythm")


def _in_order(parts: list[str], period: Period | None) -> list[Span] | None:
    """The parts as spans in time; a year or month said once is everybody's: «15, 20 октября», «май, июнь 2024»."""
    last = parts[-1]
    tail = re.sub(r"^\S+", "", last) if re.match(r"\d{1,2} [а-я]", last) else ""
    year = re.search(r" (\d{4})$| (sy\d{4})$", last)
    spans: list[Span] = []
    for part in reversed(parts):
        written = part + tail if part.isdigit() else part
        span = read_span(written, None) or _before(written, year, spans) or read_span(written, period)
        if span is None:
            return None
        spans.insert(0, span)
    return sorted(spans, key=lambda span: span.first)


def _before(text: str, year: re.Match[str] | None, later: list[Span]) -> Span | None:
    moment = read_moment(text)
    if moment is None or moment.year is not None or year is None or not later:
        return None
    limit = later[0].first
    placed = place(replace(moment, year=limit.year), None)
    if placed and placed.first > limit:
        placed = place(replace(moment, year=limit.year - 1), None)
    return placed


def _is_whole(span: Span) -> bool:
    """Whether a span ends with a month, so that a rule by months can name its end."""
    return span.first.day == 1 and (span.last + timedelta(days=1)).day == 1


def _is_month(span: Span) -> bool:
    return _is_whole(span) and (span.first.year, span.first.month) == (span.last.year, span.last.month)


def _parts(text: str) -> list[str]:
    """The single moments; a noun said once is everybody's: «I и III квартал»."""
    said = _NOUN_SAID_ONCE.fullmatch(text)
    if said:
        rest = text[said.end("last") :]
        return [f"{ordinal}{rest}" for ordinal in [*re.split(r", ?| и ", said["first"]), said["last"]]]
    return [part for part in _SEPARATOR.split(text) if part]
