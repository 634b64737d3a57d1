"""xlsx: each sheet with text as a table, dates as they are written in Russia, merged cells written once."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from documents.readers.unreadable import Unreadable
from domain.roadmap.source import Source, Table, Text

_MOST_ROWS = 10_000
_MOST_COLUMNS = 64


def read(content: bytes) -> Source:
    """Read an xlsx; raises `Unreadable` when it is damaged.

    A formula gives the value it was saved with; one without a value is a text that merely begins with «=».
    """
    try:
        book = load_workbook(io.BytesIO(content), data_only=True)
        written = load_workbook(io.BytesIO(content)) if b"<f" in _sheets(content) else book
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise Unreadable("broken") from error
    tables = (_table(sheet, written[sheet.title]) for sheet in book.worksheets)
    return Source("xlsx", tuple(_block(table) for table in tables if any(map(any, table.rows))))


def _block(table: Table) -> Table | Text:
    """A sheet of one column is text."""
    if all(len(row) == 1 for row in table.rows):
        return Text(tuple(line for (cell,) in table.rows for line in cell.split("\n")))
    return table


def _sheets(content: bytes) -> bytes:
    """The XML of all sheets, whose unpacked size was checked before."""
    with ZipFile(io.BytesIO(content)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/sheet"))


def _table(sheet: Worksheet, written: Worksheet) -> Table:
    lines = zip(_values(sheet), _values(written), strict=True)
    rows = [
        tuple(_text(formula if value is None else value) for value, formula in zip(*line, strict=True))
        for line in lines
    ]
    used = max((index for row in rows for index, cell in enumerate(row, 1) if cell), default=0)
    return Table(tuple(row[:used] for row in rows), merged=_merged(sheet))


def _values(sheet: Worksheet) -> Iterator[tuple[object, ...]]:
    last_row, last_column = min(sheet.max_row, _MOST_ROWS), min(sheet.max_column, _MOST_COLUMNS)
    return sheet.iter_rows(max_row=last_row, max_col=last_column, values_only=True)


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
