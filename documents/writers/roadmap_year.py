"""What the pictures of a roadmap share: head, months, the line of today, and the colours of states."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from documents.roadmap import months
from documents.writers.pictures import (
    AMBER,
    BLUE,
    FAINT,
    GREEN,
    GREY,
    GRID,
    INK,
    MARGIN,
    PAPER,
    POINTS,
    RED,
    WIDTH,
    Picture,
    line_height,
    text_width,
    wrapped,
)
from documents.writers.wording import texts

SPACE = WIDTH - 2 * MARGIN
TITLE, SUBTITLE, FIGURE, LEGEND, SMALL = 13.5, 10, 11, 9.5, 8.5
GAP = 0.09
CLOSEST_MONTHS = 0.34
SHARE_BAR = 0.16
CHIP = 0.11
FLAG = 0.19

COLOURS = {"done": GREEN, "overdue": RED, "near": AMBER, "ahead": BLUE, "undated": GREY}
"""State → colour, in the order in which the states stand beside each other."""


class Year:
    """Where a day lies on the picture."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last

    def x(self, day: date) -> float:
        """Left edge of a day; one outside the span is put at the span's edge."""
        days = (self.last - self.first).days + 1
        return MARGIN + SPACE * min(max((day - self.first).days, 0), days) / days

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def put_head(picture: Picture, data: Mapping[str, Any], note: str = "") -> float:
    """Title, organisation with a ``note``, how much is done, and what the colours mean."""
    y = picture.write_lines(MARGIN, MARGIN, wrapped(data["title"], SPACE, TITLE, bold=True, most=3), TITLE, bold=True)
    for text in (data["organisation"], note):
        if text:
            y = picture.write_lines(MARGIN, y + 0.02, wrapped(text, SPACE, SUBTITLE, most=2), SUBTITLE, colour=FAINT)
    counts = Counter(str(row["state"]) for row in data["rows"])
    y = put_figures(picture, y + GAP, counts, data["today"])
    put_shares(picture, y, counts, MARGIN, SPACE, SHARE_BAR)
    return put_legend(picture, y + SHARE_BAR + GAP, counts)


def put_figures(picture: Picture, y: float, counts: Mapping[str, int], today: date) -> float:
    done = texts()("papers-done-of", done=counts.get("done", 0), count=sum(counts.values()))
    picture.write(MARGIN, y, done, FIGURE, bold=True)
    day = texts()("papers-today", day=f"{today:%d.%m.%Y}")
    picture.write(WIDTH - MARGIN, y + (FIGURE - SUBTITLE) / POINTS, day, SUBTITLE, colour=FAINT, align="right")
    return y + line_height(FIGURE) + 0.04


def put_shares(
    picture: Picture, y: float, counts: Mapping[str, int], left: float, width: float, height: float
) -> None:
    """A bar of all tasks, each state with its share."""
    total = sum(counts.values())
    if not total:
        picture.bar(left, y, width, height, GRID)
        return
    for state, colour in COLOURS.items():
        share = width * counts.get(state, 0) / total
        if share:
            picture.box(left, y, max(share - 0.015, 0.01), height, colour)
            left += share


def put_legend(picture: Picture, y: float, counts: Mapping[str, int]) -> float:
    """A colour, a word and a number for each state that occurs in the whole roadmap."""
    x = MARGIN
    for state, colour in COLOURS.items():
        if not counts.get(state):
            continue
        word = f"{texts()('papers-state', state=state)} {counts[state]}"
        width = CHIP + 0.05 + text_width(word, LEGEND)
        if x + width > WIDTH - MARGIN:
            x, y = MARGIN, y + line_height(LEGEND)
        picture.bar(x, y + 0.03, CHIP, CHIP, colour)
        picture.write(x + CHIP + 0.05, y, word, LEGEND)
        x += width + 0.17
    return y + line_height(LEGEND) + GAP


def put_months(picture: Picture, y: float, year: Year) -> float:
    """Names of the months, as many as there is room for; the first one and January also name their year."""
    known = months(year.first, year.last)
    step = -(-CLOSEST_MONTHS * len(known) // SPACE)
    for number, month in enumerate(known):
        if number % step == 0:
            picture.write(year.x(month) + 0.02, y, texts()("papers-month", month=month.month), SMALL, colour=FAINT)
            if month.month == 1 or number == 0:
                below = y + line_height(SMALL)
                picture.write(year.x(month) + 0.02, below, str(month.year), SMALL, colour=FAINT)
    return y + 2 * line_height(SMALL) + 0.05


def put_lines(picture: Picture, top: float, bottom: float, year: Year, today: date) -> None:
    """Fine lines between the months; for today a strong one with its day on a flag."""
    for month in months(year.first, year.last):
        picture.line((year.x(month), top), (year.x(month), bottom), GRID, 0.7)
    if today not in year:
        return
    x = year.x(today)
    picture.line((x, top), (x, bottom), INK, 1.3, dashed=True)
    word = f"{today:%d.%m}"
    width = text_width(word, SMALL, bold=True) + 0.14
    left = min(max(x - width / 2, MARGIN), WIDTH - MARGIN - width)
    picture.bar(left, top - FLAG, width, FLAG, INK)
    middle = top - FLAG / 2 - SMALL * 0.62 / POINTS
    picture.write(left + width / 2, middle, word, SMALL, bold=True, colour=PAPER, align="center")
