"""The hour in a typed text: «14:00», «в 14», «в 2 часа дня», «в половине третьего», «в полдень»."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from domain.moments.problem import Problem

PART = re.compile(r"\b(?P<part>утр|дн|вечер|ноч)(?:а|я|и|ом|ем|ью)\b")
HALF = re.compile(r"\b(?:в\s+)?половин[еау]\s+(?P<hour>[1-9]|1[0-2])-го\b")
SHORT_OF = re.compile(r"\bбез\s+(?P<minutes>[1-9]|[1-5]\d)(?:\s+минут)?\s+(?P<hour>[1-9]|1[0-2])\b")
EXACT = re.compile(
    r"(?<![\d.:/-])(?P<hour>\d{1,2})(?:\s*[:.-]\s*|\s*ч(?:ас\w*|\.)?\s*|\s+)(?P<minutes>\d\d)(?:\s*мин\w*)?(?![\d:./-])"
)
BARE = re.compile(r"(?<![\d.:/-])(?P<hour>\d{1,2})(?:\s*(?:час\w*|ч)\b\.?)?(?![\d:./-])")
ONE = re.compile(r"\b(?:в|к)\s+час(?:у)?\b")
NOON = re.compile(r"\b(?:в\s+)?(?:полдень|полудню)\b")
MIDNIGHT = re.compile(r"\b(?:в\s+)?(?:полночь|полуночи)\b")


@dataclass(frozen=True, slots=True)
class FoundHour:
    """An hour of the day or the problem with it, and the text without it."""

    hour: time | None
    rest: str
    problem: Problem | None = None


def find_hour(text: str) -> FoundHour | None:
    """The hour that a simplified text names; None when it names none.

    «в 2» and «2:30» mean the afternoon, «02:30» the night: nobody meets at two in the morning.
    """
    part = PART.search(text)
    clock = text[: part.start()] + text[part.end() :] if part else text
    for pattern, minutes_of_day in PATTERNS:
        match = pattern.search(clock)
        if match:
            rest = f"{clock[: match.start()]} {clock[match.end() :]}".strip()
            return _found(*minutes_of_day(match), part["part"] if part else None, rest)
    return None


def _found(hour: int, minutes: int, spoken: bool, part: str | None, rest: str) -> FoundHour:
    hour = _by_part(hour, part) if part else hour + 12 if spoken and 1 <= hour <= 6 else hour
    if hour > 23 or minutes > 59:
        return FoundHour(None, rest, Problem.IMPOSSIBLE)
    return FoundHour(time(hour, minutes), rest)


def _by_part(hour: int, part: str) -> int:
    """«3 дня» is 15, «6 вечера» 18, «12 ночи» 0, «11 ночи» 23."""
    afternoon = {"утр": range(0), "дн": range(1, 7), "вечер": range(4, 12), "ноч": range(9, 12)}[part]
    if hour == 12 and part == "ноч":
        return 0
    return hour + 12 if hour in afternoon else hour


def _half(match: re.Match[str]) -> tuple[int, int, bool]:
    return _hour_before(int(match["hour"])), 30, True


def _short_of(match: re.Match[str]) -> tuple[int, int, bool]:
    return _hour_before(int(match["hour"])), 60 - int(match["minutes"]), True


def _exact(match: re.Match[str]) -> tuple[int, int, bool]:
    return int(match["hour"]), int(match["minutes"]), len(match["hour"]) == 1


def _bare(match: re.Match[str]) -> tuple[int, int, bool]:
    return int(match["hour"]), 0, len(match["hour"]) == 1


def _hour_before(hour: int) -> int:
    return 12 if hour == 1 else hour - 1


Reader = Callable[[re.Match[str]], tuple[int, int, bool]]
# Each gives the hour, the minutes, and whether the hour is one of twelve, as people say it.
PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (NOON, lambda _: (12, 0, False)),
    (MIDNIGHT, lambda _: (0, 0, False)),
    (HALF, _half),
    (SHORT_OF, _short_of),
    (EXACT, _exact),
    (BARE, _bare),
    (ONE, lambda _: (1, 0, True)),
)
