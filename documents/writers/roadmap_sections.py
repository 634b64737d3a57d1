"""A very long roadmap on one picture: each section with how far it is, and month by month how much falls due."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from documents.roadmap import Row, lines, next_month
from documents.writers.pictures import FAINT, MARGIN, PAPER, POINTS, WIDTH, Picture, text_width, wrapped
from documents.writers.roadmap_year import COLOURS, GAP, SPACE, Year, put_shares
from documents.writers.wording import texts

MOST_SECTIONS = 16
NAME, FIGURE, CELL_TYPE = 9.5, 9, 8
CELL = 0.19
SHARES = 0.06
MOST_PRESSING = ("overdue", "near", "ahead", "done")


def put_summary(picture: Picture, y: float, data: Mapping[str, Any], year: Year) -> float:
    """The sections one below the other; how many there was no room for is said."""
    blocks = blocks_of(data["rows"])
    for name, rows in blocks[:MOST_SECTIONS]:
        y = put_block(picture, y + GAP, name, rows, year)
    rest = len(blocks) - MOST_SECTIONS
    notes = [texts()("papers-more-sections", count=rest)] if rest > 0 else []
    for note in (*notes, texts()("papers-months-explained")):
        y = picture.write_lines(MARGIN, y + GAP, wrapped(note, SPACE, FIGURE), FIGURE, colour=FAINT, halo=True)
    return y + GAP


def blocks_of(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """The sections with their tasks; a roadmap without sections in equal parts, named by their first and last row."""
    if any(row["section"] for row in rows):
        named: dict[str, list[Row]] = {}
        for row in rows:
            named.setdefault(str(row["section"]), []).append(row)
        return list(named.items())
    every = lines(rows)
    size = -(-len(every) // MOST_SECTIONS)
    parts = [every[start : start + size] for start in range(0, len(every), size)]
    return [
        (
            texts()("papers-rows", first=number * size + 1, last=number * size + len(part)),
            [task for line in part for task in line.tasks],
        )
        for number, part in enumerate(parts)
    ]


def put_block(picture: Picture, y: float, name: str, rows: Sequence[Row], year: Year) -> float:
    """A section's name, how much of it is done, its states side by side, and its months."""
    counts = Counter(str(row["state"]) for row in rows)
    figure = texts()("papers-part-done", done=counts["done"], count=len(rows))
    space = SPACE - text_width(figure, FIGURE) - 0.15
    picture.write(
        WIDTH - MARGIN, y + (NAME - FIGURE) / POINTS, figure, FIGURE, colour=FAINT, align="right", halo=True
    )
    shown = wrapped(name or texts()("papers-no-section"), space, NAME, bold=True, most=1)
    y = picture.write_lines(MARGIN, y, shown, NAME, bold=True, halo=True) + 0.02
    put_shares(picture, y, counts, MARGIN, SPACE, SHARES)
    return put_cells(picture, y + SHARES + 0.03, rows, year)


def put_cells(picture: Picture, y: float, rows: Sequence[Row], year: Year) -> float:
    """In each month the number of deadlines, in the colour of the most pressing state."""
    dated = sorted((row for row in rows if row["end"] and row["end"] in year), key=month_of)
    for month, due in groupby(dated, key=month_of):
        members = list(due)
        left = year.x(month) + 0.02
        width = min(year.x(next_month(month)), year.x(year.last)) - left - 0.02
        state = next(each for each in MOST_PRESSING if any(row["state"] == each for row in members))
        picture.bar(left, y, width, CELL, COLOURS[state])
        middle = y + CELL / 2 - CELL_TYPE * 0.62 / POINTS
        picture.write(left + width / 2, middle, str(len(members)), CELL_TYPE, bold=True, colour=PAPER, align="center")
    return y + CELL


def month_of(row: Row) -> date:
    end: date = row["end"]
    return end.replace(day=1)
