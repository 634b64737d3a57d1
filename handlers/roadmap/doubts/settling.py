"""An answer to a doubt is carried out and noted with what was before, so that it can be taken back at any time."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from domain.roadmap import Row, due_as_json
from domain.roadmap.model import Due
from domain.roadmap.proposals import Proposal
from handlers.roadmap.doubts.ledger import Ledger
from handlers.roadmap.rewriting import put_back, rewrite, take_out
from handlers.visit import Visit

TYPED, SOLVED = "typed", "solved"
"""Answers that no proposal gave: the curator's own words, and what another answer has put right."""


async def settle(visit: Visit, ledger: Ledger, at: int, proposal: Proposal) -> None:
    """Carry the proposal out; an answer that there was before is taken back first."""
    await reopen(visit, ledger, at)
    rows = {}
    for position, row in proposal.rows.items():
        before = noted(ledger.rows[position])
        await change(visit, ledger, position, row)
        rows[str(position)] = {"before": before, "after": noted(row)}
    for position in proposal.removed:
        await take_out(visit, ledger.milestones[position])
        ledger.refresh(position)
    ledger.mark(
        at,
        {
            "answer": proposal.answer,
            "mark": proposal.mark,
            "name": proposal.name,
            "due": due_as_json(proposal.due) if proposal.due is not None else None,
            "rows": rows,
            "removed": list(proposal.removed),
            "by": visit.person.id,
            "at": visit.now.isoformat(),
        },
    )


async def reopen(visit: Visit, ledger: Ledger, at: int) -> None:
    """The doubt waits again; rows that nobody has changed since are as they were before its answer."""
    settled = ledger.settled(at)
    if settled is None:
        return
    for position, noted_row in settled["rows"].items():
        row = ledger.rows.get(int(position))
        if row is not None and noted(row) == noted_row["after"]:
            await change(visit, ledger, int(position), row_before(row, noted_row["before"]))
    for position in settled["removed"]:
        if position in ledger.milestones:
            await put_back(visit, ledger.milestones[position])
            ledger.refresh(position)
    ledger.mark(at, None)


async def change(visit: Visit, ledger: Ledger, position: int, row: Row) -> None:
    await rewrite(visit, ledger.roadmap, ledger.milestones[position], row)
    ledger.refresh(position)


def noted(row: Row) -> dict[str, Any]:
    """What answers change in a row, as plain data."""
    return {"activity": row.activity, "responsible": list(row.responsible), "due": due_as_json(row.due)}


def row_before(row: Row, noted_row: Mapping[str, Any]) -> Row:
    responsible, due = tuple(noted_row["responsible"]), due_noted(noted_row["due"])
    return replace(row, activity=noted_row["activity"], responsible=responsible, due=due)


def due_noted(noted_due: Mapping[str, Any]) -> Due:
    """The due of which ``due_as_json`` made plain data."""
    start, end = (date.fromisoformat(noted_due[name]) if noted_due[name] else None for name in ("start", "end"))
    return Due(noted_due["phrase"], noted_due["kind"], start, end, noted_due["rule"], noted_due["basis"])
