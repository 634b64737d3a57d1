"""A roadmap with its state, as the writers of roadmap papers take it.

Data: ``title``, ``organisation``, ``today`` (date); ``period`` (first and last day, or None); ``rows``; optional
``approved_by`` and ``order``. A row is a task: it has ``number``, ``section``, ``activity``, ``due`` (the phrase of
the document), ``start`` and ``end`` (dates or None), ``state`` (of ``domain.progress.State``), ``responsible`` and
``evidence`` (lists of texts), ``result`` and ``done`` (date or None); optional ``indicator``, and ``row``: tasks with
the same one are occurrences of one row of the document. A picture holds a part: ``page`` says which, from 0.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

Row = Mapping[str, Any]

LINES_ON_A_PICTURE = 18
"""Messengers shrink a picture to 1280 pixels: with more lines the words would be too small on a phone."""

MOST_PICTURES = 3
"""A roadmap that would need more of them is shown by section."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the document with its tasks: one, or one for each occurrence."""

    tasks: tuple[Row, ...]

    @property
    def section(self) -> str:
        return str(self.tasks[0]["section"])

    @property
    def words(self) -> str:
        """Number and activity; a row without an activity is told by its result."""
        first = self.tasks[0]
        return f"{first['number']} {first['activity'] or first['result']}".strip()


def lines(rows: Sequence[Row]) -> list[Line]:
    """The rows of the document: neighbouring tasks with the same ``row`` together."""
    numbered = enumerate(rows)
    return [
        Line(tuple(row for _, row in group))
        for _, group in groupby(numbered, key=lambda each: each[1].get("row", -each[0]))
    ]


def is_summary(rows: Sequence[Row]) -> bool:
    """Whether the roadmap is so long that its pictures show sections instead of rows."""
    return len(lines(rows)) > LINES_ON_A_PICTURE * MOST_PICTURES


def pages(rows: Sequence[Row]) -> int:
    """How many pictures a roadmap takes."""
    return 1 if is_summary(rows) else pictures_for(len(lines(rows)))


def pictures_for(lines_: int) -> int:
    return max(1, -(-lines_ // LINES_ON_A_PICTURE))


def page_of(rows: Sequence[Row], page: int) -> list[Line]:
    """The lines of one picture; all pictures of a roadmap are about equally long."""
    every = lines(rows)
    size = -(-len(every) // pictures_for(len(every))) if every else 0
    return every[page * size : (page + 1) * size]


def sections(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Neighbouring rows of the same section together."""
    for section, members in groupby(rows, key=lambda row: str(row["section"])):
        yield section, list(members)


def span(data: Mapping[str, Any]) -> tuple[date, date]:
    """First day of the first and last day of the last month that a picture of the year shows."""
    days = [day for row in data["rows"] for day in (row["start"], row["end"]) if day]
    first, last = data["period"] or (min(days, default=data["today"]), max(days, default=data["today"]))
    return first.replace(day=1), next_month(last) - timedelta(days=1)


def next_month(day: date) -> date:
    """First day of the month after the one of ``day``."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def months(first: date, last: date) -> list[date]:
    """First days of all months of a span."""
    found = [first]
    while (following := next_month(found[-1])) <= last:
        found.append(following)
    return found
