"""A due that a person typed for a row: a phrase as papers have it, or a day in her own words."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from domain.moments import read_date
from domain.roadmap.due import read_due
from domain.roadmap.model import Due, DueDoubt, Period
from domain.roadmap.planning import needs_date

LONGEST_PHRASE = 200

Unsure = DueDoubt | Literal["past", "outside_period"]
"""Why a person is asked whether she was understood."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What was understood; ``unsure`` says what to ask about, and with ``unread`` there is nothing to keep."""

    due: Due
    unsure: Unsure | None = None

    @property
    def unread(self) -> bool:
        return self.due.kind == "unknown"


def read_entered(text: str, period: Period | None, now: datetime, zone: ZoneInfo) -> Entered:
    """What ``text`` means in the programme; «завтра» and «в пятницу» become the date that they mean."""
    due = read_due(text.strip(), period)
    if due.kind == "unknown" and due.doubt != "impossible_date":
        reading = read_date(text, now, zone)
        if reading is not None and reading.day is not None and reading.problem is None:
            due = read_due(f"до {reading.day:%d.%m.%Y}", period)
    return Entered(due, _unsure(due, period, now.astimezone(zone).date()))


def _unsure(due: Due, period: Period | None, today: date) -> Unsure | None:
    if due.doubt is not None or needs_date(due):
        return due.doubt or "due_elsewhere"
    last = due.end
    if last is None:
        return None
    if last < today:
        return "past"
    return "outside_period" if period is not None and last not in period else None
