"""The full text of a consent, with blanks for whoever signs it on paper.

Data: ``title``; ``version``, a line; ``paragraphs``; ``by_guardian``, whether a guardian signs for a child.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from documents.writers.word import new_document, number_pages
from documents.writers.wording import clean, texts

BLANKS = ("papers-consent-name", "papers-consent-address", "papers-consent-passport")
CHILD_BLANKS = ("papers-consent-child", "papers-consent-basis")
INDENT = Cm(1.25)


def draw(data: Mapping[str, Any]) -> bytes:
    document = new_document()
    for text, bold, size in ((data["title"], True, 14), (data["version"], False, 11)):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(clean(text))
        run.bold, run.font.size = bold, Pt(size)
    for text in data["paragraphs"]:
        paragraph = document.add_paragraph(clean(text))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = INDENT
        paragraph.paragraph_format.space_before = Pt(6)
    put_blanks(document, BLANKS + (CHILD_BLANKS if data["by_guardian"] else ()))
    number_pages(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def put_blanks(document: Any, keys: tuple[str, ...]) -> None:
    """What a paper consent has to hold besides (152-ФЗ, art. 9, part 4), each on lines of its own."""
    heading = document.add_paragraph().add_run(texts()("papers-consent-on-paper"))
    heading.italic = True
    heading.font.size = Pt(11)
    document.paragraphs[-1].paragraph_format.space_before = Pt(18)
    for key in (*keys, "papers-consent-signature"):
        paragraph = document.add_paragraph(texts()(key))
        paragraph.paragraph_format.space_before = Pt(10)
