"""A survey's result as one picture for a phone: mean of each scale, share of «да», share of people who answered.

Data: ``title``, ``organisation``, optional ``note``, and ``parts`` as ``documents.survey`` describes them.
"""

from collections.abc import Mapping
from typing import Any

from documents.survey import Tally, bounds, tallies
from documents.writers.pictures import (
    AMBER,
    BLUE,
    FAINT,
    GREEN,
    GRID,
    MARGIN,
    PAPER,
    POINTS,
    WIDTH,
    Picture,
    line_height,
    wrapped,
)
from documents.writers.wording import decimal, percent, texts

SPACE = WIDTH - 2 * MARGIN
TITLE, SUBTITLE, PART, LABEL, VALUE, SMALL = 16, 10.5, 12.5, 10.5, 13, 8.5
VALUE_SPACE = 1.0
BAR_SPACE = SPACE - VALUE_SPACE
BAR = 0.15
GAP = 0.16
SHOWN = frozenset({"scale", "yes_no"})


def draw(data: Mapping[str, Any]) -> bytes:
    picture = Picture()
    y = picture.write_lines(MARGIN, MARGIN, wrapped(data["title"], SPACE, TITLE, bold=True), TITLE, bold=True)
    for text in (data["organisation"], data.get("note", "")):
        if text:
            y = picture.write_lines(MARGIN, y, wrapped(text, SPACE, SUBTITLE, most=3), SUBTITLE, colour=FAINT)
    for part in data["parts"]:
        y = put_part(picture, y + GAP, part)
    y = picture.write_lines(MARGIN, y, wrapped(texts()("papers-bars"), SPACE, SMALL), SMALL, colour=FAINT)
    picture.cut(y + MARGIN)
    return picture.png()


def put_part(picture: Picture, y: float, part: Mapping[str, Any]) -> float:
    """Who was asked and how many answered, then the questions that a bar can show."""
    share = part["answered"] / part["asked"] if part["asked"] else 0
    y = picture.write_lines(MARGIN, y, wrapped(part["audience"], SPACE, PART, bold=True), PART, bold=True)
    answered = texts()("papers-answered", answered=part["answered"], asked=part["asked"])
    picture.write(MARGIN, y, answered, SUBTITLE, colour=FAINT)
    picture.write(WIDTH - MARGIN, y, percent(share), SUBTITLE, colour=FAINT, align="right")
    y += line_height(SUBTITLE) + 0.03
    put_bar(picture, y, SPACE, 0.06, share, AMBER)
    y += 0.06 + GAP
    for tally in tallies(part):
        if tally.question["kind"] in SHOWN:
            y = put_question(picture, y, tally)
    return y


def put_question(picture: Picture, y: float, tally: Tally) -> float:
    """A question's name, its bar, and beside it the figure and how many answered."""
    name = tally.question.get("title") or tally.question["text"]
    lines = wrapped(name, BAR_SPACE, LABEL, most=3)
    below = picture.write_lines(MARGIN, y, lines, LABEL) + 0.02
    figure, length, colour = measure(tally)
    put_bar(picture, below, BAR_SPACE, BAR, length, colour)
    if tally.question["kind"] == "scale":
        put_points(picture, below, *bounds(tally.question))
    right = WIDTH - MARGIN
    picture.write(right, below + BAR / 2 - VALUE * 0.62 / POINTS, figure, VALUE, bold=True, align="right")
    respondents = texts()("papers-n", count=tally.answered)
    picture.write(right, y + 0.02, respondents, SMALL, colour=FAINT, align="right")
    return below + BAR + GAP


def measure(tally: Tally) -> tuple[str, float, str]:
    """The figure in words, the length of its bar (0 to 1) and its colour."""
    if tally.question["kind"] == "yes_no":
        share = tally.share(True)
        return (
            (texts()("papers-yes-share", share=percent(share)), share, GREEN)
            if share is not None
            else ("–", 0, GREEN)
        )
    if tally.mean is None:
        return "–", 0, BLUE
    low, high = bounds(tally.question)
    return decimal(tally.mean), (tally.mean - low) / (high - low), BLUE


def put_bar(picture: Picture, y: float, width: float, height: float, share: float, colour: str) -> None:
    picture.bar(MARGIN, y, width, height, GRID)
    if share > 0:
        picture.bar(MARGIN, y, max(width * min(share, 1), height / 2), height, colour)


def put_points(picture: Picture, y: float, low: int, high: int) -> None:
    """Fine marks of a scale's points across its bar."""
    for point in range(low + 1, high):
        x = MARGIN + BAR_SPACE * (point - low) / (high - low)
        picture.bar(x - 0.005, y, 0.01, BAR, PAPER)
