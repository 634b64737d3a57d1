"""Who does a row of a district's roadmap: the district itself, each of its organisations, or both.

It is read off the responsible people of the row: a district's paper writes «ОО», «школы района», «руководители ДОУ»
where every organisation has to do it, and names the one where only one has to.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.progress import State, state_of
from domain.roadmap.wording import QUOTES, fold

DISTRICT = "district"
"""The level of an organisation that has others below it, as its founding form calls it."""


class Level(StrEnum):
    """Who does a row."""

    OWN = "own"
    EACH = "each"
    BOTH = "both"


BELOW = (Level.EACH, Level.BOTH)
"""Levels of rows that every organisation does for itself."""

_ABBREVIATIONS = r"м?[бка]?(?:оо|оу|доу|доо|сош|оош|ноо|удо)"
_EDUCATIONAL = r"(?:все|каждая|каждое|\w*образовательн\w+|подведомственн\w+|пилотн\w+|базов\w+|дошкольн\w+)"
_EACH = re.compile(
    rf"(?<!\w)(?:{_ABBREVIATIONS}|{_EDUCATIONAL} (?:\w+ )?(?:организаци|учреждени)\w+|^(?:организации|учреждения)"
    r"|школ(?:ы|ах|ами)?|каждая школа|школьные|гимнази[ий]|лице(?:и|ев)|детск\w+ сад(?:ы|ов|ах|ами))(?![\w-])"
)
_NUMBERED = re.compile(r"(?:№|(?<!\w)n) ?\d|(?<=[а-я]) \d")
_DISTRICT = re.compile(r"(?<!\w)(?:отдел|управлени[ея]|комитет|департамент|рмк|имц|ммс|рмо|уо|оператор)\w*")


def level_of(responsible: Iterable[str]) -> Level:
    """The level of a row by its responsible posts and names; a row without any is the district's own."""
    found = {level for name in responsible for level in _levels(name)}
    if len(found) > 1:
        return Level.BOTH
    return found.pop() if found else Level.OWN


def _levels(name: str) -> set[Level]:
    """One name may speak of both: «кураторы (отдел образования, ОО)»; a title or a number is of one place."""
    written = fold(name)
    if not _EACH.search(written) or _NUMBERED.search(written) or any(quote in name for quote in QUOTES):
        return {Level.OWN}
    return {Level.EACH, Level.OWN} if _DISTRICT.search(written) else {Level.EACH}


@dataclass(frozen=True, slots=True)
class Part:
    """A task that an organisation has under a district's row: its days (inclusive), whether it is done."""

    starts: date | None
    due: date | None
    done: bool


_WORST_FIRST = (State.OVERDUE, State.NEAR, State.UNDATED, State.AHEAD, State.DONE)


def state_in(parts: Collection[Part], today: date) -> State:
    """How a row stands in one organisation: the worst of what has begun; later occurrences do not count yet.

    Raises ``ValueError`` for a row without any task there.
    """
    begun = [each for each in parts if each.starts is None or each.starts <= today]
    counted = begun or [min(parts, key=lambda each: each.starts or date.min)]
    states = {state_of(each.due, done=each.done, today=today) for each in counted}
    return min(states, key=_WORST_FIRST.index)


def worst(states: Collection[State]) -> State:
    """The state that asks for most; of none that everything is done."""
    return min(states, key=_WORST_FIRST.index, default=State.DONE)
