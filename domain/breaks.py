"""School holidays as a curator types them: «25.10–02.11, 31.12–11.01»."""

import re
from datetime import date

RANGE = re.compile(
    r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\s*(?:[-–—]|по|до)\s*(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?",
    re.IGNORECASE,
)


def read_ranges(text: str, starts: date, ends: date) -> list[tuple[date, date]] | None:
    """First and last days of the breaks within a period; None when anything in the text is not understood.

    A year that is not typed is the one that puts the break into the period.
    """
    rest = RANGE.sub("", text)
    if re.search(r"\d", rest):
        return None
    found = [_range(match, starts, ends) for match in RANGE.finditer(text)]
    ranges = [each for each in found if each is not None]
    return ranges if ranges and len(ranges) == len(found) else None


def _range(match: re.Match[str], starts: date, ends: date) -> tuple[date, date] | None:
    first = _day(match[1], match[2], match[3], starts, ends)
    if first is None:
        return None
    last = _day(match[4], match[5], match[6], first, ends)
    return (first, last) if last is not None and last >= first else None


def _day(number: str, month: str, year: str | None, starts: date, ends: date) -> date | None:
    """The day in its typed year, else in the first year in which it is not before ``starts``."""
    if year:
        return _date(int(year) % 100 + 2000, month, number)
    days = (_date(candidate, month, number) for candidate in range(starts.year, ends.year + 1))
    return next((day for day in days if day is not None and day >= starts), None)


def _date(year: int, month: str, number: str) -> date | None:
    try:
        return date(year, int(month), int(number))
    except ValueError:
        return None
