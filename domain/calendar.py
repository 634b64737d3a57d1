"""The organisation's calendar: local time, working days, the hours in which people may be written to.

Moments are aware UTC `datetime`s, days are `date`s in the organisation's zone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
SATURDAY = 5
SUMMER_MONTHS = frozenset({6, 7, 8})
# A curator may mark a whole summer as days off; a table without one working day in a year is a mistake.
FARTHEST_WORKING_DAY = 366


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days and hours of one organisation, or of one of its people (see `in_zone`).

    `exceptions` says of single days whether they work: False for a public holiday or a moved day off,
    True for a working Saturday. Every other day follows the week, Monday to Friday.
    `day_start` and `day_end` bound the hours for messages; `morning` is when the day's reminders go.
    """

    zone: ZoneInfo
    exceptions: Mapping[date, bool] = field(default_factory=dict)
    school_holidays: tuple[DateRange, ...] = ()
    day_start: time = time(8)
    day_end: time = time(19)
    morning: time = time(9)
    evening: time = time(18)

    def in_zone(self, zone: ZoneInfo) -> "Calendar":
        """The same working days for a person who lives in another zone."""
        return replace(self, zone=zone)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def day_of(self, moment: datetime) -> date:
        return self.local(moment).date()

    def at(self, day: date, hour: time) -> datetime:
        """The UTC moment of a local time; a time that the clock skips means the moment after the skip."""
        return datetime.combine(day, hour, self.zone).astimezone(UTC)

    def morning_of(self, day: date) -> datetime:
        return self.at(day, self.morning)

    def is_working_day(self, day: date) -> bool:
        return self.exceptions.get(day, day.weekday() < SATURDAY)

    def is_school_day(self, day: date) -> bool:
        """A working day on which lessons are held."""
        return self.is_working_day(day) and not any(day in holidays for holidays in self.school_holidays)

    def working_day_from(self, day: date) -> date:
        """`day` itself if it works, else the next working day."""
        return self._first_working(day, DAY)

    def working_day_until(self, day: date) -> date:
        """`day` itself if it works, else the last working day before it."""
        return self._first_working(day, -DAY)

    def next_working_day(self, day: date) -> date:
        return self.working_day_from(day + DAY)

    def previous_working_day(self, day: date) -> date:
        return self.working_day_until(day - DAY)

    def add_working_days(self, day: date, count: int) -> date:
        for _ in range(count):
            day = self.next_working_day(day)
        return day

    def first_working_day_of_month(self, day: date) -> date | None:
        """The first working day of the month of `day`; None when the whole month is off."""
        found = self.working_day_from(day.replace(day=1))
        return found if found.month == day.month else None

    def first_working_day_of_week(self, day: date) -> date | None:
        """The first working day of the week (from Monday) of `day`; None when the whole week is off."""
        monday = day - day.weekday() * DAY
        found = self.working_day_from(monday)
        return found if found < monday + 7 * DAY else None

    def after_summer(self, day: date) -> date:
        """`day` itself, or the first working day of September when it falls into summer."""
        return self.working_day_from(date(day.year, 9, 1)) if is_summer(day) else day

    def next_slot(self, moment: datetime) -> datetime:
        """The earliest moment, not before `moment`, within the working hours of a working day."""
        local = self.local(moment)
        if self.is_working_day(local.date()) and self._by_day(local.time()):
            return moment
        return self._next_start(moment, self.day_start)

    def next_morning(self, moment: datetime) -> datetime:
        """The first morning of a working day that is not before `moment`."""
        return self._next_start(moment, self.morning)

    def next_daytime(self, moment: datetime) -> datetime:
        """`moment`, or the end of the night that it falls in; days off do not matter."""
        local = self.local(moment)
        if self._by_day(local.time()):
            return moment
        late = local.time() >= self.day_end
        return self.at(local.date() + DAY if late else local.date(), self.day_start)

    def outside_night(self, moment: datetime) -> datetime:
        """`moment`, or the evening before the night that it falls in: what must be known in time goes early."""
        local = self.local(moment)
        if self._by_day(local.time()):
            return moment
        early = local.time() < self.day_start
        return self.at(local.date() - DAY if early else local.date(), self.evening)

    def _by_day(self, hour: time) -> bool:
        return self.day_start <= hour < self.day_end

    def _next_start(self, moment: datetime, hour: time) -> datetime:
        day = self.working_day_from(self.day_of(moment))
        start = self.at(day, hour)
        return start if start >= moment else self.at(self.next_working_day(day), hour)

    def _first_working(self, day: date, step: timedelta) -> date:
        for number in range(FARTHEST_WORKING_DAY):
            if self.is_working_day(day + number * step):
                return day + number * step
        return next(found for found in _days(day, step) if found.weekday() < SATURDAY)


def is_summer(day: date) -> bool:
    """Whether nobody is nudged on this day: the long school holidays."""
    return day.month in SUMMER_MONTHS


def months(first: date, last: date) -> Iterator[date]:
    """The first day of each month from that of `first` to that of `last`."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + 31 * DAY).replace(day=1)


def _days(day: date, step: timedelta) -> Iterator[date]:
    while True:
        yield day
        day += step
