"""Corresponding days of two programme periods, by the calendar of an organisation."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar import Calendar
from domain.roadmap.checks import is_day_off
from domain.roadmap.model import Period


@dataclass(frozen=True)
class Shift:
    """The way from the days of one period to the corresponding days of another one."""

    old: Period
    new: Period
    calendar: Calendar

    @property
    def same_kind(self) -> bool:
        """Whether both periods are school years, or both calendar years."""
        return self.old.crosses_years == self.new.crosses_years

    def year_of(self, day: date) -> int:
        """The year that corresponds to a day's: the same distance away, or the one that lies in the new period."""
        if self.same_kind:
            return day.year + self.new.start.year - self.old.start.year
        years = range(self.new.start.year, self.new.end.year + 1)
        return min(years, key=lambda year: self._distance(in_year(day, year)))

    def day(self, day: date, *, end_of_month: bool = False) -> date:
        """The corresponding day; the last of a month stays so where a month was meant."""
        there = in_year(day, self.year_of(day))
        return in_year(there.replace(day=1), there.year, last=True) if end_of_month and ends_month(day) else there

    def works(self, day: date) -> bool:
        return self.calendar.exceptions.get(day, not is_day_off(day))

    def working(self, day: date) -> date:
        """The day itself or the nearest working day before it; after it, where the period begins with days off."""
        before = self._step(day, -timedelta(days=1))
        return before if before in self.new or day not in self.new else self._step(day, timedelta(days=1))

    def _step(self, day: date, step: timedelta) -> date:
        days = (day + number * step for number in range(31))
        return next((found for found in days if self.works(found)), day)

    def _distance(self, day: date) -> int:
        return 0 if day in self.new else min(abs((day - self.new.start).days), abs((day - self.new.end).days))


def in_year(day: date, year: int, *, last: bool = False) -> date:
    """The same day of a year; 29 February becomes the 28th in a common year."""
    longest = monthrange(year, day.month)[1]
    return date(year, day.month, longest if last else min(day.day, longest))


def ends_month(day: date) -> bool:
    """Whether it is the last day of its month."""
    return day.day == monthrange(day.year, day.month)[1]
