"""xlsx: each sheet with text as a table, dates as they are written in Russia, merged cells written once."""

import io
from datetime import date, datetime
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from domain.roadmap.source import Source, Table, Text

from .unreadable import Unreadable

_MOST_ROWS = 10_000
_MOST_COLUMNS = 64


def read(content: bytes) -> Source:
    """Read an xlsx; raises `Unreadable` when it is damaged. Formulas give the value they were saved with."""
    try:
        book = load_workbook(io.BytesIO(content), data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise Unreadable("broken") from error
    tables = (_table(sheet) for sheet in book.worksheets)
    return Source("xlsx", tuple(_block(table) for table in tables if any(map(any, table.rows))))


def _block(table: Table) -> Table | Text:
    """A sheet of one column is text."""
    if all(len(row) == 1 for row in table.rows):
        return Text(tuple(line for (cell,) in table.rows for line in cell.split("\n")))
    return table


def _table(sheet: Worksheet) -> Table:
    rows = [
        tuple(_text(value) for value in row)
        for row in sheet.iter_rows(
            max_row=min(sheet.max_row, _MOST_ROWS), max_col=min(sheet.max_column, _MOST_COLUMNS), values_only=True
        )
    ]
    used = max((index for row in rows for index, cell in enumerate(row, 1) if cell), default=0)
    return Table(tuple(row[:used] for row in rows), merged=_merged(sheet))


def _merged(sheet: Worksheet) -> frozenset[tuple[int, int]]:
    """0-based places below the first row of a merged range."""
    return frozenset(
        (row - 1, column - 1)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row + 1, min(area.max_row, _MOST_ROWS) + 1)
        for column in range(area.min_col, min(area.max_col, _MOST_COLUMNS) + 1)
    )


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (datetime, date)):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
