"""The spreadsheet in which a curator writes her own questionnaire: the table to fill in, examples, and how to do it.

Data: ``examples``, rows in the order of ``domain.forms.own.layout.COLUMNS``; ``advice``, lines of the second sheet.
What is chosen from few words has a list to choose from; the same words are read by ``domain.forms.own``.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from documents.columns import Column
from documents.writers.sheets import (
    BODY,
    GRID,
    HEADING,
    WRAPPED,
    cell_at,
    fit_height,
    new_book,
    put,
    put_table,
    put_text,
    put_titles,
    saved,
    set_up_print,
)
from documents.writers.wording import texts
from domain.forms.checks import MOST_QUESTIONS
from domain.forms.own.layout import AUDIENCE, AUDIENCES, COLUMNS, HEAD, KIND, KINDS, NO, REQUIRED, SECTION, YES

WIDTHS = (5, 44, 22, 34, 14, 30, 24)
ADVICE_WIDTH = 100
BLANK_ROWS = 12
FIRST_OF_HEAD = 3


def draw(data: Mapping[str, Any]) -> bytes:
    book, sheet = new_book()
    sheet.title = texts()("own-form-sheet")
    put_titles(sheet, texts()("own-form-sheet-title"))
    top = FIRST_OF_HEAD + len(HEAD) + 1
    blanks = [[""] * len(COLUMNS)] * BLANK_ROWS
    columns = [Column(heading, heading, width, "text") for heading, width in zip(COLUMNS, WIDTHS, strict=True)]
    put_table(sheet, top, columns, [*data["examples"], *blanks])
    sheet.auto_filter.ref = None
    put_head(sheet)
    offer(sheet, KIND, top, (*KINDS, SECTION))
    offer(sheet, REQUIRED, top, (YES, NO))
    set_up_print(sheet)
    put_advice(book.create_sheet(texts()("own-form-sheet-advice")), data["advice"])
    return saved(book)


def put_head(sheet: Worksheet) -> None:
    """The lines above the table, name and room for the value apart, with a list of audiences."""
    for row, name in enumerate(HEAD, FIRST_OF_HEAD):
        sheet.unmerge_cells(start_row=row, end_row=row, start_column=1, end_column=len(COLUMNS))
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=len(COLUMNS))
        label, value = cell_at(sheet, row, 1), cell_at(sheet, row, 3)
        put_text(label, name)
        label.font, value.font, value.border, value.alignment = HEADING, BODY, GRID, WRAPPED
        if name == AUDIENCE:
            choose_from(sheet, value.coordinate, AUDIENCES)


def offer(sheet: Worksheet, heading: str, top: int, words: Iterable[str]) -> None:
    """A list to choose from in every row of a column."""
    letter = cell_at(sheet, top, COLUMNS.index(heading) + 1).column_letter
    choose_from(sheet, f"{letter}{top + 1}:{letter}{top + MOST_QUESTIONS}", words)


def choose_from(sheet: Worksheet, cells: str, words: Iterable[str]) -> None:
    listed = DataValidation(type="list", formula1='"' + ",".join(words) + '"', allow_blank=True)
    listed.error = texts()("own-form-sheet-choose")
    listed.add(cells)
    sheet.add_data_validation(listed)


def put_advice(sheet: Worksheet, advice: Iterable[str]) -> None:
    column = Column("advice", "", ADVICE_WIDTH, "text")
    sheet.column_dimensions["A"].width = column.width
    for row, line in enumerate(advice, 1):
        cell = cell_at(sheet, row, 1)
        put(cell, line)
        cell.font, cell.alignment = BODY, WRAPPED
        fit_height(sheet, row, [column])
    set_up_print(sheet)
