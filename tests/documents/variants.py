"""One roadmap written down anew: other columns, years and notations, rows cut by pages, another format."""

import re
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from domain.roadmap import Period, school_year

from . import builders
from .notations import Meaning, meaning, notation
from .originals import Original, Row

Cells = dict[str, str]
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True)
class Told:
    """What a reader must understand of a row; `cells` are those of the document."""

    section: str
    cells: Cells
    due: Meaning
    people: tuple[str, ...]


@dataclass(frozen=True)
class Variant:
    """A file, and what it says."""

    name: str
    content: bytes
    rows: tuple[Told, ...]


@dataclass(frozen=True)
class _Line:
    """A line of the table; a `title` is a section's."""

    cells: Cells
    after_break: bool = False
    title: bool = False


def variant(original: Original, kind: str, seed: int) -> Variant:
    """A variant in the format `kind`; the same `seed` gives the same one."""
    choice = Random(f"{original.name} {kind} {seed}")
    years = choice.choice((0, 0, 1, 2, 3))
    rows, told = _rewritten(original, kind, years, choice)
    columns = list(original.headings)
    if choice.random() < 0.6:
        choice.shuffle(columns)
    lines = _lines(rows, columns, choice)
    is_marked = kind in ("txt", "pdf") or choice.random() < 0.5
    table, breaks = _table(lines, columns, original.headings, choice if is_marked else None)
    content = builders.FORMATS[kind](table, _later(original.above, years), breaks=breaks)
    return Variant(f"{original.name}-{seed}.{kind}", content, told)


def _later(text: str, years: int) -> str:
    return _YEAR.sub(lambda found: str(int(found[0]) + years), text)


def _rewritten(original: Original, kind: str, years: int, choice: Random) -> tuple[list[Row], tuple[Told, ...]]:
    """The rows with their years moved, perhaps in other notations and without remains of mark-up."""
    in_words, is_bare = choice.random() < 0.5, choice.random() < 0.5
    period = _period(original.above, years)
    rows, told = [], []
    for row in original.rows:
        cells = {role: text if role == "number" else _later(text, years) for role, text in row.cells.items()}
        meant = meaning(row.due, years)
        if is_bare:
            cells = {role: re.sub("<[^>]*>", "\n", cell).strip() for role, cell in cells.items()}
        if in_words and "due" in cells:
            cells["due"] = notation(meant, cells["due"], period, choice)
        if kind == "txt":
            cells = {role: re.sub(r"\s*\n\s*", " ", cell) for role, cell in cells.items()}
        rows.append(replace(row, cells=cells))
        told.append(Told(row.section, cells, meant, row.people))
    return rows, tuple(told)


def _period(above: str, years: int) -> Period | None:
    """The period as the titles of the originals name it; for unsaid years of notations."""
    found = re.search(r"на (20\d\d)(-20\d\d)?", above)
    if not found:
        return None
    year = int(found[1]) + years
    return school_year(year) if found[2] else Period(date(year, 1, 1), date(year, 12, 31))


def _lines(rows: list[Row], columns: list[str], choice: Random) -> list[_Line]:
    """Section headings and rows, some of which a page has cut."""
    lines: list[_Line] = []
    section = ""
    place = "activity" if "number" in columns or choice.random() < 0.5 else columns[0]
    for row in rows:
        if row.section and row.section != section:
            lines.append(_Line({"number": row.section_number, place: row.section}, title=True))
        section = row.section or section
        pieces = _cut(row.cells, choice) if choice.random() < 0.3 else None
        lines += [_Line(pieces[0]), _Line(pieces[1], after_break=True)] if pieces else [_Line(row.cells)]
    return lines


def _cut(cells: Cells, choice: Random) -> tuple[Cells, Cells] | None:
    """A row that goes on at the top of the next page: in one cell, in some, or in all that have a place for it."""
    places = {role: found for role, cell in cells.items() if role != "number" and (found := _places(role, cell))}
    if not places:
        return None
    roles = list(places)
    chosen = choice.choice(([choice.choice(roles)], [role for role in roles if choice.random() < 0.6], roles))
    head, tail = dict(cells), dict.fromkeys(cells, "")
    for role in chosen or roles[:1]:
        place = choice.choice(places[role])
        head[role], tail[role] = cells[role][:place].rstrip(), cells[role][place:].lstrip()
    return head, tail


def _places(role: str, cell: str) -> list[int]:
    """Where a line of a cell may end: at blanks, in a due at dashes too."""
    if "<" in cell:
        return []
    pattern = r"\s|(?<=[-–—])(?=\S)" if role == "due" else r"\s"
    return [found.start() for found in re.finditer(pattern, cell.strip())]


def _table(
    lines: list[_Line], columns: list[str], headings: Cells, pages: Random | None
) -> tuple[list[list[str]], list[int]]:
    """Rows of cells, and where pages end if that is to be seen; a page may say its headings or lose a column."""
    table, breaks, width = [[headings[role] for role in columns]], [], columns
    for number, line in enumerate(lines):
        if line.after_break and pages:
            breaks.append(len(table))
            if pages.random() < 0.4 and not any(below.cells.get("indicator") for below in lines[number:]):
                width = [role for role in columns if role != "indicator"]
            if pages.random() < 0.3:
                table.append([headings[role] for role in width])
        table.append([line.cells.get(role, "") for role in width])
    return table, breaks
