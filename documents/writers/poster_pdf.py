"""The invitation as an A4 poster in PDF, ready for the printer; it takes the data of ``poster_docx``.

Everything is drawn as shapes, so codes and letters stay sharp at any size.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from matplotlib import rc_context
from matplotlib.collections import PatchCollection
from matplotlib.patches import Rectangle

from documents.writers.invitation import CAPTIONS, code
from documents.writers.pictures import FAINT, INK, Picture, line_height, wrapped

WIDTH, HEIGHT = 8.27, 11.69
"""A4, in inches."""
MARGIN = 0.8
NAME_SIZE, TITLE_SIZE, LINE_SIZE, CAPTION_SIZE, CODE_SIZE = 18, 28, 18, 20, 15
QR_SIDE = {1: 4.2, 2: 3.2}
GAP = 0.3


def draw(data: Mapping[str, Any]) -> bytes:
    sheet = Picture(WIDTH)
    sheet.cut(HEIGHT)
    y = put_words(sheet, MARGIN, data["organisation"], NAME_SIZE, colour=FAINT)
    y = put_words(sheet, y, data["title"], TITLE_SIZE, bold=True)
    for line in data["lines"]:
        y = put_words(sheet, y, line, LINE_SIZE)
    y = put_codes(sheet, y + GAP, data["links"])
    put_words(sheet, y, data["code"], CODE_SIZE, colour=FAINT)
    return pdf(sheet)


def put_words(sheet: Picture, y: float, text: str, size: float, *, bold: bool = False, colour: str = INK) -> float:
    """A centred sentence in as many lines as it takes; returns where the next thing may begin."""
    lines = wrapped(text, WIDTH - 2 * MARGIN, size, bold=bold, most=4)
    return sheet.write_lines(WIDTH / 2, y, lines, size, bold=bold, colour=colour, align="center") + GAP


def put_codes(sheet: Picture, y: float, addresses: Mapping[str, str]) -> float:
    """The messengers' codes side by side, each with its name below."""
    links = {platform: addresses[platform] for platform in CAPTIONS if addresses.get(platform)}
    side = QR_SIDE[len(links)]
    for number, (platform, address) in enumerate(links.items()):
        centre = WIDTH * (2 * number + 1) / (2 * len(links))
        put_code(sheet, address, centre - side / 2, y, side)
        sheet.write(centre, y + side, CAPTIONS[platform], CAPTION_SIZE, bold=True, align="center")
    return y + side + line_height(CAPTION_SIZE) + GAP


def put_code(sheet: Picture, address: str, x: float, y: float, side: float) -> None:
    """An address's QR code, the dark modules of a row as far as they touch in one rectangle."""
    modules = code(address)
    step = side / len(modules)
    dark = []
    for down, row in enumerate(modules.tolist()):
        start = 0
        while start < len(row):
            end = next((place for place in range(start, len(row)) if row[place] != row[start]), len(row))
            if row[start] == 0:
                dark.append(Rectangle((x + start * step, y + down * step), (end - start) * step, step))
            start = end
    sheet.axes.add_collection(PatchCollection(dark, facecolor="black", edgecolor="none", antialiased=False))


def pdf(sheet: Picture) -> bytes:
    buffer = BytesIO()
    with rc_context({"pdf.fonttype": 42}):  # letters as letters, which a reader can search
        sheet.figure.savefig(buffer, format="pdf", metadata={"Creator": None, "Producer": None, "CreationDate": None})
    return buffer.getvalue()
