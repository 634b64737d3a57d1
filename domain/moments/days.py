"""The day in a typed text: «15.10», «15 октября 2026», «в следующий вторник», «через неделю»."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from domain.moments.hours import find_hour
from domain.moments.problem import Problem
from domain.moments.words import month_number, weekday_number

WEEKDAY = re.compile(
    r"\b(?:(?P<which>следующ|эт|ближайш)\w*\s+)?"
    r"(?P<name>(?:понедельник|вторник|сред[ауые]|четверг|пятниц|суббот|воскресень)\w*|(?:пн|вт|ср|чт|пт|сб|вс)\b)[.,]?"
)
MONTH = r"(?P<month>(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*)\.?"
# A date without a year that has just passed is a slip, not a day almost a year ahead.
JUST_PASSED = timedelta(days=31)
WEEK = timedelta(days=7)
YEARS = range(2000, 2100)
MOST_DAYS_AHEAD = 3650


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day or the problem with it, and the text without it.

    `weekly` marks a bare weekday: when its hour has passed, the one a week later is meant.
    """

    day: date | None
    rest: str
    problem: Problem | None = None
    weekly: bool = False


def find_day(text: str, today: date) -> FoundDay | None:
    """The day that a simplified text names; None when it names none."""
    finders = (_week, _relative, _with_year, _month_in_words, _dotted, _day_of_month, _weekday)
    return next((found for find in finders if (found := find(text, today))), None)


def _relative(text: str, today: date) -> FoundDay | None:
    match = re.search(r"\b(?:(послезавтра)|(завтра)|сегодня)\b", text)
    if match:
        ahead = 2 if match[1] else 1 if match[2] else 0
        return FoundDay(today + timedelta(days=ahead), _without(text, match))
    match = re.search(r"\bчерез\s+(?P<count>\d+)\s+д(?:ень|ня|ней)\b", text)
    if match:
        return _ahead(today, int(match["count"]), _without(text, match))
    match = re.search(r"\bчерез\s+месяц\b", text)
    return FoundDay(_month_later(today), _without(text, match)) if match else None


def _week(text: str, today: date) -> FoundDay | None:
    """«через 2 недели», «на следующей неделе в среду», «через неделю в четверг»."""
    match = re.search(r"\bчерез\s+(?:(?P<count>\d+)\s+)?недел\w+|\bна\s+(?P<next>следующей)\s+неделе\b", text)
    if not match:
        return None
    weeks = int(match["count"] or 1)
    rest = _without(text, match)
    named = WEEKDAY.search(rest)
    if named and not named["which"]:
        monday = today - timedelta(days=today.weekday())
        return _ahead(monday, 7 * weeks + weekday_number(named["name"]), _without(rest, named))
    return None if match["next"] else _ahead(today, 7 * weeks, rest)


def _with_year(text: str, today: date) -> FoundDay | None:
    match = re.search(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b", text) or re.search(
        r"\b(?P<day>\d{1,2})([./-])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d\d)(?!\d)(?:\s*г(?:ода)?\b\.?)?", text
    )
    if not match:
        return None
    return _named(match, int(match["month"]), today, text)


def _month_in_words(text: str, today: date) -> FoundDay | None:
    match = re.search(
        rf"\b(?P<day>\d{{1,2}})(?:-?(?:го|е))?\s*{MONTH}(?:,?\s*(?P<year>\d{{4}})(?!\d)(?:\s*г(?:ода)?\b\.?)?)?", text
    )
    return _named(match, month_number(match["month"]), today, text) if match else None


def _dotted(text: str, today: date) -> FoundDay | None:
    """«15.10»: a date if an hour stands beside it, or if nothing else names the day and no «в» makes it an hour."""
    matches = list(re.finditer(r"(?<![\d.:/])(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?![\d:/]|\.\d)", text))
    beside = [match for match in matches if find_hour(_without(text, match))]
    alone = [] if WEEKDAY.search(text) else [m for m in matches if not re.search(r"\bв[о]?\s*$", text[: m.start()])]
    real = [match for match in beside or alone if _looks_like_date(match)]
    if real:
        return _named(real[0], int(real[0]["month"]), today, text)
    return FoundDay(None, _without(text, beside[0]), Problem.IMPOSSIBLE) if beside else None


def _day_of_month(text: str, today: date) -> FoundDay | None:
    match = re.search(r"\b(?P<day>\d{1,2})(?:-?го)?\s+числа\b|\b(?P<ordinal>\d{1,2})-?го\b", text)
    if not match:
        return None
    number = int(match["day"] or match["ordinal"])
    first = today.replace(day=1)
    for month in (first, _month_later(first), _month_later(_month_later(first))):
        if 1 <= number <= monthrange(month.year, month.month)[1] and month.replace(day=number) >= today:
            return FoundDay(month.replace(day=number), _without(text, match))
    return FoundDay(None, _without(text, match), Problem.IMPOSSIBLE)


def _weekday(text: str, today: date) -> FoundDay | None:
    match = WEEKDAY.search(text)
    if not match:
        return None
    number = weekday_number(match["name"])
    monday = today - timedelta(days=today.weekday())
    if match["which"] == "следующ":
        return FoundDay(monday + timedelta(days=7 + number), _without(text, match))
    if match["which"] == "эт":
        return FoundDay(monday + timedelta(days=number), _without(text, match))
    return FoundDay(today + timedelta(days=(number - today.weekday()) % 7), _without(text, match), weekly=True)


def _named(match: re.Match[str], month: int, today: date, text: str) -> FoundDay:
    """A date by its numbers; a weekday named beside it must agree."""
    rest = _without(text, match)
    year = match.groupdict().get("year")
    day = _date(int(year) % 100 + 2000 if len(year) == 2 else int(year), month, int(match["day"])) if year else None
    if not year:
        day = _nearest(month, int(match["day"]), today)
    if day is None:
        return FoundDay(None, rest, Problem.IMPOSSIBLE)
    named = WEEKDAY.search(rest)
    if not named:
        return FoundDay(day, rest)
    agrees = weekday_number(named["name"]) == day.weekday()
    return FoundDay(day, _without(rest, named), None if agrees else Problem.OTHER_WEEKDAY)


def _nearest(month: int, number: int, today: date) -> date | None:
    """The next such day, or the one that has just passed."""
    known = [day for year in range(today.year - 1, today.year + 2) if (day := _date(year, month, number))]
    return next((day for day in known if day >= today - JUST_PASSED), None)


def _ahead(day: date, days: int, rest: str) -> FoundDay:
    if days > MOST_DAYS_AHEAD:
        return FoundDay(None, rest, Problem.IMPOSSIBLE)
    return FoundDay(day + timedelta(days=days), rest)


def _date(year: int, month: int, number: int) -> date | None:
    if year not in YEARS or not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return date(year, month, number)


def _month_later(day: date) -> date:
    first = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def _looks_like_date(match: re.Match[str]) -> bool:
    return 1 <= int(match["day"]) <= 31 and 1 <= int(match["month"]) <= 12


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}".strip()
