"""How long personal data is kept after a programme's end, and what its day of erasure is.

152-FZ, art. 5, part 7: no longer than the purpose needs; the organisation sets the term within these bounds.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DEFAULT_MONTHS = 12
CHOICES = (1, 3, 6, 12, 24, 36)
"""Months that are offered."""
WARNED_BEFORE = timedelta(days=7)


IN_WORDS = {"полгода": 6, "год": 12, "полтора года": 18, "два года": 24, "три года": 36, "пять лет": 60}


def months_in(text: str) -> int:
    """Months in «18», «18 месяцев», «2 года», «полтора года»; 0 where none are told."""
    words = " ".join(text.casefold().split())
    number = next((int(word) for word in words.split() if word.isdecimal()), 0)
    if not number:
        return IN_WORDS.get(words.strip(" .!"), 0)
    return number * 12 if any(word in words for word in ("год", "лет")) else number


def erased_on(ended: date, months: int) -> date:
    """The day on which what ended on ``ended`` is erased: the same day so many months later, or the month's last."""
    year, month = divmod(ended.year * 12 + ended.month - 1 + months, 12)
    return date(year, month + 1, min(ended.day, monthrange(year, month + 1)[1]))


def ended_on(left: date | None, years: Iterable[tuple[date, date]]) -> date:
    """The last day of the programme in which somebody left, of the newest one for who is still there.

    ``years`` are first and last days of the organisation's programmes, at least one.
    """
    ends = sorted(end for _, end in years)
    return next((end for end in ends if left is not None and left <= end), ends[-1])


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do today about data whose time is over."""

    warn: bool = False
    erase: bool = False


def plan(days: Iterable[date], warned_on: date | None, today: date) -> Plan:
    """Nothing is erased that was not told of a week before, however long the machine was off."""
    first = min(days, default=None)
    if first is None or first - WARNED_BEFORE > today:
        return Plan()
    if warned_on is None:
        return Plan(warn=True)
    return Plan(erase=today >= max(warned_on + WARNED_BEFORE, first))
