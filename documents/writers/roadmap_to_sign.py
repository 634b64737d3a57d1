"""A roadmap of the new year as a paper to be signed: A4 landscape with «Утверждаю» and the curator's signature.

Data: ``title``, ``organisation``, ``head`` and ``curator`` (names, empty where not known), ``year`` (of the approval)
and ``rows``. A row has ``number``, ``section``, ``activity``, ``steps``, ``due`` (the phrase), ``responsible`` (lists
of texts), ``result`` and ``indicator``. A column that no row fills is left out.
"""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table

from documents.roadmap import Row, sections
from documents.writers.word import (
    add_row,
    fitting_widths,
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
from domain.roadmap.wording import words

COLUMNS = ("number", "activity", "due", "result", "indicator", "responsible")
WIDTH_CM = 25.7
ALWAYS = ("activity", "due", "responsible")
SECTION_SHADE = "F3F6F9"
APPROVAL_INDENT_CM = 15.5
FULL_NAME = 3
_BETWEEN_YEARS = re.compile(r"(?<=20\d\d)-(?=20\d\d)")


def draw(data: Mapping[str, Any]) -> bytes:
    document = new_document()
    landscape(document)
    put_approval(document, data)
    put_title(document, data)
    columns = columns_of(data["rows"])
    table = table_with(document, len(columns))
    put_heading(table, columns)
    for section, rows in sections(data["rows"]):
        if section:
            put_section(table, section)
        for row in rows:
            put_row(table, columns, row)
    written = [[heading(name), *(cell_text(row, name) for row in data["rows"])] for name in columns]
    set_widths(table, fitting_widths(written, WIDTH_CM))
    put_signature(document, data)
    number_pages(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def columns_of(rows: Sequence[Row]) -> list[str]:
    """The columns of the paper in their order."""
    return [name for name in COLUMNS if name in ALWAYS or any(row[name] for row in rows)]


def put_approval(document: Document, data: Mapping[str, Any]) -> None:
    """«Утверждаю» at the right: by whom, with room for the signature, the day and the order."""
    lines = (
        texts()("to-sign-approved"),
        texts()("to-sign-head"),
        data["organisation"],
        texts()("to-sign-signature", name=signed(data["head"])),
        texts()("to-sign-order", year=str(data["year"])),
    )
    for number, line in enumerate(lines):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(APPROVAL_INDENT_CM)
        paragraph.paragraph_format.space_before = Pt(6 if number > 2 else 0)
        paragraph.add_run(clean(line)).bold = number == 0


def put_title(document: Document, data: Mapping[str, Any]) -> None:
    document.add_paragraph()
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.bold, run.font.size = True, Pt(14)
    for number, part in enumerate(_BETWEEN_YEARS.split(clean(data["title"]))):
        if number:
            run._r.append(OxmlElement("w:noBreakHyphen"))
        run.add_text(part)


def put_heading(table: Table, columns: Sequence[str]) -> None:
    for cell, column in zip(table.rows[0].cells, columns, strict=True):
        put_cell(cell, heading(column), bold=True)
    repeat_heading(table.rows[0])


def heading(column: str) -> str:
    return texts()("to-sign-column", column=column)


def put_section(table: Table, section: str) -> None:
    cells = add_row(table)
    whole = cells[0].merge(cells[-1])
    put_cell(whole, section, bold=True)
    whole.paragraphs[0].paragraph_format.keep_with_next = True
    shade(whole, SECTION_SHADE)


def put_row(table: Table, columns: Sequence[str], row: Row) -> None:
    for cell, column in zip(add_row(table), columns, strict=True):
        put_cell(cell, cell_text(row, column))


def cell_text(row: Row, column: str) -> str:
    if column == "responsible":
        return ",\n".join(row["responsible"])
    if column == "activity":
        return "\n".join([row["activity"], *(f"– {step}" for step in row["steps"] if not tells(row, step))])
    return str(row[column]).replace(" %", "\N{NO-BREAK SPACE}%")


def tells(row: Row, step: str) -> bool:
    """Whether the row's own words list the step: papers write checklists inside a cell or beside it."""
    return any(set(words(step)) <= set(words(row[name])) for name in ("activity", "result"))


def put_signature(document: Document, data: Mapping[str, Any]) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(24)
    name = signed(data["curator"])
    paragraph.add_run(clean(texts()("to-sign-curator", signature=texts()("to-sign-signature", name=name))))


def signed(name: str) -> str:
    """A name as it stands beside a signature: «Г.Н. Лиманская»; a line to write on where there is none."""
    parts = name.split()
    if len(parts) == FULL_NAME:
        return f"{parts[1][0]}.{parts[2][0]}. {parts[0]}"
    return name or "_" * 20
