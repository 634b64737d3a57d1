"""The picture with an invitation's QR codes.

Data: ``organisation``; ``links`` (``telegram``, ``vk`` or both → address); ``sentence``, what to do with the codes;
optional ``subtitle`` under the organisation's name.
"""

from collections.abc import Mapping
from typing import Any

import numpy
import segno

from documents.writers.pictures import FAINT, MARGIN, Picture, line_height, wrapped

WIDTH = 7.0
NAME_SIZE, SUBTITLE_SIZE, SENTENCE_SIZE, CAPTION_SIZE = 17, 13, 13, 16
CODE_SIDE = 3.0
QUIET_MODULES = 4
CAPTIONS = {"telegram": "Telegram", "vk": "VK"}


def draw(data: Mapping[str, Any]) -> bytes:
    links = {platform: data["links"][platform] for platform in CAPTIONS if data["links"].get(platform)}
    text_space = WIDTH - 2 * MARGIN
    name = wrapped(data["organisation"], text_space, NAME_SIZE, bold=True, most=4)
    subtitle = wrapped(data.get("subtitle", ""), text_space, SUBTITLE_SIZE, most=3)
    sentence = wrapped(data["sentence"], text_space, SENTENCE_SIZE, most=4)
    codes_top = MARGIN + len(name) * line_height(NAME_SIZE) + len(subtitle) * line_height(SUBTITLE_SIZE) + 0.05
    captions_top = codes_top + CODE_SIDE
    sentence_top = captions_top + line_height(CAPTION_SIZE) + 0.15
    picture = Picture(WIDTH, sentence_top + len(sentence) * line_height(SENTENCE_SIZE) + MARGIN)

    middle = WIDTH / 2
    below_name = picture.write_lines(middle, MARGIN, name, NAME_SIZE, bold=True, align="center")
    picture.write_lines(middle, below_name, subtitle, SUBTITLE_SIZE, colour=FAINT, align="center")
    for number, (platform, address) in enumerate(links.items(), 1):
        centre = WIDTH * (2 * number - 1) / (2 * len(links))
        put_code(picture, address, centre, codes_top + CODE_SIDE / 2)
        picture.write(centre, captions_top, CAPTIONS[platform], CAPTION_SIZE, bold=True, align="center")
    picture.write_lines(middle, sentence_top, sentence, SENTENCE_SIZE, align="center")
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
