"""Days off of a Russian year, as the `holidays` package knows them: the first filling of an organisation's table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The production calendar of a year.

    `names` gives each public holiday and moved day off its Russian name; weekends are not listed.
    `working` are the Saturdays and Sundays that work. `official` is False when the government's moves of
    days off for that year are not known yet: then only the Labour Code speaks.
    """

    year: int
    official: bool
    names: Mapping[date, str]
    working: frozenset[date]

    def exceptions(self) -> dict[date, bool]:
        """The table of a `domain.calendar.Calendar`: whether the day works."""
        return dict.fromkeys(self.names, False) | dict.fromkeys(self.working, True)

    def titled(self) -> dict[date, tuple[bool, str]]:
        """For the organisation's table: whether the day is off, and its name; a working weekend has none."""
        return {day: (True, name) for day, name in self.names.items()} | dict.fromkeys(self.working, (False, ""))


@lru_cache(maxsize=8)
def russian_days_off(year: int) -> DaysOff:
    """Public holidays, moved days off and working Saturdays of a year."""
    # The package brings the calendars of all countries; they are needed once a year.
    from holidays import country_holidays  # noqa: PLC0415
    from holidays.countries.russia import RussiaStaticHolidays  # noqa: PLC0415

    table = country_holidays("RU", years=year, language="ru")
    names = {day: table.get_list(day)[0] for day in table if day.year == year}
    if year in RussiaStaticHolidays.special_public_holidays:
        working = frozenset(day for day in table.weekend_workdays if day.year == year)
        return DaysOff(year, True, names, working)
    return DaysOff(year, False, names | _by_labour_code(names), frozenset())


def _by_labour_code(names: Mapping[date, str]) -> dict[date, str]:
    """A holiday on a weekend gives the next working day off, except in January (Labour Code, article 112)."""
    moved: dict[date, str] = {}
    for day, name in sorted(names.items()):
        if day.month == 1 or day.weekday() < SATURDAY:
            continue
        instead = day + timedelta(days=1)
        while instead.weekday() >= SATURDAY or instead in names or instead in moved:
            instead += timedelta(days=1)
        moved[instead] = f"{name} (выходной)"
    return moved
