"""The picture with an invitation's QR codes.

Data: ``organisation``; ``links`` (``telegram``, ``vk`` or both → address); ``text``, one sentence on what to do with
the codes; optional ``subtitle`` under the organisation's name.
"""

from collections.abc import Mapping
from typing import Any

import numpy
import segno

from documents.writers.pictures import FAINT, MARGIN, Picture, line_height, wrapped

WIDTH = 7.0
NAME_SIZE, SUBTITLE_SIZE, SENTENCE_SIZE, CAPTION_SIZE = 17, 13, 13, 16
CODE_SIDE = 3.0
GAP = 0.15
QUIET_MODULES = 4
CAPTIONS = {"telegram": "Telegram", "vk": "VK"}


def draw(data: Mapping[str, Any]) -> bytes:
    picture = Picture(WIDTH)
    space, middle = WIDTH - 2 * MARGIN, WIDTH / 2
    name = wrapped(data["organisation"], space, NAME_SIZE, bold=True, most=4)
    subtitle = wrapped(data.get("subtitle", ""), space, SUBTITLE_SIZE, most=3)
    sentence = wrapped(data["text"], space, SENTENCE_SIZE, most=4)

    y = picture.write_lines(middle, MARGIN, name, NAME_SIZE, bold=True, align="center")
    y = picture.write_lines(middle, y, subtitle, SUBTITLE_SIZE, colour=FAINT, align="center")
    codes = y + CODE_SIDE / 2
    captions = y + CODE_SIDE
    y = captions + line_height(CAPTION_SIZE) + GAP
    y = picture.write_lines(middle, y, sentence, SENTENCE_SIZE, align="center")
    picture.cut(y + MARGIN)

    links = {platform: data["links"][platform] for platform in CAPTIONS if data["links"].get(platform)}
    for number, (platform, address) in enumerate(links.items()):
        centre = WIDTH * (2 * number + 1) / (2 * len(links))
        put_code(picture, address, centre, codes)
        picture.write(centre, captions, CAPTIONS[platform], CAPTION_SIZE, bold=True, align="center")
    return picture.png()


def put_code(picture: Picture, address: str, x: float, y: float) -> None:
    """Put the code of an address with its middle at (x, y) inches, each module a whole number of pixels."""
    modules = code(address)
    side = len(modules)
    pixels = int(CODE_SIDE * picture.dpi) // side
    image = numpy.kron(modules, numpy.ones((pixels, pixels), dtype=numpy.uint8)) * 255
    left = round(x * picture.dpi - side * pixels / 2)
    bottom = round((picture.height - y) * picture.dpi - side * pixels / 2)
    picture.figure.figimage(image, left, bottom, cmap="gray", vmin=0, vmax=255, origin="upper")


def code(address: str) -> "numpy.ndarray[Any, numpy.dtype[numpy.uint8]]":
    """Modules of an address's QR code with its quiet zone: 0 is dark, 1 is light."""
    matrix = segno.make_qr(address, error="m").matrix_iter(scale=1, border=QUIET_MODULES)
    return 1 - numpy.array([list(row) for row in matrix], dtype=numpy.uint8)
