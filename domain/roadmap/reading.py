"""From a read file to a roadmap: choose the table, put its rows together, read their dues and people, check."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from domain.roadmap.alignment import by_content
from domain.roadmap.checks import check
from domain.roadmap.columns import Heading, Role, find_heading
from domain.roadmap.drafts import Draft, Style
from domain.roadmap.due import read_due
from domain.roadmap.flat import flat_tables
from domain.roadmap.head import SchoolYearEnd, read_head
from domain.roadmap.markup import plain
from domain.roadmap.model import Due, Finding, FindingCode, NotARoadmap, Period, Roadmap, Row
from domain.roadmap.pages import read_lines
from domain.roadmap.repair import Repair
from domain.roadmap.responsible import split_people
from domain.roadmap.source import Cells, Source, Table, Text
from domain.roadmap.steps import is_marked_list, split_steps
from domain.roadmap.vocabulary import Vocabulary

_OWN_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)[.)]\s*(?=[А-ЯЁа-яё«])")
_LONGEST_TITLE = 200


@dataclass(frozen=True)
class _Part:
    """A table that may be the roadmap or a page of it, with the lines of text that stand above it."""

    table: Table
    heading: Heading | None
    roles: tuple[Role, ...]
    above: tuple[str, ...]

    @property
    def rank(self) -> int:
        return 4 * (self.heading is not None) + len(set(self.roles) & {"due", "responsible", "result"})

    @property
    def width(self) -> int:
        return max((len(cells) for cells in self.table.rows), default=0)

    def continues(self, first: "_Part") -> bool:
        """Whether it is a further page (no headings) or a further section (the same headings) of a roadmap."""
        if self.heading:
            return self.roles == first.roles
        return bool(first.heading and self.roles) and self.width in (first.width - 1, first.width)

    def own_roles(self, first: tuple[Role, ...]) -> tuple[Role, ...]:
        return self.roles if self.heading else first

    def title_above(self) -> str:
        """The text right above a table, if it can be the heading of a section."""
        line = next((bare for line in reversed(self.above) if (bare := plain(line))), "")
        return line if len(line) < _LONGEST_TITLE and not line.endswith((".", ";", ":")) else ""

    def unread_headings(self) -> list[str]:
        """Headings of columns that have no place in a roadmap's row."""
        if not self.heading:
            return []
        cells = self.table.rows[self.heading.row]
        named = zip(cells[-len(self.heading.roles) :], self.heading.roles, strict=True)
        return [text for cell, role in named if role == "other" and (text := plain(cell))]


def read(source: Source, *, school_year_end: SchoolYearEnd = (8, 31), period: Period | None = None) -> Roadmap:
    """Understand a document as a roadmap.

    `school_year_end` (month, day) closes a period given as a school year; `period` overrules what the document says.
    Raises `NotARoadmap` when no table of the document looks like one.
    """
    parts = _roadmap_parts(list(_candidates(source)))
    if not parts:
        raise NotARoadmap
    head = read_head(parts[0].above, school_year_end)
    head = replace(head, period=period or head.period)
    drafts = _repaired(parts, source)
    if not drafts:
        raise NotARoadmap
    rows = _rows(drafts, head.period)
    findings = (*_of_repair(parts[0], drafts), *check(rows, head.period, head.approved_by))
    return Roadmap(head.title, head.organisation, head.approved_by, head.order, head.period, rows, findings)


def _candidates(source: Source) -> Iterator[_Part]:
    above: list[str] = []
    for block in source.blocks:
        if isinstance(block, Text):
            above.extend(block.lines)
        for table in [block] if isinstance(block, Table) else flat_tables(block):
            heading = find_heading(table.rows)
            roles = heading.roles if heading else by_content(table.rows)
            titles = _lines_of(table.rows[: heading.row] if heading else ())
            yield _Part(table, heading, roles or (), (*above, *titles))
        if isinstance(block, Table):
            above.extend(_lines_of(block.rows[:12]))


def _lines_of(rows: Sequence[Cells]) -> list[str]:
    """Text that a document keeps in cells: an approval beside an agreement, a title above the headings."""
    return [line for cells in rows for cell in cells for line in cell.splitlines()]


def _roadmap_parts(candidates: Sequence[_Part]) -> list[_Part]:
    """The tables that make up the roadmap: one, or one a page, or one a section."""
    groups: list[list[_Part]] = []
    for part in candidates:
        if groups and part.continues(groups[-1][0]):
            groups[-1].append(part)
        elif part.roles:
            groups.append([part])
    return max(groups, key=lambda parts: (parts[0].rank, sum(len(part.table.rows) for part in parts)), default=[])


def _repaired(parts: Sequence[_Part], source: Source) -> list[Draft]:
    roles = parts[0].roles
    pages = [(part, list(read_lines(part.table, part.heading, part.own_roles(roles)))) for part in parts]
    repair = Repair(Vocabulary(_texts(source)), Style.of([line for _, lines in pages for line in lines]))
    for number, (part, lines) in enumerate(pages):
        if number and lines:
            lines[0].after_break = True
        if part.heading and len(parts) > 1 and (title := part.title_above()):
            repair.open_section(title)
        for line in lines:
            repair.add(line)
    return repair.drafts


def _texts(source: Source) -> Iterator[str]:
    for block in source.blocks:
        if isinstance(block, Text):
            yield from block.lines
        else:
            yield from (plain(cell) for cells in block.rows for cell in cells)


def _rows(drafts: Sequence[Draft], period: Period | None) -> tuple[Row, ...]:
    rows: list[Row] = []
    for draft, above in zip(drafts, [None, *drafts], strict=False):
        rows.append(_row(draft, above, rows[-1] if rows else None, period))
    return tuple(rows)


def _row(draft: Draft, above: Draft | None, row_above: Row | None, period: Period | None) -> Row:
    for role in draft.merged - {"due"}:
        if above and not draft.text(role):
            draft.cells[role] = above.cells.get(role, "")
    activity, number = draft.text("activity"), draft.text("number").rstrip(".)")
    found = _OWN_NUMBER.match(activity) if not number else None
    return Row(
        number=found[1] if found else number,
        section=draft.section,
        activity=activity[found.end() :] if found else activity,
        steps=_steps(draft),
        result=draft.text("result"),
        indicator=draft.text("indicator"),
        responsible=split_people(draft.cells.get("responsible", "")),
        due=_due(draft, row_above, period),
        joined=draft.joined,
    )


def _steps(draft: Draft) -> tuple[str, ...]:
    """The activities of the contents, else those listed in the activity itself, else the results that are listed."""
    for role in ("contents", "activity", "result"):
        cell = draft.cells.get(role, "")
        if cell and (role == "contents" or is_marked_list(cell)):
            return split_steps(cell)
    return ()


def _due(draft: Draft, above: Row | None, period: Period | None) -> Due:
    phrase, end = draft.text("due"), draft.text("due_end")
    if phrase and end:
        phrase = f"{phrase} - {end}"
    if phrase or end:
        return read_due(phrase or f"до {end}", period)
    if above and _inherits(draft, above):
        return replace(above.due, basis="inherited", doubt="inherited_due")
    return Due("", "unknown", doubt="no_date")


def _inherits(draft: Draft, above: Row) -> bool:
    """An empty date is the merged one from above if the cell says so, or if the same people go on in the section."""
    if above.due.basis is None or draft.after_section:
        return False
    people = split_people(draft.cells.get("responsible", ""))
    return "due" in draft.merged or ("due" in draft.cells and not draft.after_break and people == above.responsible)


def _of_repair(part: _Part, drafts: Sequence[Draft]) -> Iterator[Finding]:
    if part.heading is None:
        yield Finding("columns_guessed")
    for heading in part.unread_headings():
        yield Finding("unread_column", (), {"heading": heading})
    marks: dict[FindingCode, list[bool]] = {
        "doubtful_join": [draft.doubtful for draft in drafts],
        "lost_section": [draft.lost_section for draft in drafts],
    }
    for code, marked in marks.items():
        positions = tuple(position for position, mark in enumerate(marked, 1) if mark)
        if positions:
            yield Finding(code, positions)
