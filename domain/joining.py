"""Two records of one person: how alike their names are, and whether the records may become one."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from domain.forms.wording import words

ALIKE = 0.75
"""From this likeness on two names are probably one person's in two spellings."""
INITIALS = 0.9
"""«Петрова А. О.» or «Петрова Анна» and «Петрова Анна Олеговна» are as alike as that."""
FEWEST_WORDS = 2
"""A surname alone says too little."""


class Conflict(StrEnum):
    """Why two records stay apart."""

    SAME = "same"
    AGE = "age"
    PAIR = "pair"
    """They are two sides of one pair, or two of one group: two people."""
    TWO_MENTORS = "two_mentors"
    """Both have a mentor now, and nobody has two."""
    GUARDIAN = "guardian"
    MESSENGER = "messenger"
    """Both write in the same messenger, and a person has one account there."""
    ELSEWHERE = "elsewhere"
    """Another organisation's data would come into a chat that only this curator vouches for."""


@dataclass(frozen=True, slots=True)
class Half:
    """What decides of one record. ``pairs`` are all its pairs and groups, ended ones too.

    ``mentored`` are the programmes in which it has a mentor now, ``family`` its children and guardians, ``places``
    the organisations that keep anything of it.
    """

    person_id: int
    age: str
    platforms: frozenset[str] = frozenset()
    pairs: frozenset[int] = frozenset()
    mentored: frozenset[int] = frozenset()
    family: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()


def conflict(one: Half, other: Half, place: int | None = None) -> Conflict | None:
    """What keeps the two apart, None when they may become one.

    ``place`` is the organisation whose curator says so; None where the person herself has proved it by opening her
    own code in both chats.
    """
    found = {
        Conflict.SAME: one.person_id == other.person_id,
        Conflict.AGE: one.age != other.age,
        Conflict.PAIR: one.pairs & other.pairs,
        Conflict.TWO_MENTORS: one.mentored & other.mentored,
        Conflict.GUARDIAN: one.person_id in other.family or other.person_id in one.family,
        Conflict.MESSENGER: one.platforms & other.platforms,
        Conflict.ELSEWHERE: place is not None and _elsewhere(one, other, place),
    }
    return next((each for each, holds in found.items() if holds), None)


def _elsewhere(one: Half, other: Half, place: int) -> bool:
    """Whether one chat would get to see what another organisation keeps of the other record."""
    both_write = one.platforms and other.platforms
    opened = (one, other) if both_write else [half for half in (one, other) if not half.platforms]
    return any(half.places - {place} for half in opened)


def likeness(name: str, other: str) -> float:
    """How alike two names are, 0 to 1, whatever the order of their words; е and ё are one letter."""
    one, two = sorted((sorted(words(name)), sorted(words(other))), key=len)
    if not one:
        return 0.0
    if one == two:
        return 1.0
    if len(one) >= FEWEST_WORDS and all(any(_begins(word, each) for each in two) for word in one):
        return INITIALS
    return SequenceMatcher(None, " ".join(one), " ".join(two)).ratio()


def _begins(word: str, other: str) -> bool:
    return word.startswith(other) or other.startswith(word)
