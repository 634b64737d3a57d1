"""The year of a roadmap as a picture for a phone: each row on the months, today a line across them.

Data: as ``documents.roadmap`` describes it. A row with a first and a last day is a bar, one with a deadline alone a
dot, one that recurs a dot each time; one without dates shows its due phrase instead. A very long roadmap is shown by
section.
"""

from collections.abc import Mapping
from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

from documents.roadmap import Line, Row, is_summary, page_of, pages, span
from documents.writers.pictures import BAND, FAINT, MARGIN, PAPER, WIDTH, Picture, line_height, wrapped
from documents.writers.roadmap_sections import put_summary
from documents.writers.roadmap_year import COLOURS, FLAG, GAP, SMALL, SPACE, Year, put_head, put_lines, put_months
from documents.writers.wording import texts

SECTION, LABEL, SIGN = 9.5, 9.5, 6.5
BAR = 0.13
ROOMY = 12
"""So few lines leave room for two lines of words each."""

SIGNS = {"done": "✓", "overdue": "!"}
"""What the colour of a mark says, for those who do not tell the colours apart."""


def draw(data: Mapping[str, Any]) -> bytes:
    picture = Picture()
    year = Year(*span(data))
    page, count = data.get("page", 0), pages(data["rows"])
    y = put_head(picture, data, texts()("papers-part", page=page + 1, pages=count) if count > 1 else "")
    top = put_months(picture, y, year) + (FLAG if data["today"] in year else 0)
    put_body = put_summary if is_summary(data["rows"]) else put_rows
    y = put_body(picture, top, data, year)
    put_lines(picture, top, y, year, data["today"])
    y = put_months(picture, y + 0.03, year)
    picture.cut(y + MARGIN / 2)
    return picture.png()


def put_rows(picture: Picture, y: float, data: Mapping[str, Any], year: Year) -> float:
    shown = page_of(data["rows"], data.get("page", 0))
    most = 2 if len(shown) <= ROOMY else 1
    for section, lines in groupby(shown, key=attrgetter("section")):
        y = put_section(picture, y, section)
        for line in lines:
            y = put_line(picture, y, line, year, most)
    return y


def put_section(picture: Picture, y: float, section: str) -> float:
    """A section's name on a band across the picture."""
    if not section:
        return y + GAP
    height = line_height(SECTION) + 0.06
    picture.box(0, y + GAP / 2, WIDTH, height, BAND)
    lines = wrapped(section, SPACE, SECTION, bold=True, most=1)
    picture.write_lines(MARGIN, y + GAP / 2 + 0.03, lines, SECTION, bold=True)
    return y + GAP / 2 + height + GAP


def put_line(picture: Picture, y: float, line: Line, year: Year, most: int) -> float:
    """The row's number and activity, and its marks below."""
    words = wrapped(line.words, SPACE, LABEL, most=most)
    below = picture.write_lines(MARGIN, y, words, LABEL, halo=True) + 0.02
    dated = [task for task in line.tasks if task["end"]]
    if not dated:
        phrase = wrapped(line.tasks[0]["due"] or texts()("papers-no-due"), SPACE, SMALL, most=1)
        picture.write_lines(MARGIN, below - 0.02, phrase, SMALL, colour=FAINT, halo=True)
    for task in dated:
        put_mark(picture, below, task, year, alone=len(dated) == 1)
    return below + BAR + GAP


def put_mark(picture: Picture, y: float, task: Row, year: Year, *, alone: bool) -> None:
    """A bar for the days of a task, or a dot for a deadline alone and for one of several times."""
    start, end = task["start"], task["end"]
    if alone and start is not None and start != end:
        left = year.x(start)
        width = max(year.x(end + timedelta(days=1)) - left, BAR)
    else:
        left = min(max(year.x(end) - BAR / 2, MARGIN), WIDTH - MARGIN - BAR)
        width = BAR
    picture.bar(left, y, width, BAR, COLOURS[task["state"]])
    sign = SIGNS.get(task["state"])
    if sign:
        picture.write(left + BAR / 2, y + 0.012, sign, SIGN, bold=True, colour=PAPER, align="center")
