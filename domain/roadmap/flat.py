"""Tables that a conversion wrote one cell a line: a tab opens a cell, an empty line ends a row."""

import re
from collections.abc import Iterator, Sequence

from domain.roadmap.source import Cells, Table, Text

_OPENS_CELL = re.compile(r"^ ?\t")


def flat_tables(text: Text) -> Iterator[Table]:
    """Tables of two columns or more that are hidden in lines of text."""
    rows: list[Cells] = []
    for group in _groups(text.lines):
        cells = _cells(group)
        if cells:
            rows.append(cells)
        elif rows:
            yield Table(tuple(rows))
            rows = []
    if rows:
        yield Table(tuple(rows))


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines between empty ones; a line with a tab alone is an empty cell."""
    group: list[str] = []
    for line in lines:
        if line.strip(" \n\r"):
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _cells(group: Sequence[str]) -> Cells:
    cells: list[str] = []
    for line in group:
        if _OPENS_CELL.match(line):
            cells.append(line.strip())
        elif cells:
            cells[-1] = f"{cells[-1]}\n{line.strip()}"
    return tuple(cells)
