"""A date as people type it: «15.03.1985», «15 марта 85 г.», «1985-03-15», «пятнадцатое марта 1985 года».

Unlike `domain.moments`, which reads the days to come of a talk, any day of a life is meant here; «в четверг» and
«через неделю» are read as there.
"""

import re
from datetime import date, timedelta

from domain.forms.problem import Problem, ProblemCode
from domain.moments.days import find_day
from domain.moments.words import is_filling, month_number, simplify

FULL_MONTH = r"(?:январ|феврал|март|апрел|ма[йя]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*"
SHORT_MONTH = r"(?:янв|фев|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек)\b"
DAY, YEAR = r"(?<!\d)(?P<day>\d{1,2})", r"(?P<year>\d{4}|\d{2})"
BREAK = r"\s*[-./, ]\s*"
ISO = re.compile(r"(?<!\d)(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)")
SOLID = re.compile(r"(?<!\d)(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})(?!\d)")
DOTTED = re.compile(rf"{DAY}{BREAK}(?P<month>\d{{1,2}})(?:{BREAK}{YEAR})?(?!\d)")
IN_WORDS = re.compile(rf"{DAY}(?:-?(?:го|ое|е))?[\s.]*(?P<month>{FULL_MONTH}|{SHORT_MONTH})[.,]?\s*{YEAR}?(?!\d)")
ORDINALS = (
    *("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"),
    *("одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат"),
    *("восемнадцат", "девятнадцат", "двадцат"),
)
ORDINAL = re.compile(rf"\b(?:(двадцать|тридцать)\s+)?({'|'.join(reversed(ORDINALS))}|тридцат)(?:ое|ого|ье|ьего)\b")
RELATIVE = {"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2}


def read_day(text: str, today: date | None = None) -> date | Problem:
    """The date that a text names. `today` gives sense to «сегодня» and to years of two digits."""
    plain = ORDINAL.sub(_in_digits, text.casefold().replace("ё", "е"))
    relative = re.fullmatch(r"\W*(позавчера|вчера|сегодня|завтра|послезавтра)\W*", plain)
    if relative and today:
        return today + timedelta(days=RELATIVE[relative[1]])
    match = next((found for find in (ISO, SOLID, DOTTED, IN_WORDS) if (found := find.search(plain))), None)
    if match is None:
        return _to_come(text, today)
    year = _year(match["year"], today)
    if year is None:
        return Problem(ProblemCode.DATE_WITHOUT_YEAR)
    month = match["month"]
    try:
        return date(year, int(month) if month.isdigit() else month_number(month), int(match["day"]))
    except ValueError:
        return Problem(ProblemCode.NO_SUCH_DATE)


def _to_come(text: str, today: date | None) -> date | Problem:
    """A day that is named from today on; nothing is left out of what was typed."""
    found = find_day(simplify(text), today) if today else None
    if found is None or found.day is None or not is_filling(found.rest):
        return Problem(ProblemCode.NOT_A_DATE)
    return found.day


def _year(written: str | None, today: date | None) -> int | None:
    """A year of two digits is the latest one at most ten years ahead of today."""
    if not written or (len(written) == 2 and today is None):
        return None
    if len(written) == 4 or today is None:
        return int(written)
    latest = today.year + 10
    return latest - (latest - int(written)) % 100


def _in_digits(match: re.Match[str]) -> str:
    tens = {"двадцать": 20, "тридцать": 30}.get(match[1] or "", 0)
    ones = 30 if match[2] == "тридцат" else ORDINALS.index(match[2]) + 1
    return str(tens + ones)
