"""The invitation as an A4 poster in Word, to be changed and printed.

Data: ``organisation``; ``title``; ``lines``, two or three short sentences; ``links`` (``telegram``, ``vk`` or both →
address); ``code``, the sentence for who cannot read the codes.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import segno
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import _Cell

from documents.writers.invitation import CAPTIONS, QUIET_MODULES
from documents.writers.word import add_row, new_document, portrait
from documents.writers.wording import clean

NAME_SIZE, TITLE_SIZE, LINE_SIZE, CAPTION_SIZE, CODE_SIZE = 20, 34, 20, 22, 16
QR_CM = {1: 11.0, 2: 8.0}
"""Side of a code, by how many there are."""
PIXELS_A_MODULE = 12


def draw(data: Mapping[str, Any]) -> bytes:
    document = new_document()
    portrait(document)
    put_line(document, data["organisation"], NAME_SIZE)
    put_line(document, data["title"], TITLE_SIZE, bold=True, before=24)
    for line in data["lines"]:
        put_line(document, line, LINE_SIZE, before=18)
    put_codes(document, data["links"])
    put_line(document, data["code"], CODE_SIZE, before=18)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def put_line(document: Document, text: str, size: int, *, bold: bool = False, before: int = 0) -> None:
    """A centred sentence; sizes and the space before it in points."""
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before = Pt(before)
    run = paragraph.add_run(clean(text))
    run.bold, run.font.size = bold, Pt(size)


def put_codes(document: Document, addresses: Mapping[str, str]) -> None:
    """The messengers' codes side by side, each with its name below."""
    links = {platform: addresses[platform] for platform in CAPTIONS if addresses.get(platform)}
    document.add_paragraph()
    table = document.add_table(rows=1, cols=len(links))
    captions = add_row(table)
    for number, (platform, address) in enumerate(links.items()):
        picture = centred(table.rows[0].cells[number])
        picture.add_run().add_picture(code(address), width=Cm(QR_CM[len(links)]))
        run = centred(captions[number]).add_run(CAPTIONS[platform])
        run.bold, run.font.size = True, Pt(CAPTION_SIZE)


def centred(cell: _Cell) -> Any:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def code(address: str) -> BytesIO:
    """An address's QR code as a picture."""
    picture = BytesIO()
    segno.make_qr(address, error="m").save(picture, kind="png", scale=PIXELS_A_MODULE, border=QUIET_MODULES)
    picture.seek(0)
    return picture
