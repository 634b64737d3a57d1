"""Due phrases and texts written for another year: in their own notation, everything else left as it was."""

import re
from datetime import date

from domain.roadmap.checks import CITED
from domain.roadmap.model import Period
from domain.roadmap.moments import MONTH
from domain.roadmap.shift import ends_month

_IN_PHRASE = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?:(?P<dash>\s*[-–—/]\s*)(?P<second>\d\d)(?![\d.-]))?(?!\d)"
    r"|(?:(?<=\.\d\d\.)|(?<=\.\d\.))(?P<short>\d\d)(?!\d)"
    r"|(?<=[а-яё] )(?P<spoken>\d\d)(?=\s?г)",
    re.IGNORECASE,
)
_NUMERIC_DAY = r"(?P<day>\d{1,2})(?P<gap>\s*[./]\s*)(?P<number>\d{1,2})(?!\d)"
_SPOKEN_DAY = rf"(?P<day>\d{{1,2}})(?P<gap>(?:-?го)?[»\"]?\s*)(?P<month>{MONTH})"
_DAYS = tuple(re.compile(rf"(?<![\d.]){pattern}", re.IGNORECASE) for pattern in (_NUMERIC_DAY, _SPOKEN_DAY))
_MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
_OF_MONTH = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_IN_TEXT = re.compile(
    rf"(?P<cited>{CITED.pattern})|(?P<numeric>\d{{1,2}}\.\d{{1,2}}\.20\d\d)"
    r"|(?<!\d)(?P<first>20\d\d)(?P<dash>\s*[-–—/]\s*)(?P<last>20\d\d|\d\d)(?!\d|\.\d)"
    r"|(?P<on>на\s+)?(?<!\d)(?P<year>20\d\d)(?!\d|\s*[-–—/]\s*\d)(?P<words>\s*(?:календарный\s+)?год(?![а-яё]))?"
)


def with_years(phrase: str, years: int) -> str:
    """A due phrase with each of its years moved by so many, in its own notation."""
    return _IN_PHRASE.sub(lambda found: _later(found, years), phrase)


def _later(found: re.Match[str], years: int) -> str:
    if not found["year"]:
        return f"{(int(found[0]) + years) % 100:02}"
    first = int(found["year"])
    if found["second"] and int(found["second"]) == (first + 1) % 100:
        return f"{first + years}{found['dash']}{(first + years + 1) % 100:02}"
    return f"{first + years}{found[0][4:]}"


def names_day(phrase: str) -> bool:
    """Whether somebody chose a day: «до 15.10», «1 марта», but not «октябрь» or «до конца мая»."""
    return any(pattern.search(phrase) for pattern in _DAYS)


def with_last_day(phrase: str, day: date) -> str:
    """The phrase with the day and month of its last date replaced, in its own notation; the year is not touched."""
    dates = [found for pattern in _DAYS for found in pattern.finditer(phrase)]
    if not dates:
        return phrase
    found = max(dates, key=lambda found: found.end())
    padded = found["day"].startswith("0") or "number" in found.groupdict()
    number = f"{day.day:0{len(found['day'])}}" if padded else str(day.day)
    written = f"{number}{found['gap']}{_month(found, day)}"
    return f"{phrase[: found.start()]}{written}{phrase[found.end() :]}"


def _month(found: re.Match[str], day: date) -> str:
    named = found.groupdict()
    if named.get("number"):
        return f"{day.month:0{len(named['number'])}}"
    name = _OF_MONTH[day.month - 1]
    return named["month"] if named["month"].casefold()[:3] == name[:3] else name


def plain_phrase(start: date | None, end: date) -> str:
    """A due phrase for a deadline (`start` None), a day, a month, a range of months or of days."""
    if start is None:
        return f"до {end:%d.%m.%Y}"
    if start == end:
        return f"{end:%d.%m.%Y}"
    if start.day != 1 or not ends_month(end):
        return f"{start:%d.%m.%Y}-{end:%d.%m.%Y}"
    first, last = _MONTHS[start.month - 1].capitalize(), _MONTHS[end.month - 1]
    if start.year != end.year:
        return f"{first} {start.year}-{last} {end.year}"
    return f"{first} {end.year}" if start.month == end.month else f"{first}-{last} {end.year}"


def with_own_years(text: str, old: Period, years: int | None, whole: str = "") -> tuple[str, tuple[str, ...]]:
    """A text of the plan with the plan's own years, and the year that follows it, moved by so many.

    ``whole`` is what «2022 год» of «на 2022 год» becomes where the new plan's year is of another kind. The second
    value holds what else looks like a year or a date of the plan, and the plan's own years where nobody knows by how
    many to move them (``years`` None): a person decides about it. Dates and numbers of cited acts are neither.
    """
    doubtful: list[str] = []

    def moved(found: re.Match[str]) -> str:
        own = found[0] if found["cited"] else (_pair if found["first"] else _single)(found, old, years)
        if whole and own is not None and found["on"] and found["words"]:
            own = found["on"] + whole
        if own is None:
            doubtful.append(found[0].strip())
        return found[0] if own is None else own

    return _IN_TEXT.sub(moved, text), tuple(doubtful)


def new_title(title: str, old: Period, new: Period) -> str:
    """The plan's title for the new period; «на 2022 год» of a calendar year's plan names the new school year."""
    other_kind = new.crosses_years and not old.crosses_years
    whole = f"{new.start.year}-{new.end.year} учебный год" if other_kind else ""
    return with_own_years(title, old, new.start.year - old.start.year, whole)[0]


def _pair(found: re.Match[str], old: Period, years: int | None) -> str | None:
    """«2023-2024»: this school year or the next one."""
    first, last = int(found["first"]), int(found["last"])
    if years is None or first - old.start.year not in (0, 1) or last % 100 != (first + 1) % 100:
        return None
    start = first + years
    end = start + 1
    return f"{start}{found['dash']}{end if last > 99 else f'{end % 100:02}'}"


def _single(found: re.Match[str], old: Period, years: int | None) -> str | None:
    """«2024 год»: a year of the plan."""
    if found["numeric"]:
        return None
    year = int(found["year"])
    if not old.start.year <= year <= old.end.year:
        return None if old.start.year - 10 < year < old.start.year else found[0]
    return None if years is None else f"{found['on'] or ''}{year + years}{found['words'] or ''}"
