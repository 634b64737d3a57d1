"""A table as the lines of its pages, each cell under the role of its column."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from domain.roadmap.alignment import align, shifted_roles
from domain.roadmap.columns import Heading, Role, heading_role
from domain.roadmap.markup import plain, verbatim
from domain.roadmap.source import Cells, Table
from domain.roadmap.wording import fold

_RULE = re.compile(r"^[\s\-–—_=:|+.]*$")


@dataclass
class Line:
    """One line of the paper's table: raw cells by role, and what its place on the page tells."""

    cells: dict[Role, str]
    after_break: bool
    merged: frozenset[Role] = field(default=frozenset())

    def text(self, role: Role) -> str:
        """A cell on one line."""
        cell = self.cells.get(role, "")
        return verbatim(cell) if role in ("due", "due_end") else plain(cell)

    @property
    def filled(self) -> list[Role]:
        """Columns with something in them; what a roadmap's row has no place for does not count."""
        return [role for role, cell in self.cells.items() if cell.strip() and role != "other"]


@dataclass(frozen=True)
class _Raw:
    """A line before its columns are known; `own` are their roles by headings that the page itself says again."""

    cells: Cells
    after_break: bool
    merged: frozenset[int]
    own: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Layout:
    """The columns of a roadmap: by its headings, and on pages that have lost a column or got one more."""

    roles: tuple[Role, ...]
    others: Mapping[int, tuple[Role, ...]]

    @classmethod
    def of(cls, rows: Iterable[Cells], roles: tuple[Role, ...]) -> "Layout":
        """Find out what all rows of another width than the headings have in common.

        A row with one text says nothing about its columns: alone it has lost the column that is missed least.
        """
        by_width: dict[int, list[Cells]] = {}
        for cells in rows:
            if len(cells) not in (1, len(roles)) and not is_rule(cells):
                telling = by_width.setdefault(len(cells), [("",) * len(cells)])
                telling += [cells] * (sum(map(bool, cells)) > 1)
        return cls(roles, {width: align(same, roles) for width, same in by_width.items()})


def read_lines(table: Table, heading: Heading | None, layout: Layout) -> Iterator[Line]:
    """The lines below the headings, without rules of dashes, empty lines and headings said again."""
    roles = layout.roles
    for run in _runs(_raw_lines(table, heading)):
        if run[0].cells[-1].strip() or len(run[0].cells) != len(layout.roles):
            roles = layout.roles
        else:
            roles = shifted_roles([raw.cells for raw in run], layout.roles) or roles
        yield from (_line(raw, raw.own or layout.others.get(len(raw.cells), roles)) for raw in run)


def _runs(lines: Iterable[_Raw]) -> Iterator[list[_Raw]]:
    """Lines in a row that are alike in having, or not having, a text in their last cell."""
    for _, run in groupby(lines, key=lambda raw: (len(raw.cells), bool(raw.cells[-1].strip()))):
        yield list(run)


def _raw_lines(table: Table, heading: Heading | None) -> Iterator[_Raw]:
    merged: dict[int, set[int]] = defaultdict(set)
    for row, column in table.merged:
        merged[row].add(column)
    start = heading.row + 1 if heading else 0
    known = _known_headings(table, heading) if heading else {}
    after_break = False
    own: tuple[Role, ...] = ()
    for index in range(start, len(table.rows)):
        cells = table.rows[index]
        after_break = after_break or index in table.breaks or not any(cell.strip() for cell in cells)
        if is_rule(cells):
            continue
        said = _said_headings(cells, known)
        if said or _numbers_columns(cells):
            after_break = True
            own = () if heading and said == heading.roles else said or own
            continue
        own = own if _fits(cells, own) else ()
        yield _Raw(cells, after_break, frozenset(merged[index]), own)
        after_break = False


def _fits(cells: Cells, roles: Sequence[Role]) -> bool:
    """Whether a row has no text beyond the columns that its page names."""
    return len(cells) == len(roles) and not any(
        cell.strip() for cell, role in zip(cells, roles, strict=True) if role == "other"
    )


def is_rule(cells: Cells) -> bool:
    """Whether a row is empty or a line of dashes."""
    return all(_RULE.match(cell) for cell in cells)


def _known_headings(table: Table, heading: Heading) -> dict[str, Role]:
    """Folded headings and their roles."""
    cells = table.rows[heading.row][-len(heading.roles) :]
    return {fold(plain(cell)): role for cell, role in zip(cells, heading.roles, strict=True) if cell.strip()}


def _said_headings(cells: Cells, known: Mapping[str, Role]) -> tuple[Role, ...]:
    """Roles by the headings again at the top of a page, perhaps without a lost column; empty for another row."""
    texts = [fold(plain(cell)) for cell in cells]
    filled = [text for text in texts if text]
    if len(filled) < 2 or not all(text in known and heading_role(text) for text in filled):
        return ()
    return tuple(known.get(text, "other") for text in texts)


def _numbers_columns(cells: Sequence[str]) -> bool:
    """«1 2 3 4 5» below the headings."""
    return len(cells) > 2 and [cell.strip() for cell in cells] == [str(number + 1) for number in range(len(cells))]


def _line(raw: _Raw, roles: tuple[Role, ...]) -> Line:
    cells: dict[Role, str] = {}
    for role, cell in zip(roles, raw.cells, strict=False):
        cells[role] = f"{cells[role]} {cell}".strip() if cells.get(role) else cell
    merged = frozenset(roles[column] for column in raw.merged if column < len(roles))
    return Line(cells, raw.after_break, merged)
