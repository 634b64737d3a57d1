"""A typed day and hour, together with what was said before it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from domain.moments import Problem, Reading, read_moment


@dataclass(frozen=True, slots=True)
class Kept:
    """What was understood before, while the rest was asked for."""

    day: date | None = None
    hour: time | None = None

    def about(self) -> dict[str, str]:
        """As a chat keeps it."""
        day = {"day": self.day.isoformat()} if self.day else {}
        return day | ({"hour": self.hour.isoformat("minutes")} if self.hour else {})

    @classmethod
    def of(cls, about: dict[str, str]) -> "Kept":
        day, hour = about.get("day"), about.get("hour")
        return cls(date.fromisoformat(day) if day else None, time.fromisoformat(hour) if hour else None)


def read_typed(text: str, kept: Kept, now: datetime, zone: ZoneInfo) -> Reading | None:
    """What is meant by ``text``: a whole moment, or the part that was missing."""
    reading = read_moment(text, now, zone)
    missing = reading.problem if reading is not None else None
    if kept.day is not None and missing in {None, Problem.NO_DAY} and not (reading and reading.at):
        return read_moment(f"{kept.day:%d.%m.%Y} {text}", now, zone)
    if kept.hour is not None and missing is Problem.NO_HOUR:
        return read_moment(f"{text} {kept.hour:%H:%M}", now, zone)
    return reading
