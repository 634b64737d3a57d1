"""Single pieces of the calendar as people write them: a day, a month, a quarter, a season, a school year.

Every pattern must match a whole text: what is not understood to the last word is not understood.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from domain.roadmap.wording import fold, squeeze

MONTH = (
    r"(?:янв(?:ар(?:ь|я|е|ю|ем))?|фев(?:р(?:ал(?:ь|я|е|ю|ем))?)?|мар(?:т(?:а|е|у|ом)?)?|апр(?:ел(?:ь|я|е|ю|ем))?"
    r"|ма(?:й|я|е|ю|ем)|июн(?:ь|я|е|ю|ем)?|июл(?:ь|я|е|ю|ем)?|авг(?:уст(?:а|е|у|ом)?)?"
    r"|сен(?:т(?:ябр(?:ь|я|е|ю|ем))?)?|окт(?:ябр(?:ь|я|е|ю|ем))?|ноя(?:б(?:р(?:ь|я|е|ю|ем))?)?"
    r"|дек(?:абр(?:ь|я|е|ю|ем))?)(?![а-я])\.?"
)
ORDINAL = (
    r"(?:iv|i{1,3}|[1-4]|перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт[а-я]+|последн[а-я]+)"
    r"(?:[- ]?(?:ы?й|ая?|о?е|я|о?го|о?м))?"
)
WEEKDAYS = ("понедель", "вторник", "сред", "четверг", "пятниц", "суббот", "воскрес")
_YEAR = r"(?:,? (?P<year>\d{4})| sy(?P<school>\d{4}))?"
_MONTH_NAMES = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_MONTH_NUMBERS |= {"май": 5, "мае": 5, "маю": 5}
_ORDINALS = {"i": 1, "1": 1, "ii": 2, "2": 2, "iii": 3, "3": 3, "iv": 4, "4": 4}
_ORDINAL_WORDS = {"перв": 1, "втор": 2, "трет": 3, "четв": 4, "посл": -1}
_SCHOOL_YEAR_STARTS = 9
_LAST_DAY = 0
_SCHOOL_YEARS = re.compile(
    rf"(?<![\d.])(20\d\d)-(20\d\d|\d\d)(?!\d|\.\d|-\d| ?{MONTH})"
    r"(?: ?(?:уч[а-я]*\.?)? ?(?:г\. ?г\.?|гг?\.?|год[а-я]*)(?![а-я]))?"
)


class ImpossibleDate(ValueError):
    """A written date that no calendar has, such as 31.02."""


@dataclass(frozen=True)
class Moment:
    """Days from `first` to `last`, each (month, day), day 0 being the month's last; the year may be unsaid.

    A `rough` moment has bounds by convention only («начало мая»).
    """

    first: tuple[int, int]
    last: tuple[int, int]
    year: int | None = None
    rough: bool = False

    @property
    def is_day(self) -> bool:
        return self.first == self.last and self.first[1] != _LAST_DAY

    def on(self, year: int) -> tuple[date, date]:
        """The days in a year; a moment such as winter ends in the next one."""
        end_year = year + (self.last[0] < self.first[0])
        return _day(year, *self.first), _day(end_year, *self.last)


def due_text(phrase: str) -> str:
    """A due phrase in one spelling: glued years apart, «г.» dropped, school years as `sy2023`."""
    text = re.sub(r"(?<=\d)(?=[a-zа-я])|(?<=[а-я])(?=\d)", " ", fold(phrase).replace("і", "i"))
    text = re.sub(r"\s*-\s*", "-", text)
    text = re.sub(r"(?<=\d)\s*[./]\s*(?=\d)", ".", re.sub(r"(?<=20\d\d)/(?=\d)", "-", text))
    text = _SCHOOL_YEARS.sub(_school_year, text)
    text = re.sub(r"(?<![a-zа-я])c (?=\S)", "с ", text).replace("нового года", "31 декабря")
    text = re.sub(r"(\d{4}|\.\d\d) ?(?:г\. ?г\.?|гг?\.?|год[а-я]{0,2})(?![а-я])", r"\1", text)
    text = re.sub(rf"({MONTH}) (\d\d) ?(?:г\.?|год[ау]?)(?![а-я])", r"\1 20\2", text)
    return squeeze(re.sub(r" ?- ?(?=\d|[а-я])", "-", text)).strip(" .,;:-*")


def _school_year(found: re.Match[str]) -> str:
    follows = int(found[2]) % 100 == (int(found[1]) + 1) % 100
    return f" sy{found[1]} " if follows else found[0]


def read_moment(text: str, *, school_halves: bool = False) -> Moment | None:
    """Read a text in the spelling of `due_text`; None when it is no single piece of the calendar.

    With `school_halves` half-years are those of a school year. Raises `ImpossibleDate`.
    """
    text = re.sub(r"^(?:во?|на) ", "", text.strip(" ,"))
    for pattern, build in _FORMS:
        found = pattern.fullmatch(text)
        if found:
            return build(found)
    half = _HALF.fullmatch(text)
    return _half_year(half, school_halves) if half else None


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError as error:
        raise ImpossibleDate(f"{day}.{month}.{year}") from error


def _year_for(found: re.Match[str], month: int) -> int | None:
    groups = found.groupdict()
    if groups.get("school"):
        return int(groups["school"]) + (month < _SCHOOL_YEAR_STARTS)
    return _full_year(groups["year"]) if groups.get("year") else None


def _full_year(written: str) -> int:
    year = int(written) + (2000 if len(written) == 2 else 0)
    if not 2000 <= year <= 2100:
        raise ImpossibleDate(written)
    return year


def _month_number(word: str) -> int:
    return _MONTH_NUMBERS[word[:3]]


def ordinal(text: str) -> int:
    """1–4 for «I», «2-й», «третья»; -1 for «последняя»."""
    number = _ORDINALS.get(re.split(r"[- ]", text)[0])
    return number if number is not None else _ORDINAL_WORDS[text[:4]]


def nth_weekday(month: date, ordinal_word: str, weekday: str) -> date:
    """The day of «первый понедельник» in the month that a date belongs to; raises `ImpossibleDate`."""
    number = ordinal(ordinal_word)
    place = next(place for place, name in enumerate(WEEKDAYS) if weekday.startswith(name))
    days = [date(month.year, month.month, day) for day in range(1, monthrange(month.year, month.month)[1] + 1)]
    fitting = [day for day in days if day.weekday() == place]
    return fitting[number - 1 if number > 0 else number]


def _written_day(found: re.Match[str]) -> Moment:
    day, month = int(found["day"]), found["month"]
    number = int(month) if month.isdigit() else _month_number(month)
    if not 1 <= number <= 12 or not 1 <= day <= 31 or (number, day) in ((2, 30), (2, 31)):
        raise ImpossibleDate(found[0])
    if day == 31 and number in (4, 6, 9, 11):
        raise ImpossibleDate(found[0])
    return Moment((number, day), (number, day), _year_for(found, number))


def _whole_month(found: re.Match[str]) -> Moment:
    month = found["month"]
    number = int(month) if month.isdigit() else _month_number(month)
    if not 1 <= number <= 12:
        raise ImpossibleDate(found[0])
    return Moment((number, 1), (number, _LAST_DAY), _year_for(found, number))


_PARTS = {"нач": (1, 10), "сер": (11, 20), "кон": (21, _LAST_DAY)}
_TENS = {1: (1, 10), 2: (11, 20), 3: (21, _LAST_DAY), -1: (21, _LAST_DAY)}
_HALVES_OF_MONTH = {1: (1, 15), 2: (16, _LAST_DAY), -1: (16, _LAST_DAY)}
_WEEKS = {1: (1, 7), 2: (8, 14), 3: (15, 21), 4: (22, 28), -1: (25, _LAST_DAY)}


def _part_of_month(found: re.Match[str]) -> Moment:
    month = _month_number(found["month"])
    kind = found["kind"]
    if kind[:3] in _PARTS:
        first, last, rough = *_PARTS[kind[:3]], True
    else:
        days = {"пол": _HALVES_OF_MONTH, "дек": _TENS, "нед": _WEEKS}[kind[:3]]
        number = ordinal(found["ordinal"])
        if number not in days:
            raise ImpossibleDate(found[0])
        first, last, rough = *days[number], kind.startswith("нед")
    return Moment((month, first), (month, last), _year_for(found, month), rough)


def _quarter(found: re.Match[str]) -> Moment:
    number = ordinal(found["ordinal"]) % 5
    return Moment((3 * number - 2, 1), (3 * number, _LAST_DAY), _year_for(found, 3 * number - 2))


def _half_year(found: re.Match[str], school: bool) -> Moment:
    number = ordinal(found["ordinal"])
    if number not in (1, 2, -1):
        raise ImpossibleDate(found[0])
    if school or found["school"] or found["study"]:
        first, last = ((9, 1), (12, _LAST_DAY)) if number == 1 else ((1, 1), (5, _LAST_DAY))
    else:
        first, last = ((1, 1), (6, _LAST_DAY)) if number == 1 else ((7, 1), (12, _LAST_DAY))
    return Moment(first, last, _year_for(found, first[0]), rough=school and found["year"] is not None)


_SEASONS = {"зим": (12, 2), "вес": (3, 5), "лет": (6, 8), "осе": (9, 11)}


def _season(found: re.Match[str]) -> Moment:
    first, last = _SEASONS[found["season"][:3]]
    return Moment((first, 1), (last, _LAST_DAY), _year_for(found, first), rough=first == 12)


def _calendar_year(found: re.Match[str]) -> Moment:
    return Moment((1, 1), (12, _LAST_DAY), _full_year(found["year"]))


def _whole_school_year(found: re.Match[str]) -> Moment:
    return Moment((9, 1), (8, 31), int(found["school"]))


_DAY = r"(?P<day>\d{1,2})"
_OF = r"(?: месяц[а-я]*)?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Moment]], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (rf"{_DAY}\.(?P<month>\d{{1,2}})(?:\.(?P<year>\d{{4}}|\d\d))?", _written_day),
        (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", _written_day),
        (rf"{_DAY}(?:[- ]?(?:о?го|о?е|ое))? ?(?P<month>{MONTH}){_YEAR}", _written_day),
        (rf"(?P<month>{MONTH}){_OF}{_YEAR}", _whole_month),
        (r"(?P<month>\d{1,2})\.(?P<year>\d{4})", _whole_month),
        (rf"(?P<kind>начал[оеау]|середин[аеуы]|кон(?:ец|ц[аеу])) (?P<month>{MONTH}){_YEAR}", _part_of_month),
        (
            rf"(?P<ordinal>{ORDINAL}) (?P<kind>половин[а-я]+|декад[а-я]+|недел[а-я]+) (?P<month>{MONTH}){_YEAR}",
            _part_of_month,
        ),
        (
            rf"(?P<month>{MONTH})[ ,(]+(?P<ordinal>{ORDINAL}) (?P<kind>(?:половин|декад|недел)[а-я]+)\)?{_YEAR}",
            _part_of_month,
        ),
        (rf"(?P<ordinal>{ORDINAL}) кв(?:артал[а-я]*|\.)?{_YEAR}", _quarter),
        (rf"(?P<season>зимн|весенн|летн|осенн)(?:ий|ее) (?:период|время){_YEAR}", _season),
        (rf"(?P<season>зим[аеуыо]й?|весн[аеуыо]й?|лет[оеау]м?|осен[ьи]ю?){_YEAR}", _season),
        (r"(?P<year>20\d\d)", _calendar_year),
        (r"sy(?P<school>\d{4})", _whole_school_year),
    )
)
_HALF = re.compile(rf"(?P<ordinal>{ORDINAL}) (?P<study>учебн[а-я]+ )?полугоди[а-я]*{_YEAR}")
