"""How well a roadmap was read: each expected row is right, doubted aloud, or silently wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import get_args

from domain.roadmap import Roadmap, Row
from domain.roadmap.model import DueDoubt

from .variants import Told

DUE_DOUBTS = frozenset(get_args(DueDoubt)) - {"due_elsewhere"}
"""Findings that ask a person to look at how a due was read."""

ROW_DOUBTS = frozenset(["doubtful_join", "no_activity", "no_responsible", "lost_section", "cut_cell", "unknown_due"])
"""Findings that ask a person to look at how a row was put together; an unknown due shows what stands in its place."""


@dataclass
class Grade:
    """Counts over many documents; `silent` and `doubted` tell what went wrong."""

    rows: int = 0
    silent: list[str] = field(default_factory=list)
    doubted: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of rows that are right with their dates."""
        return 1 - (len(self.silent) + len(self.doubted)) / self.rows

    def add(self, name: str, told: Sequence[Told], roadmap: Roadmap) -> None:
        """Compare what a document says with what was read."""
        self.rows += len(told)
        of_dues, of_rows = _asked(roadmap, DUE_DOUBTS), _asked(roadmap, ROW_DOUBTS)
        pairs, near = _aligned(told, roadmap.rows)
        for position, row in enumerate(told):
            place = pairs.get(position)
            wrong = _differences(row, roadmap.rows[place]) if place is not None else ["lost"]
            if wrong:
                places = {place} if place is not None else near(position)
                said = f"{name}: row {position + 1} {row.cells.get('activity', '')[:40]!r}: {'; '.join(wrong)}"
                asked = of_rows | of_dues if wrong[0].startswith("due") else of_rows
                (self.doubted if any(each + 1 in asked for each in places) else self.silent).append(said)
        if len(roadmap.rows) > len(told) and not of_rows:
            self.silent.append(f"{name}: {len(roadmap.rows)} rows of {len(told)}")


def _asked(roadmap: Roadmap, codes: frozenset[str]) -> set[int]:
    """1-based positions of the rows that findings with these codes name."""
    return {row for finding in roadmap.findings if finding.code in codes for row in finding.rows}


def _aligned(told: Sequence[Told], rows: Sequence[Row]):
    """Expected position → read position; and the read rows around an expected one that was lost."""
    if len(told) == len(rows):
        return {position: position for position in range(len(told))}, lambda position: {position}
    keys = [_key(row.cells.get("activity", ""))[:60] for row in told], [_key(row.activity)[:60] for row in rows]
    pairs: dict[int, int] = {}
    for tag, start, end, other, last in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            pairs |= dict(zip(range(start, end), range(other, last), strict=False))

    def near(position: int) -> set[int]:
        before = max((place for known, place in pairs.items() if known < position), default=0)
        after = min((place for known, place in pairs.items() if known > position), default=len(rows) - 1)
        return set(range(before, after + 1))

    return pairs, near


def _differences(told: Told, row: Row) -> list[str]:
    wrong = [
        f"{role} {getattr(row, role)!r} for {told.cells[role]!r}"
        for role in ("number", "activity", "result", "indicator")
        if role in told.cells and _key(getattr(row, role)) != _key(told.cells[role])
    ]
    if "contents" in told.cells and _letters(" ".join(row.steps)) != _letters(told.cells["contents"]):
        wrong.append(f"steps {row.steps!r}")
    if _key(row.section) != _key(told.section):
        wrong.append(f"section {row.section!r}")
    if tuple(map(_key, row.responsible)) != tuple(map(_key, told.people)):
        wrong.append(f"people {row.responsible!r}")
    if (row.due.kind, row.due.start, row.due.end) != told.due:
        wrong.append(f"due {row.due.kind} {row.due.start} {row.due.end} {row.due.phrase!r} for {told.due}")
    return wrong


def _key(text: str) -> str:
    """Letters and digits: a break inside a cell may have left or taken a blank."""
    return re.sub(r"[\W_]", "", re.sub("<[^>]*>", "", text).casefold())


def _letters(text: str) -> str:
    return re.sub(r"\d", "", _key(text))
