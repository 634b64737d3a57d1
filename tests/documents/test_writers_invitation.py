"""The invitation picture and posters: their codes hold exactly the links, and fit a phone or a sheet."""

from io import BytesIO
from typing import Any

import numpy
import pdfplumber
import pytest
import segno
from docx import Document
from matplotlib.image import imread

from documents.paper import Paper
from documents.writers import draw

TELEGRAM = "https://t.me/nastavnik_bot?start=inv_8kXf2ZqLw0"
VK = "https://vk.me/club123456789?ref=inv_8kXf2ZqLw0"

Pixels = numpy.ndarray[Any, numpy.dtype[numpy.float32]]


def picture(**data: Any) -> Pixels:
    usual = {
        "organisation": "Детский сад № 8",
        "text": "Наведите камеру на код.",
        "links": {"telegram": TELEGRAM},
    }
    drawn = draw(Paper("invitation_qr", "Приглашение", {**usual, **data}))
    return imread(BytesIO(drawn.content), format="png")[:, :, 0]


def codes_in(pixels: Pixels) -> list[Pixels]:
    """Parts of the picture that pure black codes fill, from left to right."""
    black = pixels == 0
    columns = numpy.flatnonzero(black.any(axis=0))
    gaps = numpy.flatnonzero(numpy.diff(columns) > pixels.shape[1] // 20)
    parts = numpy.split(columns, gaps + 1)
    rows = [numpy.flatnonzero(black[:, part[0] : part[-1] + 1].any(axis=1)) for part in parts]
    return [pixels[row[0] : row[-1] + 1, part[0] : part[-1] + 1] for row, part in zip(rows, parts, strict=True)]


def modules_of(code: Pixels, side: int) -> list[list[int]]:
    """Dark modules as 1, sampled in the middle of each."""
    step = code.shape[0] / side
    middles = [int((number + 0.5) * step) for number in range(side)]
    return [[int(code[y, x] < 0.5) for x in middles] for y in middles]


@pytest.mark.parametrize(
    "links", [{"telegram": TELEGRAM, "vk": VK}, {"telegram": TELEGRAM}, {"vk": VK}, {"telegram": "", "vk": VK}]
)
def test_each_messenger_has_a_code_with_exactly_its_link(links: dict[str, str]) -> None:
    codes = codes_in(picture(links=links))
    expected = [[list(row) for row in segno.make_qr(link, error="m").matrix] for link in links.values() if link]
    assert [modules_of(code, len(matrix)) for code, matrix in zip(codes, expected, strict=True)] == expected


def test_modules_are_whole_pixels_with_a_quiet_zone_around() -> None:
    pixels = picture()
    (code,) = codes_in(pixels)
    side = len(segno.make_qr(TELEGRAM, error="m").matrix)
    assert code.shape[0] == code.shape[1] and code.shape[0] % side == 0
    module = code.shape[0] // side
    top, left = (int(numpy.flatnonzero((pixels == 0).any(axis=axis))[0]) for axis in (1, 0))
    assert (pixels[top - 4 * module : top, left : left + code.shape[1]] == 1).all()


def test_a_long_name_is_wrapped_and_the_picture_stays_within_1600_pixels() -> None:
    long = picture(organisation="Муниципальное бюджетное дошкольное образовательное учреждение № 8 😀 $x$ " * 3)
    assert max(long.shape) <= 1600
    assert long.shape[0] > picture().shape[0]
    assert (long[:, :20] == 1).all() and (long[:, -20:] == 1).all()


def poster(writer: str, links: dict[str, str]) -> bytes:
    data = {
        "organisation": "Детский сад № 8",
        "title": "Приглашаем в программу наставничества",
        "lines": ["Станьте наставником или найдите его.", "Наведите камеру."],
        "code": "Откройте бота и пришлите: K7QF-29MX",
        "links": links,
    }
    return draw(Paper(writer, "Плакат", data)).content


@pytest.mark.parametrize("links", [{"telegram": TELEGRAM, "vk": VK}, {"vk": VK}])
def test_a_poster_is_one_a4_page_with_all_its_words(links: dict[str, str]) -> None:
    with pdfplumber.open(BytesIO(poster("poster_pdf", links))) as pdf:
        (page,) = pdf.pages
        words = " ".join((page.extract_text() or "").split())
        assert (round(page.width), round(page.height)) == (595, 842)
    for said in ("Детский сад № 8", "наставничества", "Наведите камеру", "K7QF-29MX", "VK"):
        assert said in words
    assert ("Telegram" in words) is ("telegram" in links)


def test_the_codes_of_a_pdf_poster_hold_exactly_the_links() -> None:
    """Each dark rectangle is put back on the grid of modules."""
    matrix = [list(row) for row in segno.make_qr(VK, error="m").matrix]
    side = len(matrix) + 8
    with pdfplumber.open(BytesIO(poster("poster_pdf", {"vk": VK}))) as pdf:
        dark = [each for each in pdf.pages[0].rects if each["height"] < 20]
    step = min(each["height"] for each in dark)
    left, top = min(each["x0"] for each in dark), min(each["top"] for each in dark)
    drawn = [[0] * len(matrix) for _ in matrix]
    for each in dark:
        row, start = round((each["top"] - top) / step), round((each["x0"] - left) / step)
        for place in range(start, start + round(each["width"] / step)):
            drawn[row][place] = 1
    assert side * step < 842
    assert drawn == matrix


def test_a_word_poster_has_a_picture_a_messenger() -> None:
    document = Document(BytesIO(poster("poster_docx", {"telegram": TELEGRAM, "vk": VK})))
    assert len(document.inline_shapes) == 2
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["Telegram", "VK"]
    assert "K7QF-29MX" in document.paragraphs[-1].text
