"""Personal invitations as slips to cut and hand out, eight on a page.

Data: ``organisation``; ``slips``, each with ``name``, ``code`` and ``links`` (messenger → address).
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import segno
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import _Cell, _Row

from documents.writers.word import keep_together, new_document, portrait
from documents.writers.wording import clean, texts

IN_ROW = 2
SLIP_HEIGHT_CM = 6.6
SHEET_MARGIN_CM = 1.2
CODE_SIDE_CM = 2.5
CAPTION_SIZE = 8
CAPTIONS = {"telegram": "Telegram", "vk": "VK"}


def draw(data: Mapping[str, Any]) -> bytes:
    document = new_document()
    portrait(document)
    section = document.sections[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(SHEET_MARGIN_CM)
    slips: Sequence[Mapping[str, Any]] = data["slips"]
    lines = [slips[start : start + IN_ROW] for start in range(0, len(slips), IN_ROW)]
    table = document.add_table(rows=len(lines), cols=IN_ROW, style="Table Grid")
    for row, line in zip(table.rows, lines, strict=True):
        set_height(row)
        for cell, slip in zip(row.cells, line, strict=False):
            put_slip(cell, data["organisation"], slip)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def set_height(row: _Row) -> None:
    row.height, row.height_rule = Cm(SLIP_HEIGHT_CM), WD_ROW_HEIGHT_RULE.EXACTLY
    keep_together(row)


def put_slip(cell: _Cell, organisation: str, slip: Mapping[str, Any]) -> None:
    """Whom it is for, what to do, the code, and a picture a messenger."""
    put_line(cell, slip["name"], 13, bold=True, first=True)
    put_line(cell, texts()("papers-slip-where", organisation=organisation), 9)
    put_line(cell, texts()("papers-slip-how"), 9)
    put_line(cell, texts()("papers-slip-code", code=slip["code"]), 13, bold=True)
    put_codes(cell, slip["links"])


def put_line(cell: _Cell, text: str, size: int, *, bold: bool = False, first: bool = False) -> None:
    paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before = Pt(3)
    run = paragraph.add_run(clean(text))
    run.bold, run.font.size = bold, Pt(size)


def put_codes(cell: _Cell, links: Mapping[str, str]) -> None:
    """The pictures side by side, each over its messenger and the bot's address there, for who types the code."""
    served = [platform for platform in CAPTIONS if links.get(platform)]
    if not served:
        return
    inner = cell.add_table(rows=2, cols=len(served))
    for number, platform in enumerate(served):
        picture, caption = inner.cell(0, number).paragraphs[0], inner.cell(1, number)
        picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
        picture.add_run().add_picture(image(links[platform]), width=Cm(CODE_SIDE_CM))
        put_line(caption, f"{CAPTIONS[platform]}: {bot_address(links[platform])}", CAPTION_SIZE, first=True)


def bot_address(link: str) -> str:
    """«t.me/name» of a link that opens the bot with a code."""
    return link.partition("?")[0].removeprefix("https://")


def image(address: str) -> BytesIO:
    buffer = BytesIO()
    segno.make_qr(address, error="m").save(buffer, kind="png", scale=8, border=2)
    buffer.seek(0)
    return buffer
