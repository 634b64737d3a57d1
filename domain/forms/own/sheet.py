"""Where things stand in a filled-in template: found by their words, so that moved rows and columns do no harm."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.forms.own.layout import COLUMNS, HEAD, KIND, TEXT
from domain.forms.wording import clean, fold

Rows = Sequence[Sequence[str]]

VALUE_COLUMN = 2
"""Where the template has the values above its table (from 0): behind names that are two columns wide."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and its name (`D7`)."""

    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """One question's row: heading of the template → its cell."""

    cells: Mapping[str, Cell]

    def __getitem__(self, heading: str) -> Cell:
        return self.cells[heading]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a filled-in template holds: the values above the table, and the rows of questions."""

    head: Mapping[str, Cell]
    lines: tuple[Line, ...]


def find_sheet(rows: Rows) -> Sheet | None:
    """The template in a sheet's rows (as they stand, from the first one); None where its table is not to be found."""
    top = next((index for index, row in enumerate(rows) if _is_heading(row)), None)
    if top is None:
        return None
    places = _places(rows[top])
    return Sheet(_head(rows[:top]), tuple(_lines(rows, top + 1, places)))


def _is_heading(row: Sequence[str]) -> bool:
    return {fold(TEXT), fold(KIND)} <= {fold(cell) for cell in row}


def _places(headings: Sequence[str]) -> dict[str, int]:
    """Heading → its column; a column that was taken out lies behind all others and is empty."""
    written = [fold(cell) for cell in headings]
    return {
        heading: written.index(fold(heading)) if fold(heading) in written else len(headings) + number
        for number, heading in enumerate(COLUMNS)
    }


def _head(rows: Rows) -> dict[str, Cell]:
    """The first cell of a row names the value in the next one that is filled; an empty one lies where others do."""
    wanted = {fold(name): name for name in HEAD}
    found = {name: Cell("", "") for name in HEAD}
    named = {number: wanted[fold(row[0])] for number, row in enumerate(rows) if row and fold(row[0]) in wanted}
    filled = {number: _first_filled(rows[number]) for number in named}
    usual = next(filter(None, filled.values()), VALUE_COLUMN)
    for number, name in named.items():
        row = rows[number]
        column = filled[number] or min(usual, max(1, len(row) - 1))
        found[name] = Cell(clean(row[column]) if column < len(row) else "", cell_name(number, column))
    return found


def _first_filled(row: Sequence[str]) -> int:
    """The column of the first value beside the name; 0 where there is none."""
    return next((index for index, cell in enumerate(row) if index and cell.strip()), 0)


def _lines(rows: Rows, first: int, places: Mapping[str, int]) -> Iterator[Line]:
    """The rows that hold anything beside a number."""
    for number, row in enumerate(rows[first:], first):
        cells = {
            heading: Cell(clean(row[column]) if column < len(row) else "", cell_name(number, column))
            for heading, column in places.items()
        }
        if any(cell.text for heading, cell in cells.items() if heading != COLUMNS[0]):
            yield Line(cells)


def cell_name(row: int, column: int) -> str:
    """A spreadsheet's name of a cell, from its 0-based row and column."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"
