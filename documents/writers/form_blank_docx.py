"""A questionnaire to be filled in with a pen.

Data: ``organisation``; ``title``; ``code``, by which the paper is recognised; ``questions``, each with ``number``,
``text``, ``hint``, ``when`` (a condition in words or ""), ``kind`` (a ``domain.forms.Kind``), ``options`` (labels),
``own`` (room for own words) and ``marks`` (of a scale).
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Pt

from documents.writers.word import (
    add_row,
    new_document,
    number_pages,
    portrait,
    put_blank,
    put_cell,
    put_heading,
    set_widths,
    table_with,
)
from documents.writers.wording import clean, texts
from domain.forms import Kind

BOX = "\N{BALLOT BOX}"
LINES = {Kind.TEXT: 1, Kind.LONG_TEXT: 4, Kind.NUMBER: 1, Kind.DATE: 1, Kind.PHONE: 1}
LONGEST_IN_ROW = 24
COLUMNS_CM = 5.6
INDENT_CM = 0.6


def draw(data: Mapping[str, Any]) -> bytes:
    document = new_document()
    portrait(document)
    put_heading(document, data["organisation"], 11, bold=False)
    put_heading(document, data["title"])
    put_heading(document, texts()("papers-blank-code", code=data["code"]), 10, bold=False)
    put_small(document, texts()("papers-blank-how"))
    for question in data["questions"]:
        put_question(document, question)
    put_consent(document)
    put_blank(document, texts()("papers-blank-date"))
    number_pages(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def put_question(document: Document, question: Mapping[str, Any]) -> None:
    """Its words, and room for the answer, kept on one page as far as Word can."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.keep_with_next = Pt(10), True
    paragraph.add_run(f"{question['number']}. {clean(question['text'])}").bold = True
    for words in (question["when"], question["hint"]):
        if words:
            put_small(document, words)
    if question["marks"]:
        put_indented(document, "     ".join(map(str, question["marks"])))
    elif question["kind"] == Kind.YES_NO:
        put_options(document, [texts()("papers-blank-yes"), texts()("papers-blank-no")])
    elif question["kind"] == Kind.FILE:
        put_small(document, texts()("papers-blank-file"))
    elif question["options"] and question["kind"] != Kind.NUMBER:
        put_options(document, question["options"])
        put_lines(document, 1 if question["own"] else 0, texts()("papers-blank-own"))
    else:
        put_lines(document, LINES.get(question["kind"], 1))


def put_options(document: Document, labels: list[str]) -> None:
    """A box a label; short ones stand three in a row."""
    in_row = 3 if max(map(len, labels)) <= LONGEST_IN_ROW else 1
    for start in range(0, len(labels), in_row):
        row = "\t".join(f"{BOX} {clean(label)}" for label in labels[start : start + in_row])
        put_indented(document, row, last=start + in_row >= len(labels))


def put_indented(document: Document, text: str, *, last: bool = True) -> None:
    paragraph = document.add_paragraph(text)
    paragraph.paragraph_format.left_indent = Cm(INDENT_CM)
    paragraph.paragraph_format.space_before = Pt(3)
    paragraph.paragraph_format.keep_with_next = not last
    for stop in (1, 2):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(INDENT_CM + stop * COLUMNS_CM))


def put_lines(document: Document, count: int, label: str = "") -> None:
    """Lines to write on up to the right margin."""
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    for number in range(count):
        paragraph = document.add_paragraph(f"{label} \t" if label and not number else "\t")
        paragraph.paragraph_format.space_before = Pt(9)
        paragraph.paragraph_format.left_indent = Cm(INDENT_CM)
        paragraph.paragraph_format.keep_with_next = number < count - 1
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def put_small(document: Document, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(clean(text))
    run.italic, run.font.size = True, Pt(10)


def put_consent(document: Document) -> None:
    """The mark of the consent, which is a document of its own (152-ФЗ, art. 9 as of 01.09.2025)."""
    table = table_with(document, 2)
    put_cell(table.rows[0].cells[0], texts()("papers-blank-consent"), bold=True)
    put_cell(table.rows[0].cells[1], f"{BOX} {texts()('papers-blank-consent-given')}")
    cells = add_row(table)
    put_cell(cells[0], texts()("papers-blank-consent-separate"))
    put_cell(cells[1], texts()("papers-blank-consent-taken"))
    set_widths(table, (9.5, 7.5))
