"""The full text of a consent, with blanks for whoever signs it on paper.

Data: ``title``; ``version``, a line; ``paragraphs``; ``by_guardian``, whether a guardian signs for a child.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.shared import Pt

from documents.writers.word import new_document, number_pages, portrait, put_blank, put_heading, put_text
from documents.writers.wording import texts

BLANKS = ("papers-consent-name", "papers-consent-address", "papers-consent-passport")
CHILD_BLANKS = ("papers-consent-child", "papers-consent-basis")
SIGNATURE = ("papers-consent-signature",)


def draw(data: Mapping[str, Any]) -> bytes:
    """What a paper consent has to hold besides its text (152-ФЗ, art. 9, part 4) stands as lines to fill in."""
    document = new_document()
    portrait(document)
    put_heading(document, data["title"])
    put_heading(document, data["version"], 11, bold=False)
    for text in data["paragraphs"]:
        put_text(document, text)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(18)
    paragraph.add_run(texts()("papers-consent-on-paper")).italic = True
    for key in BLANKS + (CHILD_BLANKS if data["by_guardian"] else ()) + SIGNATURE:
        put_blank(document, texts()(key))
    number_pages(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
