"""Diagnostics before and after as a spreadsheet: «Итог» with the means, and a sheet a side with every person.

Data: ``title``, ``organisation``, optional ``note``, and ``sides``: ``audience``, ``totals`` (rows of name of the
measure, people, before, after) and ``people`` (rows of person, name of the measure, before, after; None where there
is no mark).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from documents.columns import Column
from documents.writers.sheets import cell_at, new_book, put_table, put_titles, saved, set_up_print
from documents.writers.survey_xlsx import add_sheet
from documents.writers.wording import texts

RISE = Font(name="Calibri", size=10, color="2E7D32", bold=True)
FALL = Font(name="Calibri", size=10, color="C62828", bold=True)


def draw(data: Mapping[str, Any]) -> bytes:
    book, sheet = new_book()
    sheet.title = texts()("papers-sheet-totals")
    put_totals(sheet, data)
    for side in data["sides"]:
        if side["people"]:
            put_people(add_sheet(book, side["audience"]), data["title"], side)
    return saved(book)


def put_totals(sheet: Worksheet, data: Mapping[str, Any]) -> None:
    words = texts()
    top = put_titles(sheet, data["title"], data["organisation"], data.get("note", ""))
    columns = [
        Column("audience", words("papers-column-audience"), 18, "text"),
        Column("measure", words("papers-column-measure"), 34, "text"),
        Column("people", words("papers-column-people"), 11, "number"),
        *marks(),
    ]
    rows = [
        [side["audience"], name, people, before, after, after - before]
        for side in data["sides"]
        for name, people, before, after in side["totals"]
    ]
    put_table(sheet, top, columns, rows)
    colour(sheet, top, len(columns), [row[-1] for row in rows])
    set_up_print(sheet)


def put_people(sheet: Worksheet, title: str, side: Mapping[str, Any]) -> None:
    words = texts()
    top = put_titles(sheet, f"{title} · {side['audience']}")
    columns = [
        Column("person", words("papers-column-person"), 30, "text"),
        Column("measure", words("papers-column-measure"), 34, "text"),
        *marks(),
    ]
    rows = [
        [person, name, before, after, None if before is None or after is None else after - before]
        for person, name, before, after in side["people"]
    ]
    put_table(sheet, top, columns, rows)
    colour(sheet, top, len(columns), [row[-1] for row in rows])
    set_up_print(sheet)


def marks() -> list[Column]:
    words = texts()
    return [
        Column("before", words("papers-column-before"), 10, "number"),
        Column("after", words("papers-column-after"), 10, "number"),
        Column("change", words("papers-column-change"), 12, "number"),
    ]


def colour(sheet: Worksheet, top: int, column: int, changes: Sequence[float | None]) -> None:
    """Growth in green, decline in red."""
    for row, change in enumerate(changes, top + 1):
        if change:
            cell_at(sheet, row, column).font = RISE if change > 0 else FALL
