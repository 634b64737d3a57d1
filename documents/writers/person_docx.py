"""All that is stored about one person, for that person.

Data: ``title``; ``note``, a line; ``sections``: pairs of a title and lines of plain text.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.shared import Cm, Pt

from documents.writers.word import new_document, number_pages, portrait, put_heading
from documents.writers.wording import clean


def draw(data: Mapping[str, Any]) -> bytes:
    document = new_document()
    portrait(document)
    put_heading(document, data["title"])
    put_heading(document, data["note"], 11, bold=False)
    for title, lines in data["sections"]:
        heading = document.add_paragraph()
        heading.paragraph_format.space_before, heading.paragraph_format.keep_with_next = Pt(14), True
        heading.add_run(clean(title)).bold = True
        for line in lines:
            paragraph = document.add_paragraph(clean(line), style="List Bullet")
            paragraph.paragraph_format.space_before, paragraph.paragraph_format.left_indent = Pt(3), Cm(0.8)
    number_pages(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
