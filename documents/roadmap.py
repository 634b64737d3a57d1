"""A roadmap with its state, as the writers of roadmap papers take it.

Data: ``title``, ``organisation``, ``today`` (date); ``period`` (first and last day, or None); ``rows``. A row has
``number``, ``section``, ``activity``, ``due`` (the phrase of the document), ``start`` and ``end`` (dates or None),
``state`` (of ``domain.progress.State``), ``responsible`` and ``evidence`` (lists of texts), ``result`` and ``done``
(date or None). A picture holds a part of the rows: ``page`` says which, from 0.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

Row = Mapping[str, Any]

ROWS_ON_A_PICTURE = 20
"""Messengers shrink a picture to 1280 pixels: with more rows the words would be too small on a phone."""


def pages(rows: int) -> int:
    """How many pictures a roadmap of so many rows takes."""
    return max(1, -(-rows // ROWS_ON_A_PICTURE))


def page_of(rows: Sequence[Row], page: int) -> Sequence[Row]:
    """Rows of one picture; all pictures of a roadmap are about equally long."""
    size = -(-len(rows) // pages(len(rows))) if rows else 0
    return rows[page * size : (page + 1) * size]


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
