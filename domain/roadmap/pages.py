"""A table as the lines of its pages, each cell under the role of its column."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from domain.roadmap.alignment import align, shifted_roles
from domain.roadmap.columns import Heading, Role, heading_role
from domain.roadmap.markup import plain, verbatim
from domain.roadmap.source import Table
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
    cells: tuple[str, ...]
    after_break: bool
    merged: frozenset[int]


def read_lines(table: Table, heading: Heading | None, roles: tuple[Role, ...]) -> Iterator[Line]:
    """The lines below the headings, without rules of dashes, empty lines and headings said again."""
    page: list[_Raw] = []
    for raw in _raw_lines(table, heading):
        if raw.after_break:
            yield from _with_roles(page, roles)
            page = []
        page.append(raw)
    yield from _with_roles(page, roles)


def _raw_lines(table: Table, heading: Heading | None) -> Iterator[_Raw]:
    merged: dict[int, set[int]] = defaultdict(set)
    for row, column in table.merged:
        merged[row].add(column)
    start = heading.row + 1 if heading else 0
    said = [fold(plain(cell)) for cell in table.rows[heading.row]] if heading else []
    after_break = False
    for index in range(start, len(table.rows)):
        cells = table.rows[index]
        after_break = after_break or index in table.breaks
        if all(_RULE.match(cell) for cell in cells):
            after_break = after_break or not any(cell.strip() for cell in cells)
            continue
        if _says_headings(cells, said) or _numbers_columns(cells):
            after_break = True
            continue
        yield _Raw(cells, after_break, frozenset(merged[index]))
        after_break = False


def _says_headings(cells: Sequence[str], said: Sequence[str]) -> bool:
    """The headings again at the top of a page, perhaps without the columns that the page has lost."""
    texts = [text for cell in cells if (text := fold(plain(cell)))]
    return len(texts) > 1 and all(text in said and heading_role(text) for text in texts)


def _numbers_columns(cells: Sequence[str]) -> bool:
    """«1 2 3 4 5» below the headings."""
    return len(cells) > 2 and [cell.strip() for cell in cells] == [str(number + 1) for number in range(len(cells))]


def _with_roles(page: Sequence[_Raw], roles: tuple[Role, ...]) -> Iterator[Line]:
    """Give the cells of one page their roles; a page may have lost a column or got one more."""
    widths = {len(raw.cells) for raw in page if sum(map(bool, raw.cells)) > 1}
    by_width = {
        width: align([raw.cells for raw in page if len(raw.cells) == width], roles)
        for width in widths
        if width != len(roles)
    }
    for is_short, group in groupby(page, key=lambda raw: len(raw.cells) == len(roles) and not raw.cells[-1].strip()):
        run = list(group)
        shifted = shifted_roles([raw.cells for raw in run], roles) if is_short else roles
        yield from (_line(raw, by_width.get(len(raw.cells), shifted)) for raw in run)


def _line(raw: _Raw, roles: tuple[Role, ...]) -> Line:
    cells: dict[Role, str] = {}
    for role, cell in zip(roles, raw.cells, strict=False):
        cells[role] = f"{cells[role]} {cell}".strip() if cells.get(role) else cell
    merged = frozenset(roles[column] for column in raw.merged if column < len(roles))
    return Line(cells, raw.after_break, merged)
