"""Gatherings: their kinds, whom they bring together, when their link is open, which rows of a roadmap they prove."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from enum import StrEnum

from domain.calendar import Calendar
from domain.people import Category


class Gathered(StrEnum):
    """What kind of gathering it is («собрание»)."""

    COUNCIL = "council"
    """Педсовет."""
    PARENTS = "parents"
    PARTNERS = "partners"
    NETWORKING = "networking"
    SESSION = "session"
    """Установочная сессия."""


class Door(StrEnum):
    """Whether the link of a gathering lets in."""

    AHEAD = "ahead"
    OPEN = "open"
    OVER = "over"


POLLS: Mapping[Gathered, str] = {
    Gathered.COUNCIL: "poll_council",
    Gathered.PARENTS: "poll_parents",
    Gathered.PARTNERS: "poll_partners",
    Gathered.NETWORKING: "poll_event",
    Gathered.SESSION: "poll_event",
}
"""Kind → the built-in form of its quick poll."""

CATEGORIES: Mapping[Gathered, Category] = {
    Gathered.COUNCIL: Category.TEACHER,
    Gathered.PARENTS: Category.PARENT,
    Gathered.PARTNERS: Category.PARTNER,
    Gathered.NETWORKING: Category.TEACHER,
    Gathered.SESSION: Category.TEACHER,
}
"""Kind → the category of somebody who was not known before she came."""

UNNAMED = frozenset({Gathered.PARENTS, Gathered.PARTNERS})
"""Where the poll may be answered without a consent: only counts are kept of it then."""

WORDS: Mapping[Gathered, tuple[str, ...]] = {
    Gathered.COUNCIL: ("педсовет", "педагогическ"),
    Gathered.PARENTS: ("родител",),
    Gathered.PARTNERS: ("партн", "предприят", "сообществ"),
    Gathered.NETWORKING: ("нетворкинг", "общая встреча", "общей встречи"),
    Gathered.SESSION: ("установочн", "обучен"),
}
"""How rows of roadmaps speak of it."""

SURVEY = "gathering"
"""The kind of survey that holds a gathering's answers."""

WANTS = ("mentor", "yes")
"""The question and the option by which somebody says that she wants to be a mentor, in all quick polls."""

LAST_MINUTE = time(23, 59)


def closing(starts_at: datetime, calendar: Calendar) -> datetime:
    """The end of the gathering's day, when it closes by itself."""
    return calendar.at(calendar.day_of(starts_at), LAST_MINUTE)


def door(starts_at: datetime, closes_at: datetime, now: datetime, calendar: Calendar) -> Door:
    """Open from the beginning of the gathering's day to its end, so that an early guest waits for nobody."""
    if now < calendar.at(calendar.day_of(starts_at), time(0)):
        return Door.AHEAD
    return Door.OPEN if now < closes_at else Door.OVER


def proves(kind: Gathered, activities: Iterable[str]) -> list[int]:
    """Positions of the rows that speak of such a gathering, then of all others, each in their order."""
    folded = [activity.casefold() for activity in activities]
    fits = [any(word in activity for word in WORDS[kind]) for activity in folded]
    return sorted(range(len(folded)), key=lambda place: not fits[place])
