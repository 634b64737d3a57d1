"""Wishes after the networking meeting: who would like whom on the other side, and where that is mutual."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.people import Role

MOST_WISHES = 3

OTHER_SIDE = {Role.MENTOR: Role.MENTEE, Role.MENTEE: Role.MENTOR}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One wish of ``person`` as a ``role``; the dearest has rank 1, a veto has rank 0."""

    person: int
    role: Role
    wanted: int
    rank: int = 0
    veto: bool = False

    @property
    def pair(self) -> tuple[int, int]:
        """Mentor and mentee."""
        return (self.person, self.wanted) if self.role is Role.MENTOR else (self.wanted, self.person)


@dataclass(frozen=True, slots=True)
class Match:
    """A mentor and a mentee who were wished for; a rank is None where that side named somebody else or nobody."""

    mentor: int
    mentee: int
    mentors_rank: int | None
    mentees_rank: int | None

    @property
    def mutual(self) -> bool:
        return self.mentors_rank is not None and self.mentees_rank is not None


def matches(wishes: Iterable[Wanted]) -> list[Match]:
    """Every pair that somebody wishes and nobody forbids: the mutual ones first, then by rank."""
    given = list(wishes)
    forbidden = vetoes(given)
    ranks: dict[tuple[int, int], dict[Role, int]] = {}
    for wish in given:
        if not wish.veto and wish.pair not in forbidden:
            ranks.setdefault(wish.pair, {})[wish.role] = wish.rank
    found = [Match(*pair, sides.get(Role.MENTOR), sides.get(Role.MENTEE)) for pair, sides in ranks.items()]
    return sorted(found, key=_order)


def vetoes(wishes: Iterable[Wanted]) -> frozenset[tuple[int, int]]:
    """Mentor and mentee whom one of the two asks not to put together."""
    return frozenset(wish.pair for wish in wishes if wish.veto)


def _order(match: Match) -> tuple[bool, int, int, int]:
    total = (match.mentors_rank or MOST_WISHES) + (match.mentees_rank or MOST_WISHES)
    return (not match.mutual, total, match.mentor, match.mentee)


def chosen(ranked: Sequence[int], wanted: int, *, take: bool) -> list[int]:
    """The wishes after one more is taken, at the end, or one is let go; never more than ``MOST_WISHES``."""
    others = [each for each in ranked if each != wanted]
    if not take:
        return others
    if wanted in ranked or len(others) >= MOST_WISHES:
        return list(ranked)
    return [*others, wanted]
