"""The notice by which a mentor lays the duties down, to be signed (Labour Code, art. 351.8).

Data: ``organisation``, ``head``, ``mentor``, ``post`` (names in the nominative) and ``last``, the last day in words.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from documents.writers.word import new_document, portrait, put_blank, put_heading, put_text
from documents.writers.wording import clean, texts


def draw(data: Mapping[str, Any]) -> bytes:
    document = new_document()
    portrait(document)
    words = texts()
    put_address(document, words("papers-laydown-to", organisation=data["organisation"]))
    if data["head"]:
        put_address(document, words("papers-laydown-head", head=data["head"]))
    posted = str(bool(data["post"]))
    put_address(document, words("papers-laydown-from", mentor=data["mentor"], post=data["post"], posted=posted))
    document.add_paragraph().paragraph_format.space_after = Pt(24)
    put_heading(document, words("papers-laydown-title"))
    put_text(document, words("papers-laydown-text", last=data["last"]))
    put_blank(document, words("papers-laydown-signature"))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def put_address(document: Any, text: str) -> None:
    """A line at the right margin, above the title."""
    paragraph = document.add_paragraph(clean(text))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
