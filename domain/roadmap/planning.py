"""Which tasks follow from a row: one, or one for each occurrence of a row that recurs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.roadmap.due import occurrences
from domain.roadmap.model import Due

MOST_OCCURRENCES = 60
"""Weekly rows of a year have fewer; what recurs more often is one task that lasts."""

NO_MONTH = "FREQ=YEARLY"
"""The rule of «ежегодно»: once a year, but nobody knows when."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A task to be: its days (inclusive, None where no day is known) and the ISO date of its occurrence, if any."""

    starts: date | None
    due: date | None
    occurrence: str = ""


def planned(due: Due, today: date) -> tuple[Planned, ...]:
    """The tasks of a row that is switched on ``today``.

    Occurrences that were over before are left out, since nobody can do them any more; of a year that is over
    altogether the last one stays.
    """
    if needs_date(due):
        return (Planned(None, None),)
    if due.kind != "every":
        return (Planned(due.start, due.end),)
    days = occurrences(due)
    if not 1 <= len(days) <= MOST_OCCURRENCES:
        return (Planned(due.start, due.end),)
    return _from_today(_stretches(due, days), today)


def needs_date(due: Due) -> bool:
    """Whether only a person can say when the row is due: the paper does not."""
    return due.kind in ("elsewhere", "unknown") or due.rule == NO_MONTH


def _stretches(due: Due, days: Sequence[date]) -> list[Planned]:
    """Each occurrence lasts from the day after the one before it."""
    starts = [due.start, *(day + timedelta(days=1) for day in days)]
    return [Planned(start, day, day.isoformat()) for start, day in zip(starts, days, strict=False)]


def _from_today(stretches: Sequence[Planned], today: date) -> tuple[Planned, ...]:
    ahead = tuple(each for each in stretches if each.due and each.due >= today)
    return ahead or (stretches[-1],)
