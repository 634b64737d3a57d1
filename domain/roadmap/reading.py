"""From a read file to a roadmap: choose the table, put its rows together, read their dues and people, check."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.roadmap.checks import check
from domain.roadmap.drafts import Draft, Style
from domain.roadmap.due import read_due
from domain.roadmap.head import SchoolYearEnd, read_head
from domain.roadmap.markup import plain
from domain.roadmap.model import Due, Finding, NotARoadmap, Period, Roadmap, Row
from domain.roadmap.pages import read_lines
from domain.roadmap.parts import Part, roadmap_parts, with_layouts
from domain.roadmap.repair import Repair
from domain.roadmap.responsible import split_people
from domain.roadmap.source import Source
from domain.roadmap.steps import is_marked_list, split_steps
from domain.roadmap.vocabulary import Vocabulary

_OWN_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)[.)]\s*(?=[А-ЯЁа-яё«])")


def read(source: Source, *, school_year_end: SchoolYearEnd = (8, 31), period: Period | None = None) -> Roadmap:
    """Understand a document as a roadmap.

    `school_year_end` (month, day) closes a period given as a school year; `period` overrules what the document says.
    Raises `NotARoadmap` when no table of the document looks like one.
    """
    parts = roadmap_parts(source)
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


def _repaired(parts: Sequence[Part], source: Source) -> list[Draft]:
    pages = [(part, list(read_lines(part.table, part.heading, layout))) for part, layout in with_layouts(parts)]
    repair = Repair(Vocabulary(map(plain, source.texts())), Style.of([line for _, lines in pages for line in lines]))
    has_titles = any(part.heading and part.title_above() for part in parts[1:])
    for number, (part, lines) in enumerate(pages):
        if number and lines:
            lines[0].after_break = True
        if has_titles and part.heading and (title := part.title_above()):
            repair.open_section(title)
        for line in lines:
            repair.add(line)
    return repair.drafts


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
    if draft.text("contents"):
        return split_steps(draft.cells["contents"]) or (draft.text("contents"),)
    for role in ("activity", "result"):
        cell = draft.cells.get(role, "")
        if cell and is_marked_list(cell):
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


def _of_repair(part: Part, drafts: Sequence[Draft]) -> Iterator[Finding]:
    if part.heading is None:
        yield Finding("columns_guessed")
    for heading in part.unread_headings():
        yield Finding("unread_column", (), {"heading": heading})
    for position, draft in enumerate(drafts, 1):
        if draft.doubtful:
            yield Finding("doubtful_join", (position,), {"text": draft.doubtful})
    lost = tuple(position for position, draft in enumerate(drafts, 1) if draft.lost_section)
    if lost:
        yield Finding("lost_section", lost)
