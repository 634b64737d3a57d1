"""The year of a roadmap as a picture for a phone: each row a bar on the months, today a line across them.

Data: as ``documents.roadmap`` describes it. A row with a first and a last day is a bar, one with a deadline alone a
dot; one without dates shows its due phrase instead.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from documents.roadmap import Row, months, page_of, pages, sections, span
from documents.writers.pictures import (
    AMBER,
    BLUE,
    FAINT,
    GREEN,
    GREY,
    GRID,
    MARGIN,
    RED,
    WIDTH,
    Picture,
    line_height,
    text_width,
    wrapped,
)
from documents.writers.wording import texts

SPACE = WIDTH - 2 * MARGIN
TITLE, SUBTITLE, LEGEND, SECTION, LABEL, SMALL = 14, 10, 9, 9.5, 9, 8
BAR = 0.1
DOT = 0.12
GAP = 0.09
CLOSEST_MONTHS = 0.34
TODAY = "#8093A3"

COLOURS = {"done": GREEN, "overdue": RED, "near": AMBER, "ahead": BLUE, "undated": GREY}


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


def draw(data: Mapping[str, Any]) -> bytes:
    picture = Picture()
    year = Year(*span(data))
    y = put_head(picture, data)
    top = y = put_months(picture, y, year)
    for section, rows in sections(page_of(data["rows"], data.get("page", 0))):
        y = put_section(picture, y, section)
        for row in rows:
            y = put_row(picture, y, row, year)
    put_lines(picture, top, y, year, data["today"])
    y = put_months(picture, y, year)
    picture.cut(y + MARGIN / 2)
    return picture.png()


def put_head(picture: Picture, data: Mapping[str, Any]) -> float:
    """Title, organisation, which part of the roadmap this is, and what the colours mean."""
    y = picture.write_lines(MARGIN, MARGIN, wrapped(data["title"], SPACE, TITLE, bold=True, most=4), TITLE, bold=True)
    y = picture.write_lines(MARGIN, y, wrapped(data["organisation"], SPACE, SUBTITLE, most=2), SUBTITLE, colour=FAINT)
    count = pages(len(data["rows"]))
    if count > 1:
        picture.write(
            MARGIN, y, texts()("papers-part", page=data.get("page", 0) + 1, pages=count), SUBTITLE, colour=FAINT
        )
        y += line_height(SUBTITLE)
    return put_legend(picture, y + GAP, Counter(row["state"] for row in data["rows"]), data["today"])


def put_legend(picture: Picture, y: float, counts: Mapping[str, int], today: date) -> float:
    """What the line means; then a colour, a word and a number for each state that occurs in the whole roadmap."""
    picture.line((MARGIN + BAR / 2, y), (MARGIN + BAR / 2, y + line_height(LEGEND)), TODAY, 1.2, dashed=True)
    x = MARGIN + 0.15
    word = texts()("papers-today", day=f"{today:%d.%m.%Y}")
    picture.write(x, y, word, LEGEND)
    x += text_width(word, LEGEND) + 0.2
    for state, colour in COLOURS.items():
        if not counts.get(state):
            continue
        word = f"{texts()('papers-state', state=state)} {counts[state]}"
        width = 0.15 + text_width(word, LEGEND)
        if x + width > WIDTH - MARGIN:
            x, y = MARGIN, y + line_height(LEGEND)
        picture.bar(x, y + 0.03, BAR, BAR, colour)
        picture.write(x + 0.15, y, word, LEGEND)
        x += width + 0.2
    return y + line_height(LEGEND) + GAP


def put_months(picture: Picture, y: float, year: Year) -> float:
    """Names of the months, as many as there is room for; January also names its year."""
    known = months(year.first, year.last)
    step = -(-CLOSEST_MONTHS * len(known) // SPACE)
    for number, month in enumerate(known):
        if number % step == 0:
            name = texts()("papers-month", month=month.month)
            with_year = month.month == 1 or number == 0
            picture.write(year.x(month) + 0.02, y, name, SMALL, colour=FAINT)
            if with_year:
                picture.write(year.x(month) + 0.02, y + line_height(SMALL), str(month.year), SMALL, colour=FAINT)
    return y + 2 * line_height(SMALL) + 0.03


def put_section(picture: Picture, y: float, section: str) -> float:
    lines = wrapped(section, SPACE, SECTION, bold=True, most=1)
    return picture.write_lines(MARGIN, y + GAP, lines, SECTION, bold=True) + GAP / 2 if section else y + GAP


def put_row(picture: Picture, y: float, row: Row, year: Year) -> float:
    """The row's activity in one line, and its bar below."""
    label = wrapped(f"{row['number']} {row['activity']}".strip(), SPACE, LABEL, most=1)
    below = picture.write_lines(MARGIN, y, label, LABEL) + 0.01
    colour = COLOURS[row["state"]]
    start, end = row["start"], row["end"]
    if end is None:
        phrase = wrapped(row["due"] or texts()("papers-no-due"), SPACE, SMALL, most=1)
        picture.write_lines(MARGIN, below - 0.02, phrase, SMALL, colour=FAINT)
    elif start is None or start == end:
        left = min(max(year.x(end) - DOT / 2, MARGIN), WIDTH - MARGIN - DOT)
        picture.bar(left, below - 0.01, DOT, DOT, colour)
    else:
        left = year.x(start)
        right = max(year.x(end + timedelta(days=1)), left + BAR)
        picture.bar(left, below, right - left, BAR, colour)
    return below + BAR + GAP


def put_lines(picture: Picture, top: float, bottom: float, year: Year, today: date) -> None:
    """Fine lines between the months, and a strong one for today."""
    for month in months(year.first, year.last):
        x = year.x(month)
        picture.line((x, top), (x, bottom), GRID, 0.6)
    if today in year:
        x = year.x(today)
        picture.line((x, top - 0.02), (x, bottom), TODAY, 1.2, dashed=True)
