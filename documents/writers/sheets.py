"""What all our spreadsheets share: honest cell types, a heading that stays in sight, and print set-up."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from documents.columns import Column, Kind
from documents.writers.wording import clean, texts

LONGEST_CELL = 32767
A4, A3 = 9, 8
WIDEST_ON_A4 = 185
"""Characters that are still readable when they are drawn together on a page."""
HEADING_SHARE = 0.8
LINE_HEIGHT = 13.5
TALLEST_ROW = 409
DATE_FORMAT = "DD.MM.YYYY"
ONE_PLACE = "0.0"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

BODY = Font(name="Calibri", size=10)
TITLE = Font(name="Calibri", bold=True, size=14)
NOTE = Font(name="Calibri", size=10, color="595959")
HEADING = Font(name="Calibri", bold=True, size=10)
HEADING_FILL = PatternFill("solid", fgColor="E4ECF4")
LINE = Side(style="thin", color="BFBFBF")
GRID = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
WRAPPED = Alignment(wrap_text=True, vertical="top")
MIDDLE = Alignment(wrap_text=True, vertical="top", horizontal="center")
CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")


def new_book() -> tuple[Workbook, Worksheet]:
    """An empty workbook and its first sheet."""
    book = Workbook()
    book.properties.creator = texts()("papers-author")
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return book, sheet


def saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def put(cell: Cell, value: Any, kind: Kind = "text") -> None:
    """Write a value as its kind says; what does not fit the kind, and all that people typed, is plain text."""
    if isinstance(value, datetime):
        value = value.date()
    if value is None or value == "":
        return
    if kind == "date" and isinstance(value, date):
        cell.value = value
        cell.number_format = DATE_FORMAT
    elif kind == "number" and isinstance(value, int | float):
        cell.value = value
        if isinstance(value, float):
            cell.number_format = ONE_PLACE
    else:
        put_text(cell, plain(value))


def put_text(cell: Cell, text: str) -> None:
    """Write text that stays text: neither on opening nor when somebody edits the cell does it become a formula."""
    cell.value = clean(text)[:LONGEST_CELL]
    cell.data_type = "s"
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = True


def plain(value: Any) -> str:
    """A value as text: a date as people write it, a list as lines."""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, list | tuple):
        return "\n".join(plain(each) for each in value)
    return str(value)


def put_titles(sheet: Worksheet, *titles: str) -> int:
    """Write a title and notes into the first rows, skipping empty ones; returns the number of the next free row."""
    row = 0
    for font, text in zip([TITLE, *[NOTE] * len(titles)], titles, strict=False):
        if text:
            row += 1
            cell = cell_at(sheet, row, 1)
            put_text(cell, text)
            cell.font = font
    return row + 1


def put_table(sheet: Worksheet, top: int, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> int:
    """Write headings at row ``top`` and rows below, with filter and frozen headings; returns the last row."""
    for number, column in enumerate(columns, 1):
        heading = cell_at(sheet, top, number)
        put_text(heading, column.heading)
        heading.font, heading.fill, heading.alignment, heading.border = HEADING, HEADING_FILL, CENTRED, GRID
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    fit_height(sheet, top, columns, share=HEADING_SHARE)
    spread_titles(sheet, top, columns)
    last = top
    for last, values in enumerate(rows, top + 1):
        for number, (column, value) in enumerate(zip(columns, values, strict=True), 1):
            cell = cell_at(sheet, last, number)
            put(cell, value, column.kind)
            cell.font, cell.border = BODY, GRID
            cell.alignment = MIDDLE if column.kind in ("number", "date") else WRAPPED
        fit_height(sheet, last, columns)
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(columns))}{last}"
    sheet.freeze_panes = f"A{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"
    return last


def spread_titles(sheet: Worksheet, top: int, columns: Sequence[Column]) -> None:
    """Let the titles above a table take its whole width and no more, or they would widen the printed page."""
    width = sum(column.width for column in columns)
    for row in range(1, top):
        cell = cell_at(sheet, row, 1)
        cell.alignment = WRAPPED
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(columns))
        size = cell.font.size or BODY.size
        lines = lines_of(str(cell.value), int(width * BODY.size / size))
        sheet.row_dimensions[row].height = lines * LINE_HEIGHT * size / BODY.size + 3


def fit_height(sheet: Worksheet, row: int, columns: Sequence[Column], share: float = 1) -> None:
    """Make a row as tall as its longest wrapped cell: not every program does that by itself (points).

    ``share`` is how much of its plain letters a line takes, less than 1 for bold type.
    """
    texts_and_widths = ((sheet.cell(row, number).value, column.width) for number, column in enumerate(columns, 1))
    lines = [lines_of(text, int(width * share)) for text, width in texts_and_widths if isinstance(text, str)]
    sheet.row_dimensions[row].height = min(max(lines, default=1) * LINE_HEIGHT + 3, TALLEST_ROW)


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a cell of ``width`` characters."""
    return sum(max(1, len(wrap(line, max(width, 1)))) for line in text.split("\n"))


def set_up_print(sheet: Worksheet, columns: Sequence[Column] = ()) -> None:
    """A4 landscape, as wide as one page, with page numbers; A3 for columns that A4 would make too small to read."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A3 if sum(column.width for column in columns) > WIDEST_ON_A4 else A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom, sheet.page_margins.footer = 0.5, 0.75, 0.3
    footer = sheet.oddFooter
    assert footer is not None
    footer.right.text = texts()("papers-page", page="&P", pages="&N")


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell
