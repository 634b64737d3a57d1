"""School holidays as a curator types them: «25.10–02.11, 31.12–11.01», «с 26 октября по 3 ноября»."""

import re
from datetime import date, timedelta

from domain.moments.words import MONTHS, month_number

MONTH = rf"(?:{'|'.join(MONTHS)})[а-я]*"
DAY = rf"(\d{{1,2}})(?:[./](\d{{1,2}})(?:[./](\d{{4}}|\d{{2}}))?|\s*({MONTH})(?:\s+(\d{{4}}))?)"
BETWEEN = r"\s*(?:г(?:ода|\.)?\s*)?(?:[-–—]|по|до)\s*"
RANGE = re.compile(DAY + BETWEEN + DAY)
IN_ONE_MONTH = re.compile(rf"(\d{{1,2}})(\s*(?:[-–—]|по|до)\s*\d{{1,2}}\s*)({MONTH})")
"""«26–31 октября»: the month is said once."""

LONGEST = timedelta(days=130)
"""No break is longer than the summer's."""

Day = tuple[str, str, str | None]
"""Day, number of the month, year where it is told."""


def read_ranges(text: str, starts: date, ends: date) -> list[tuple[date, date]] | None:
    """First and last days of the breaks within a period; None when anything in the text is not understood.

    A year that is not typed is the one that puts the break into the period.
    """
    plain = IN_ONE_MONTH.sub(r"\1 \3\2\3", text.casefold())
    if re.search(r"\d", RANGE.sub("", plain)):
        return None
    found = [_range(match, starts, ends) for match in RANGE.finditer(plain)]
    ranges = [each for each in found if each is not None]
    return ranges if ranges and len(ranges) == len(found) else None


def _range(match: re.Match[str], starts: date, ends: date) -> tuple[date, date] | None:
    told = match.groups()
    first = _day(_told(told[:5]), starts, ends)
    if first is None:
        return None
    last = _day(_told(told[5:]), first, ends)
    return (first, last) if last is not None and first <= last <= first + LONGEST else None


def _told(groups: tuple[str | None, ...]) -> Day:
    number, month, year, word, word_year = groups
    return number or "", str(month_number(word)) if word else month or "", year or word_year


def _day(told: Day, starts: date, ends: date) -> date | None:
    """The day in its typed year, else in the first year in which it is not before ``starts``.

    A break may go on a little beyond the period, as the winter's does in a calendar year.
    """
    number, month, year = told
    if year:
        return _date(int(year) % 100 + 2000, month, number)
    days = (_date(candidate, month, number) for candidate in range(starts.year, ends.year + 2))
    return next((day for day in days if day is not None and day >= starts), None)


def _date(year: int, month: str, number: str) -> date | None:
    try:
        return date(year, int(month), int(number))
    except ValueError:
        return None
