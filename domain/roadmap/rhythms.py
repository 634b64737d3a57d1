"""Recurring dues («ежемесячно», «до 25 числа каждого месяца», «раз в квартал») as RFC 5545 rules.

A recurrence without a day is due on the last day of each of its stretches (a month, a quarter, Friday of a week):
«ежемесячно» promises one a month, not one on the first. «Ежегодно» alone names no month, which is a doubt.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.roadmap.model import Basis, Due, Period
from domain.roadmap.moments import ORDINAL, WEEKDAYS, ImpossibleDate, Moment, ordinal, read_moment
from domain.roadmap.spans import ReversedRange, Span, read_span

_TIMES = r"(?:не (?:реже|менее|чаще)(?: чем)? )?(?:(?P<times>\d|один|одного|два|двух|три|трех|четыре) )?раза? в "
_EACH = r"кажд[а-я]+ (?:учебн[а-я]+ |календарн[а-я]+ )?"
_BASES: tuple[tuple[str, str], ...] = (
    ("daily", rf"ежедневно|{_EACH}(?:день|дня)|{_TIMES}день"),
    ("fortnightly", rf"{_TIMES}(?:2|две) недели|{_EACH}(?:2|две) недели"),
    ("weekly", rf"еженедельно|{_EACH}недел[юяи]|{_TIMES}неделю"),
    ("monthly", rf"ежемесячно|{_EACH}месяц[а]?|{_TIMES}месяц|помесячно"),
    ("quarterly", rf"ежеквартально|поквартально|{_EACH}квартал[а]?|{_TIMES}квартал"),
    ("termly", rf"{_EACH}(?:учебной )?четверт[ьи]|{_TIMES}(?:учебную )?четверть"),
    ("half-yearly", rf"{_EACH}полугоди[ея]|{_TIMES}(?:учебное )?полугодие|по полугодиям"),
    ("yearly", rf"ежегодно|{_EACH}года?|{_TIMES}(?:учебный |календарный )?год"),
)
_COMPILED = tuple((name, re.compile(rf"(?<![а-я])(?:{pattern})(?![а-я])")) for name, pattern in _BASES)
_COUNTS = {"один": 1, "одного": 1, "два": 2, "двух": 2, "три": 3, "трех": 3, "четыре": 4}
_MORE_OFTEN = {("monthly", 2): "half-monthly", ("yearly", 2): "half-yearly", ("yearly", 4): "quarterly"}
_WEEKDAYS = dict(zip(WEEKDAYS, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
_NAMELESS = rf"(?:{'|'.join(_WEEKDAYS)})[а-я]*"
_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})[а-я]*"
_ON_WEEKDAYS = re.compile(
    rf"(?:кажд[а-я]+|по) (?P<days>{_NAMELESS}(?:(?:,| и)+ (?:по )?{_NAMELESS})*)(?: недели)?(?: (?P<bounds>.+))?"
)
_TIMES_RANGE = re.compile(r"(\d)-\d раза?")
_FILLER = re.compile(
    r"^(?:(?:в течени[еи]|на протяжении) )?(?:всего |учебного |календарного )*(?:года|периода)"
    r"(?: реализации[а-я ]*)?$|^$"
)

_DAY_OF_MONTH = re.compile(r"(?:следующего )?(\d{1,2})(?:-?го|-?е)? ?(?:числ[а-я]+)?(?: (?:месяца,? )?следующего.*)?")
_EACH_DAY_OF_MONTH = re.compile(
    rf"(?:кажд[а-я]+ |во? )?({ORDINAL} {_WEEKDAY}) месяца|кажд[а-я]+ (\d+) числ[а-я]+(?: месяца)?"
    r"|(\d+)(?:-?го)? числа месяца,? следующего за отчетным(?: месяцем)?$"
)
_LAST_DAY = re.compile(r"в?о? ?(?:последн[а-я]+ (?:рабочий )?(?:день|дня|число|числа)|конц[еа])(?: месяца)?")
_NTH_WEEKDAY = re.compile(rf"(?:по |во? )?(?:(?P<nth>{ORDINAL}) )?{_WEEKDAY}(?: месяца)?")


@dataclass(frozen=True)
class _Details:
    """What a phrase says beside its rhythm: a day of the month, a weekday, a moment of the year, bounds."""

    day: int | None = None
    weekday: str | None = None
    moment: Moment | None = None
    bounds: Span | None = None


def read_rhythm(text: str, period: Period | None) -> Due | None:
    """Read a phrase in the spelling of `due_text`; None when it does not recur or is not understood whole."""
    text, ranges = _TIMES_RANGE.subn(r"\1 раз", text)
    due = (
        _on_weekdays(text, period)
        or _by_name(text, period)
        or _by_name(_EACH_DAY_OF_MONTH.sub(_monthly, text), period)
    )
    return replace(due, basis="guess", doubt=due.doubt or "rough_rhythm") if due and ranges else due


def _on_weekdays(text: str, period: Period | None) -> Due | None:
    """«По вторникам и четвергам», «каждый четверг сентября»."""
    found = _ON_WEEKDAYS.fullmatch(text)
    bounds = read_span(found["bounds"], period) if found and found["bounds"] else None
    if not found or (found["bounds"] and not bounds):
        return None
    days = {
        code: None
        for word in re.findall("[а-я]+", found["days"])
        for name, code in _WEEKDAYS.items()
        if word.startswith(name)
    }
    return _due("weekly", _Details(weekday=",".join(days), bounds=bounds), period, rough=False)


def _by_name(text: str, period: Period | None) -> Due | None:
    for name, pattern in _COMPILED:
        found = pattern.search(text)
        if found:
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            times = how_often(found.groupdict().get("times"))
            return _with_details(_MORE_OFTEN.get((name, times), name), rest, period, times)
    return None


def _monthly(found: re.Match[str]) -> str:
    return f"ежемесячно {found[1] or found[3] or found[4]}"


def how_often(written: str | None) -> int:
    """2 for «два», «2» and «двух»; 1 when nothing is said, 0 for a word that is no small number."""
    if written and written.isdigit():
        return int(written)
    return _COUNTS.get(written, 0) if written else 1


def _with_details(name: str, rest: str, period: Period | None, times: int) -> Due | None:
    if times > 1 and name not in ("half-monthly", "half-yearly", "quarterly"):
        return None
    details = _details(re.sub(r"\s+", " ", rest).strip(" ,.;:()"), name, period)
    return _due(name, details, period, rough=times > 1) if details else None


def _details(rest: str, name: str, period: Period | None) -> _Details | None:
    if _FILLER.match(rest):
        return _Details()
    rest = re.sub(r"^(?:далее,? )?(?:в срок )?(?:не позднее|не позже|до|к) ", "", rest)
    if found := _DAY_OF_MONTH.fullmatch(rest):
        return _Details(day=int(found[1]))
    if _LAST_DAY.fullmatch(rest):
        return _Details(day=-1)
    if found := _NTH_WEEKDAY.fullmatch(rest):
        nth = str(ordinal(found["nth"])) if found["nth"] else ""
        return _Details(weekday=nth + _WEEKDAYS[found["weekday"]])
    return _moment_details(rest, name, period)


def _moment_details(rest: str, name: str, period: Period | None) -> _Details | None:
    moment = read_moment(rest) if name == "yearly" else None
    if moment:
        return _Details(moment=moment)
    try:
        span = read_span(rest, period)
    except (ImpossibleDate, ReversedRange):
        return None
    is_too_short = span and name in _LONGEST and (span.last - span.first).days < _QUARTER
    return _Details(bounds=span) if span and not is_too_short else None


def _due(name: str, details: _Details, period: Period | None, *, rough: bool) -> Due | None:
    rule = _rule(name, details, school=period is not None and period.crosses_years)
    if rule is None:
        return None
    bounds = details.bounds or (Span(period.start, period.end, "programme") if period else None)
    start, end = (bounds.first, bounds.last) if bounds else (None, None)
    basis: Basis = bounds.basis if bounds else "programme"
    no_month = name == "yearly" and details.moment is None
    if no_month or rough or name == "termly":
        return Due("", "every", start, end, rule, "guess", "no_month" if no_month else "rough_rhythm")
    return Due("", "every", start, end, rule, basis, bounds.doubt if bounds else None)


_QUARTER = 80
_LONGEST = ("quarterly", "termly", "half-yearly")
_MONTHS_OF = {
    "quarterly": (3, 6, 9, 12),
    "after quarter": (1, 4, 7, 10),
    "half-yearly": (6, 12),
    "school half": (5, 12),
    "termly": (3, 5, 10, 12),
}


def _rule(name: str, details: _Details, *, school: bool) -> str | None:
    if details.day is not None and not (details.day == -1 or 1 <= details.day <= 31):
        return None
    if name in ("daily", "weekly", "fortnightly"):
        return _weekly_rule(name, details)
    if name == "yearly":
        return _yearly_rule(details.moment)
    if name == "half-monthly":
        return "FREQ=MONTHLY;BYMONTHDAY=15,-1"
    if name == "monthly":
        return "FREQ=MONTHLY;" + _month_days(details)
    if name == "half-yearly" and school:
        name = "school half"
    if name == "quarterly" and details.day not in (None, -1):
        name = "after quarter"
    return f"FREQ=MONTHLY;BYMONTH={_list(_MONTHS_OF[name])};{_month_days(details)}"


def _weekly_rule(name: str, details: _Details) -> str | None:
    if details.day is not None or details.moment is not None:
        return None
    if name == "daily":
        return "FREQ=DAILY"
    every = ";INTERVAL=2" if name == "fortnightly" else ""
    return f"FREQ=WEEKLY{every};BYDAY={details.weekday or 'FR'}"


def _yearly_rule(moment: Moment | None) -> str:
    if moment is None:
        return "FREQ=YEARLY"
    month, day = moment.last
    return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day or -1}"


def _month_days(details: _Details) -> str:
    """A 30th that February lacks falls on its last day: of the days 28…30 the last one there is."""
    if details.weekday:
        return f"BYDAY={details.weekday if details.weekday[:-2] else '-1' + details.weekday}"
    day = details.day or -1
    return f"BYMONTHDAY={day}" if day <= 28 else f"BYMONTHDAY={_list(range(28, day + 1))};BYSETPOS=-1"


def _list(numbers: Sequence[int]) -> str:
    return ",".join(str(number) for number in numbers)


def rule_of_days(days: Sequence[date]) -> str | None:
    """A rule that gives exactly these days (ascending) between the first and the last; None beyond a year."""
    if (days[-1] - days[0]).days >= 365:
        return None
    months, numbers = sorted({day.month for day in days}), sorted({day.day for day in days})
    if len(days) == len(months) * len(numbers):
        return f"FREQ=YEARLY;BYMONTH={_list(months)};BYMONTHDAY={_list(numbers)}"
    return f"FREQ=YEARLY;BYYEARDAY={_list(sorted(day.timetuple().tm_yday for day in days))}"


def rule_of_months(months: Sequence[int]) -> str:
    """The last day of each of these months."""
    return f"FREQ=YEARLY;BYMONTH={_list(sorted(months))};BYMONTHDAY=-1"
