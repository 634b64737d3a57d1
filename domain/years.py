"""School years and calendar years as programme periods, both days inclusive."""

from datetime import date

SUMMER_STARTS = 6


def school_year_of(day: date) -> int:
    """The year in which the school year begins that matters on ``day``: from June on, the coming one."""
    return day.year if day.month >= SUMMER_STARTS else day.year - 1


def school_year(first: int) -> tuple[date, date]:
    """From 1 September to 31 August."""
    return date(first, 9, 1), date(first + 1, 8, 31)


def calendar_year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
