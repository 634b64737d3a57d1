"""A roadmap, its dues and its findings as plain data; sentences come from whoever asks."""

from collections.abc import Callable, Sequence
from typing import Any

from domain.roadmap.model import Due, Finding, Period, Roadmap, Row

Say = Callable[..., str]

_ROWS_NAMED = 30
_LONGEST_QUOTE = 250


def roadmap_as_json(roadmap: Roadmap, say: Say) -> dict[str, Any]:
    """The whole roadmap; `say(key, **arguments)` words a finding, its key is `finding-<code>`."""
    return {
        "title": roadmap.title or None,
        "organisation": roadmap.organisation or None,
        "approved_by": roadmap.approved_by or None,
        "order": roadmap.order or None,
        "period": _period(roadmap.period),
        "rows": [_row(row) for row in roadmap.rows],
        "findings": [_finding(roadmap, finding, say) for finding in roadmap.findings],
    }


def due_as_json(due: Due) -> dict[str, Any]:
    """A due with ISO dates."""
    return {
        "phrase": due.phrase,
        "kind": due.kind,
        "start": due.start.isoformat() if due.start else None,
        "end": due.end.isoformat() if due.end else None,
        "rule": due.rule,
        "basis": due.basis,
    }


def finding_arguments(roadmap: Roadmap, finding: Finding) -> dict[str, str | int]:
    """Arguments of a finding's sentence: its own, `rows` as people find them in the paper, and their `count`.

    A sentence names the first rows and quotes a phrase's beginning; `Finding.rows` are all of them.
    """
    arguments = {
        name: _label(roadmap, value) if name in ("first", "then") and isinstance(value, int) else _quoted(value)
        for name, value in finding.arguments.items()
    }
    return {"rows": _named(roadmap, finding.rows), "count": len(finding.rows), **arguments}


def _named(roadmap: Roadmap, positions: Sequence[int]) -> str:
    labels = [_label(roadmap, position) for position in positions[:_ROWS_NAMED]]
    return ", ".join([*labels, "…"] if len(positions) > _ROWS_NAMED else labels)


def _quoted(value: str | int) -> str | int:
    too_long = isinstance(value, str) and len(value) > _LONGEST_QUOTE
    return f"{str(value)[:_LONGEST_QUOTE].rstrip()}…" if too_long else value


def _label(roadmap: Roadmap, position: int) -> str:
    return roadmap.rows[position - 1].number or str(position)


def _period(period: Period | None) -> dict[str, str | None]:
    if period is None:
        return {"start": None, "end": None}
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}


def _row(row: Row) -> dict[str, Any]:
    return {
        "number": row.number or None,
        "section": row.section,
        "activity": row.activity,
        "steps": list(row.steps),
        "result": row.result,
        "indicator": row.indicator,
        "responsible": list(row.responsible),
        "due": due_as_json(row.due),
        "joined": row.joined,
    }


def _finding(roadmap: Roadmap, finding: Finding, say: Say) -> dict[str, Any]:
    text = say(f"finding-{finding.code}", **finding_arguments(roadmap, finding))
    return {"code": finding.code, "rows": list(finding.rows), "text": text}
