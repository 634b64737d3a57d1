"""An answer to a doubt is carried out and noted with what was before, so that it can be taken back at any time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from domain.roadmap import Row, due_as_json
from domain.roadmap.model import Due
from domain.roadmap.proposals import Doubt, Proposal
from handlers.roadmap.doubts.ledger import Ledger
from handlers.roadmap.reading import milestone_columns
from handlers.roadmap.rewriting import DUE_COLUMNS, put_back, reword, take_out, take_up
from handlers.visit import Visit
from storage.models import Milestone
from storage.roadmap_changes import ADDED

Changed = dict[Milestone, dict[str, Any]]
"""Row → the columns that answers have changed in it."""

TYPED, SOLVED = "typed", "solved"
"""Answers that no proposal gave: the curator's own words, and what another answer has put right."""


async def settle(visit: Visit, ledger: Ledger, at: int, proposal: Proposal) -> None:
    """Carry the proposal out; an answer that there was before is taken back first."""
    await settle_all(visit, ledger, {at: lambda _: proposal})


async def settle_all(visit: Visit, ledger: Ledger, answers: Mapping[int, Callable[[Doubt], Proposal]]) -> None:
    """Carry out an answer to each of these doubts; it is chosen when those before it are carried out."""
    changed: Changed = {}
    for at, answer in answers.items():
        await take_back(visit, ledger, at, changed)
        ledger.mark(at, await carry_out(visit, ledger, answer(ledger.doubt(at)), changed))
    await take_up(visit, ledger.roadmap, changed)


async def reopen_all(visit: Visit, ledger: Ledger, places: Iterable[int]) -> None:
    """The doubts wait again; rows that nobody has changed since are as they were before the answers."""
    changed: Changed = {}
    for at in places:
        await take_back(visit, ledger, at, changed)
    await take_up(visit, ledger.roadmap, changed)


async def carry_out(visit: Visit, ledger: Ledger, proposal: Proposal, changed: Changed) -> dict[str, Any]:
    """What is noted of the answer."""
    rows = {}
    for position, row in proposal.rows.items():
        before = noted(ledger.rows[position])
        await change(visit, ledger, position, row, changed)
        rows[str(position)] = {"before": before, "after": noted(row)}
    for position in proposal.removed:
        await take_out(visit, ledger.milestones[position])
        ledger.refresh(position)
    added = [await add(visit, ledger, row, changed) for row in proposal.added]
    title_before = ledger.roadmap.title
    ledger.roadmap.title = proposal.title or title_before
    return {
        "answer": proposal.answer,
        "mark": proposal.mark,
        "name": proposal.name,
        "due": due_as_json(proposal.due) if proposal.due is not None else None,
        "rows": rows,
        "removed": list(proposal.removed),
        "added": added,
        "title": {"before": title_before, "after": proposal.title} if proposal.title else None,
        "by": visit.person.id,
        "at": visit.now.isoformat(),
    }


async def take_back(visit: Visit, ledger: Ledger, at: int, changed: Changed) -> None:
    settled = ledger.settled(at)
    if settled is None:
        return
    for position, noted_row in settled["rows"].items():
        row = ledger.rows.get(int(position))
        if row is not None and noted(row) == noted_row["after"]:
            await change(visit, ledger, int(position), row_before(row, noted_row["before"]), changed)
    for position in settled["removed"]:
        if position in ledger.milestones:
            await put_back(visit, ledger.milestones[position])
            ledger.refresh(position)
    for position in settled.get("added", ()):
        if position in ledger.rows:
            await take_out(visit, ledger.milestones[position])
            ledger.refresh(position)
    title = settled.get("title")
    if title is not None and ledger.roadmap.title == title["after"]:
        ledger.roadmap.title = title["before"]
    ledger.mark(at, None)


async def add(visit: Visit, ledger: Ledger, row: Row, changed: Changed) -> int:
    """Add a row to the roadmap; its position."""
    milestone = await visit.storage.roadmaps.add_milestone(ledger.roadmap, milestone_columns(row), visit.now)
    await visit.storage.changes.record(milestone, ADDED, "", "", visit.person.id, visit.now)
    ledger.milestones[milestone.position] = milestone
    ledger.refresh(milestone.position)
    changed[milestone] = dict.fromkeys(DUE_COLUMNS)
    return milestone.position


async def change(visit: Visit, ledger: Ledger, position: int, row: Row, changed: Changed) -> None:
    milestone = ledger.milestones[position]
    changed[milestone] = {**changed.get(milestone, {}), **await reword(visit, milestone, row)}
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
