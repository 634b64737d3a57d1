"""Proposals about a doubt, each with how the rows would stand afterwards; the phrase of the paper stays as it is."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from domain.roadmap import proposed_dues
from domain.roadmap.model import Due, Period, Row
from domain.roadmap.planning import needs_date

NAMES_PROPOSED = 3


@dataclass(frozen=True)
class Doubt:
    """A finding that waits for an answer, with the roadmap's rows by position, its period and its title."""

    code: str
    positions: tuple[int, ...]
    arguments: Mapping[str, Any]
    rows: Mapping[int, Row]
    period: Period | None
    title: str = ""

    @property
    def concerned(self) -> dict[int, Row]:
        """The rows that it speaks of, without those that are gone."""
        return {position: self.rows[position] for position in self.positions if position in self.rows}


@dataclass(frozen=True)
class Proposal:
    """An answer to a doubt: ``rows`` and ``title`` (empty: stays) as they would become, positions to be ``removed``.

    ``added`` are rows that would stand at the end of their section.

    ``mark`` tells proposals with the same ``answer`` apart (a year, a place in a list); ``due`` and ``name`` are for
    the words on its button.
    """

    answer: str
    rows: Mapping[int, Row] = field(default_factory=dict)
    removed: tuple[int, ...] = ()
    added: tuple[Row, ...] = ()
    mark: str = ""
    due: Due | None = None
    name: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        """Names it among the proposals of its doubt."""
        return f"{self.answer}-{self.mark}" if self.mark else self.answer


Source = Callable[[Doubt], Iterator[Proposal]]
"""Makes the proposals of one sort; none where they have no sense. The doubt has rows, or is about the title."""


def with_due(doubt: Doubt, due: Due) -> dict[int, Row]:
    """The rows of the doubt with this due; each keeps its own phrase."""
    return {
        position: replace(row, due=replace(due, phrase=row.due.phrase, doubt=None))
        for position, row in doubt.concerned.items()
    }


def _due(doubt: Doubt, answer: str, due: Due, mark: str = "") -> Proposal:
    return Proposal(answer, with_due(doubt, due), mark=mark, due=due)


def _first(doubt: Doubt) -> Due:
    return next(iter(doubt.concerned.values())).due


def as_above(doubt: Doubt) -> Iterator[Proposal]:
    """Each row takes the days of the nearest row above that has some, within its section."""
    found: dict[int, Row] = {}
    for position, row in doubt.concerned.items():
        above = [
            other
            for place, other in sorted(doubt.rows.items())
            if place < position and place not in doubt.positions and other.section == row.section
        ]
        dated = [other.due for other in above if not needs_date(other.due) and other.due.kind != "request"]
        if not dated:
            return
        found[position] = replace(row, due=replace(dated[-1], phrase=row.due.phrase, basis="inherited", doubt=None))
    alike = {replace(row.due, phrase="") for row in found.values()}
    yield Proposal("above", found, due=alike.pop() if len(alike) == 1 else None)


def period_end(doubt: Doubt) -> Iterator[Proposal]:
    if doubt.period is not None:
        yield _due(doubt, "period_end", Due("", "by", None, doubt.period.end, basis="programme"))


def throughout(doubt: Doubt) -> Iterator[Proposal]:
    if doubt.period is not None:
        start, end = doubt.period.start, doubt.period.end
        yield _due(doubt, "throughout", Due("", "throughout", start, end, basis="programme"))


def request(doubt: Doubt) -> Iterator[Proposal]:
    yield _due(doubt, "request", Due("", "request"))


def nearest_days(doubt: Doubt) -> Iterator[Proposal]:
    for number, due in enumerate(proposed_dues.possible(_first(doubt).phrase, doubt.period)):
        yield _due(doubt, "possible", due, str(number))


def turned_range(doubt: Doubt) -> Iterator[Proposal]:
    for number, due in enumerate(proposed_dues.turned(_first(doubt).phrase, doubt.period)):
        yield _due(doubt, "range", due, str(number))


def years(doubt: Doubt) -> Iterator[Proposal]:
    due = _first(doubt)
    for year in proposed_dues.years(due, doubt.period):
        yield _due(doubt, "year", proposed_dues.in_year(due, year), str(year))


def years_within(doubt: Doubt) -> Iterator[Proposal]:
    """Only years that bring the row into the period."""
    for proposal in years(doubt):
        within = proposal.due and proposal.due.end and doubt.period and proposal.due.end in doubt.period
        if within and proposal.due != _first(doubt):
            yield proposal


def year_later(doubt: Doubt) -> Iterator[Proposal]:
    due = _first(doubt)
    if due.end is not None:
        yield _due(doubt, "year", proposed_dues.in_year(due, due.end.year + 1), str(due.end.year + 1))


def within(doubt: Doubt) -> Iterator[Proposal]:
    due = proposed_dues.inclusive(_first(doubt).phrase, doubt.period)
    if due is not None:
        yield _due(doubt, "within", due)


def months(doubt: Doubt) -> Iterator[Proposal]:
    for number, due in enumerate(proposed_dues.edge_months(doubt.period)):
        yield _due(doubt, "month", due, str(number))


def frequent_names(doubt: Doubt) -> Iterator[Proposal]:
    counts = Counter(name for row in doubt.rows.values() for name in row.responsible)
    for number, (name, _) in enumerate(counts.most_common(NAMES_PROPOSED)):
        rows = {position: replace(row, responsible=(name,)) for position, row in doubt.concerned.items()}
        yield Proposal("responsible", rows, mark=str(number), name=name)


def only_one(doubt: Doubt) -> Iterator[Proposal]:
    _, *rest = doubt.concerned
    if rest:
        yield Proposal("one", removed=tuple(rest))


def earlier(doubt: Doubt) -> Iterator[Proposal]:
    """What must come first ends in time for what comes later."""
    then = [row for position, row in doubt.concerned.items() if _label(position, row) == doubt.arguments["then"]]
    limit = _limit(then[0].due) if then else None
    late = {
        position: replace(row, due=proposed_dues.ending(row.due, limit))
        for position, row in doubt.concerned.items()
        if limit and row.due.deadline and row.due.deadline > limit
    }
    if late:
        named = ", ".join(_label(position, row) for position, row in late.items())
        yield Proposal("earlier", late, due=next(iter(late.values())).due, name=named)


def _label(position: int, row: Row) -> str:
    return row.number or str(position)


def _limit(due: Due) -> date | None:
    return due.start if due.kind == "throughout" else due.deadline
