"""A table while its cells come in, some of them merged: each merged cell is written once, where it begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from domain.roadmap.source import Table

_MOST_COLUMNS = 64


@dataclass
class Grid:
    """Rows of cells; `add` places each cell after the ones that hang down from the rows above."""

    rows: list[list[str]] = field(default_factory=list)
    merged: set[tuple[int, int]] = field(default_factory=set)
    breaks: set[int] = field(default_factory=set)
    _hanging: dict[int, int] = field(default_factory=dict)

    def add(self, cells: Iterable[tuple[str, int, int]]) -> None:
        """Add a row of (text, columns, rows) cells."""
        row: list[str] = []
        hanging = self._hanging
        self._hanging = {column: left - 1 for column, left in hanging.items() if left > 1}
        for text, columns, rows in cells:
            self._skip_hanging(row, hanging)
            if rows > 1:
                self._hanging |= {len(row) + offset: rows - 1 for offset in range(min(columns, _MOST_COLUMNS))}
            row.extend([text, *[""] * (min(columns, _MOST_COLUMNS) - 1)])
        self._skip_hanging(row, hanging)
        self.rows.append(row)

    def _skip_hanging(self, row: list[str], hanging: dict[int, int]) -> None:
        while len(row) in hanging:
            self.merged.add((len(self.rows), len(row)))
            row.append("")

    def table(self) -> Table:
        """The table so far."""
        return Table(as_cells(self.rows), frozenset(self.breaks), frozenset(self.merged))


def as_cells(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows as the tuples of a `Table`."""
    return tuple(tuple(row) for row in rows)
