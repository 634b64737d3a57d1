"""The attendance sheet («лист регистрации»): who came, and lines for those who sign by hand.

Data: ``organisation``; ``subject``, what was attended, in the genitive; ``day``; ``people`` (``name``, ``post``,
``came`` as «14:05»), who said so in the messenger; ``blank``, how many empty lines follow; ``third``, what the third
column asks for in place of the post.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table

from documents.writers.word import (
    add_row,
    new_document,
    number_pages,
    portrait,
    put_blank,
    put_cell,
    put_heading,
    repeat_heading,
    set_widths,
    shade,
    table_with,
)
from documents.writers.wording import texts

POST = "papers-column-post"
COLUMNS = ("papers-column-number", "papers-column-person", POST, "papers-column-sign")
WIDTHS = (1.2, 7.0, 5.0, 3.8)
HEADING_COLOUR = "E4ECF4"
LINE_CM = 0.8
"""Room for a name by hand."""


def draw(data: Mapping[str, Any]) -> bytes:
    document = new_document()
    portrait(document)
    words = texts()
    put_heading(document, data["organisation"], 12, bold=False)
    put_heading(document, words("papers-attendance-title"))
    put_heading(document, data["subject"], 12, bold=False)
    put_heading(document, data["day"], 12, bold=False)
    table = table_with(document, len(COLUMNS))
    put_columns(table, data.get("third") or words(POST))
    for number, person in enumerate(data["people"], 1):
        sign = words("papers-attendance-came", time=person["came"])
        put_line(table, str(number), person["name"], person["post"], sign)
    for number in range(len(data["people"]) + 1, len(data["people"]) + data["blank"] + 1):
        put_line(table, str(number), "", "", "")
    set_widths(table, WIDTHS)
    note = document.add_paragraph(words("papers-attendance-note", count=len(data["people"])))
    note.paragraph_format.space_before = Pt(10)
    put_blank(document, words("papers-attendance-total"))
    put_blank(document, words("papers-attendance-responsible"))
    number_pages(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def put_columns(table: Table, third: str) -> None:
    names = [third if key == POST else texts()(key) for key in COLUMNS]
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        put_cell(cell, name, bold=True)
        shade(cell, HEADING_COLOUR)
    repeat_heading(table.rows[0])


def put_line(table: Table, *values: str) -> None:
    """One person; an empty line is as high as handwriting."""
    for cell, value in zip(add_row(table), values, strict=True):
        put_cell(cell, value)
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    row = table.rows[-1]
    row.height = Cm(LINE_CM)
    row.cells[0].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
