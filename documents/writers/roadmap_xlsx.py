"""The roadmap with its state as a spreadsheet. Data: as ``documents.roadmap`` describes it."""

from collections.abc import Mapping
from typing import Any

from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from documents.columns import Column
from documents.roadmap import Row
from documents.writers.sheets import cell_at, new_book, put_table, put_titles, saved, set_up_print
from documents.writers.wording import texts

FILLS = {
    "done": PatternFill("solid", fgColor="DDEFE2"),
    "overdue": PatternFill("solid", fgColor="F6DCDA"),
    "near": PatternFill("solid", fgColor="FBEBD2"),
}
STATE_COLUMN = 8


def draw(data: Mapping[str, Any]) -> bytes:
    words = texts()
    book, sheet = new_book()
    sheet.title = words("papers-sheet-roadmap")
    as_of = words("papers-as-of", day=f"{data['today']:%d.%m.%Y}")
    top = put_titles(sheet, data["title"], data["organisation"], as_of)
    put_table(sheet, top, columns(), (cells(row) for row in data["rows"]))
    colour(sheet, top, data["rows"])
    set_up_print(sheet)
    return saved(book)


def columns() -> list[Column]:
    words = texts()
    return [
        Column("number", words("papers-column-number"), 6, "text"),
        Column("section", words("papers-column-section"), 30, "text"),
        Column("activity", words("papers-column-activity"), 40, "text"),
        Column("due", words("papers-column-due"), 18, "text"),
        Column("start", words("papers-column-first-day"), 11.5, "date"),
        Column("end", words("papers-column-last-day"), 11.5, "date"),
        Column("responsible", words("papers-column-responsible"), 20, "text"),
        Column("state", words("papers-column-state"), 13, "text"),
        Column("done", words("papers-column-done"), 11.5, "date"),
        Column("result", words("papers-column-result"), 24, "text"),
        Column("indicator", words("papers-column-indicator"), 20, "text"),
        Column("evidence", words("papers-column-evidence"), 24, "text"),
    ]


def cells(row: Row) -> list[Any]:
    """A row's values in the order of the columns; the state in words."""
    shown = {"indicator": "", **row, "state": texts()("papers-state", state=row["state"])}
    return [shown[column.key] for column in columns()]


def colour(sheet: Worksheet, top: int, rows: list[Row]) -> None:
    """Tint the states that ask for attention or tell of success."""
    for number, row in enumerate(rows, top + 1):
        if row["state"] in FILLS:
            cell_at(sheet, number, STATE_COLUMN).fill = FILLS[row["state"]]
