"""The roadmap with its state as a document for the folder: a table on A4 landscape.

Data: as ``documents.roadmap`` describes it.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import Table

from documents.roadmap import Row, sections
from documents.writers.word import (
    add_row,
    landscape,
    new_document,
    number_pages,
    put_cell,
    repeat_heading,
    set_widths,
    shade,
    table_with,
)
from documents.writers.wording import clean, texts

WIDTHS_CM = (1.4, 7.6, 3.8, 3.8, 3.4, 5.7)
HEADING_SHADE = "E4ECF4"
SECTION_SHADE = "F3F6F9"
STATE_SHADES = {"done": "DDEFE2", "overdue": "F6DCDA", "near": "FBEBD2"}
STATE_CELL = 4


def draw(data: Mapping[str, Any]) -> bytes:
    document = new_document()
    landscape(document)
    put_titles(document, data)
    table = table_with(document, len(WIDTHS_CM))
    put_heading(table)
    for section, rows in sections(data["rows"]):
        if section:
            put_section(table, section)
        for row in rows:
            put_row(table, row)
    set_widths(table, WIDTHS_CM)
    number_pages(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def put_titles(document: Document, data: Mapping[str, Any]) -> None:
    """Title, organisation and the day of the state, in the middle."""
    as_of = texts()("papers-as-of", day=f"{data['today']:%d.%m.%Y}")
    for number, text in enumerate((data["title"], data["organisation"], as_of)):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(clean(text))
        run.bold, run.font.size = number == 0, Pt(14 if number == 0 else 11)


def put_heading(table: Table) -> None:
    words = texts()
    headings = (
        words("papers-column-number"),
        words("papers-column-activity"),
        words("papers-column-due"),
        words("papers-column-responsible"),
        words("papers-column-state"),
        words("papers-column-evidence"),
    )
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        put_cell(cell, heading, bold=True)
        shade(cell, HEADING_SHADE)
    repeat_heading(table.rows[0])


def put_section(table: Table, section: str) -> None:
    """A section's name across the whole table."""
    cells = add_row(table)
    whole = cells[0].merge(cells[-1])
    put_cell(whole, section, bold=True)
    shade(whole, SECTION_SHADE)


def put_row(table: Table, row: Row) -> None:
    state = texts()("papers-state", state=row["state"])
    done = f" {row['done']:%d.%m.%Y}" if row["done"] else ""
    values = (
        row["number"],
        row["activity"],
        row["due"] or texts()("papers-no-due"),
        "\n".join(row["responsible"]),
        state + done,
        "\n".join(row["evidence"]),
    )
    cells = add_row(table)
    for cell, value in zip(cells, values, strict=True):
        put_cell(cell, value)
    if row["state"] in STATE_SHADES:
        shade(cells[STATE_CELL], STATE_SHADES[row["state"]])
