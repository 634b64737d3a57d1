"""From a read document to what is kept of it: the roadmap, its period, and how much of it was understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, cast

from domain.roadmap import Due, Finding, Period, Roadmap, Row, Source, finding_arguments, read
from domain.roadmap.model import Basis, Kind
from domain.roadmap.planning import needs_date
from handlers.screen import escape, shorten
from locales import Texts
from storage.models import Milestone, Programme
from storage.models import Roadmap as Kept

LONGEST_DOUBT = 450
"""A doubt may name a hundred rows; the first of them show what it is about."""

DUE_FIELDS = {"phrase": "phrase", "kind": "kind", "starts": "start", "ends": "end", "rule": "rule", "basis": "basis"}
"""Column of a row → part of its due."""

NO_PERIOD: Final = "no_period"


def understand(source: Source, programme: Programme) -> Roadmap:
    """The document as a roadmap; one that names no period gets the programme's, and the finding stays.

    Raises ``NotARoadmap``.
    """
    school_year_end = (programme.ends.month, programme.ends.day)
    roadmap = read(source, school_year_end=school_year_end)
    if roadmap.period is not None:
        return roadmap
    placed = read(source, period=Period(programme.starts, programme.ends))
    return replace(placed, findings=(Finding(NO_PERIOD), *placed.findings))


def columns_of(roadmap: Roadmap, file_id: int | None) -> dict[str, Any]:
    """The columns of the roadmap's own row; findings are kept with the arguments of their sentences."""
    return {
        "title": roadmap.title,
        "approved_by": roadmap.approved_by,
        "order": roadmap.order,
        "starts": roadmap.period.start if roadmap.period else None,
        "ends": roadmap.period.end if roadmap.period else None,
        "file_id": file_id,
        "findings": [
            {"code": found.code, "rows": list(found.rows), "arguments": finding_arguments(roadmap, found)}
            for found in roadmap.findings
        ],
    }


def milestone_columns(row: Row) -> dict[str, Any]:
    return {
        "number": row.number,
        "section": row.section,
        "activity": row.activity,
        "steps": list(row.steps),
        "result": row.result,
        "indicator": row.indicator,
        "responsible": list(row.responsible),
        "phrase": row.due.phrase,
        "kind": row.due.kind,
        "starts": row.due.start,
        "ends": row.due.end,
        "rule": row.due.rule,
        "basis": row.due.basis,
        "joined": row.joined,
    }


def due_of(milestone: Milestone) -> Due:
    """The due of a kept row as it was read."""
    kind, basis = cast(Kind, milestone.kind), cast(Basis | None, milestone.basis)
    return Due(milestone.phrase, kind, milestone.starts, milestone.ends, milestone.rule, basis)


def row_of(milestone: Milestone) -> Row:
    """A kept row as the domain knows it."""
    return Row(
        number=milestone.number,
        section=milestone.section,
        activity=milestone.activity,
        steps=tuple(milestone.steps),
        result=milestone.result,
        indicator=milestone.indicator,
        responsible=tuple(milestone.responsible),
        due=due_of(milestone),
        joined=milestone.joined,
    )


def plain_columns(columns: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of a row as plain data, days as ISO texts."""
    return {name: each.isoformat() if isinstance(each, date) else each for name, each in columns.items()}


def with_columns(row: Row, columns: Mapping[str, Any]) -> Row:
    """The row with these plain columns instead of its own."""
    due: dict[str, Any] = {
        DUE_FIELDS[name]: date.fromisoformat(each) if each and name in ("starts", "ends") else each
        for name, each in columns.items()
        if name in DUE_FIELDS
    }
    rest: dict[str, Any] = {
        name: tuple(each) if isinstance(each, list) else each
        for name, each in columns.items()
        if name not in DUE_FIELDS
    }
    return replace(row, due=replace(row.due, **due), **rest)


def period_of(roadmap: Kept) -> Period | None:
    """The days of a kept roadmap; None when they are not known."""
    return Period(roadmap.starts, roadmap.ends) if roadmap.starts and roadmap.ends else None


def told_places(findings: Sequence[Mapping[str, Any]]) -> list[int]:
    """Places of the findings to go through; that no period was found is told with the period itself."""
    return [at for at, finding in enumerate(findings) if finding["code"] != NO_PERIOD]


def waiting_doubts(roadmap: Kept) -> int:
    """How many doubts wait for an answer."""
    return sum("settled" not in roadmap.findings[at] for at in told_places(roadmap.findings))


def doubt_text(texts: Texts, finding: Mapping[str, Any]) -> str:
    """A kept finding in words; cut and escaped."""
    return escape(shorten(texts(f"finding-{finding['code']}", **finding["arguments"]), LONGEST_DOUBT))


@dataclass(frozen=True, slots=True)
class Understood:
    """How much of a roadmap was understood, in numbers of rows; ``joined`` were put together from pieces."""

    rows: int
    sections: int
    dated: int
    throughout: int
    on_request: int
    undated: int
    joined: int


def understood(milestones: Sequence[Milestone]) -> Understood:
    undated = sum(needs_date(due_of(each)) for each in milestones)
    throughout = sum(each.kind == "throughout" for each in milestones)
    on_request = sum(each.kind == "request" for each in milestones)
    return Understood(
        rows=len(milestones),
        sections=len({each.section for each in milestones} - {""}),
        dated=len(milestones) - undated - throughout - on_request,
        throughout=throughout,
        on_request=on_request,
        undated=undated,
        joined=sum(each.joined > 1 for each in milestones),
    )
