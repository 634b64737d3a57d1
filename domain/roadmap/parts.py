"""The tables of a document that make up its roadmap: one, or one a page, or one a section."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from domain.roadmap.alignment import by_content
from domain.roadmap.columns import Heading, Role, find_heading
from domain.roadmap.flat import flat_tables
from domain.roadmap.markup import plain
from domain.roadmap.pages import Layout
from domain.roadmap.source import Cells, Source, Table, Text
from domain.roadmap.wording import fold

_LONGEST_TITLE = 200
_PAGE_NUMBER = re.compile(r"^\W*(?:стр[а-я]*\.?\s*)?\d{1,3}\W*$|^продолжение таблицы.*", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """A table that may be the roadmap or a page of it.

    `above` are all lines before it, `between` the texts that stand between it and the table before.
    """

    table: Table
    heading: Heading | None
    roles: tuple[Role, ...]
    above: tuple[str, ...]
    between: tuple[str, ...]

    @property
    def rank(self) -> int:
        """How much it looks like a roadmap."""
        return 4 * (self.heading is not None) + len(set(self.roles) & {"due", "responsible", "result"})

    @property
    def width(self) -> int:
        """Cells of its widest row."""
        return max((len(cells) for cells in self.table.rows), default=0)

    @property
    def rows_below(self) -> tuple[Cells, ...]:
        """The rows below its headings."""
        return self.table.rows[self.heading.row + 1 if self.heading else 0 :]

    @property
    def said(self) -> frozenset[str]:
        """Its folded headings."""
        cells = self.table.rows[self.heading.row] if self.heading else ()
        return frozenset(text for cell in cells if (text := fold(plain(cell))))

    def as_page_of(self, first: "Part") -> "Part | None":
        """Itself as a further page (perhaps without headings) or section of a roadmap; None if it is neither.

        The end of a row may read like headings; right below another page only the same ones are headings.
        """
        if not first.heading:
            return None
        if self.heading and (self.roles == first.roles or self.said <= first.said):
            return self
        if self.heading and self.between:
            return None
        is_page = self.width in (first.width - 1, first.width) and (bool(self.roles) or len(self.between) < 2)
        return replace(self, heading=None) if is_page else None

    def title_above(self) -> str:
        """The text right above a table, if it can be the heading of a section."""
        line = self.between[-1] if self.between else ""
        return line if len(line) < _LONGEST_TITLE and not line.endswith((".", ";", ":")) else ""

    def unread_headings(self) -> list[str]:
        """Headings of columns that have no place in a roadmap's row."""
        if not self.heading:
            return []
        cells = self.table.rows[self.heading.row]
        named = zip(cells[-len(self.heading.roles) :], self.heading.roles, strict=True)
        return [text for cell, role in named if role == "other" and (text := plain(cell))]


def roadmap_parts(source: Source) -> list[Part]:
    """The tables of the roadmap, in order; an empty list when no table looks like one."""
    groups: list[list[Part]] = []
    for part in _candidates(source):
        page = part.as_page_of(groups[-1][0]) if groups else None
        if page:
            groups[-1].append(page)
        elif part.roles:
            groups.append([part])
    return max(groups, key=lambda parts: (parts[0].rank, sum(len(part.table.rows) for part in parts)), default=[])


def with_layouts(parts: Sequence[Part]) -> Iterator[tuple[Part, Layout]]:
    """Each part with the columns that it has: its own headings', else those of the first."""
    roles = parts[0].roles
    common = Layout.of((cells for part in parts if _shares(part, roles) for cells in part.rows_below), roles)
    for part in parts:
        yield part, common if _shares(part, roles) else Layout.of(part.rows_below, part.roles)


def _shares(part: Part, roles: tuple[Role, ...]) -> bool:
    return part.heading is None or part.roles == roles


def _candidates(source: Source) -> Iterator[Part]:
    above: list[str] = []
    between: list[str] = []
    for block in source.blocks:
        if isinstance(block, Text):
            above.extend(block.lines)
            between.extend(line for text in block.lines if (line := plain(text)) and not _PAGE_NUMBER.match(line))
        for table in [block] if isinstance(block, Table) else flat_tables(block):
            heading = find_heading(table.rows)
            roles = heading.roles if heading else by_content(table.rows)
            titles = _lines_of(table.rows[: heading.row] if heading else ())
            yield Part(table, heading, roles or (), (*above, *titles), tuple(between))
            between = []
        if isinstance(block, Table):
            above.extend(_lines_of(block.rows[:12]))


def _lines_of(rows: Sequence[Cells]) -> list[str]:
    """Text that a document keeps in cells: an approval beside an agreement, a title above the headings."""
    return [line for cells in rows for cell in cells for line in cell.splitlines()]
