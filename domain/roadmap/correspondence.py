"""Which row of a corrected roadmap is which row of the one before it.

Rows are matched one to one. What is written alike is matched first; the rest by the words that rows share, a rare
word weighing more than a frequent one, so that two thousand rows are compared without comparing each with each.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from domain.roadmap.model import Row
from domain.roadmap.wording import fold, words

SURE = 0.62
"""Share of common words from which two rows are one, wherever they stand."""

SURE_IN_PLACE = 0.35
"""The same for rows that have the same number."""

NUMBER_BONUS = 0.05
STEM = 5
"""Letters of a word that remain: «провести» and «проведение» are one word."""


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Indices of rows: ``pairs`` old → new, the old ones that ``vanished``, the new ones that ``appeared``."""

    pairs: dict[int, int]
    vanished: tuple[int, ...]
    appeared: tuple[int, ...]


def correspond(old: Sequence[Row], new: Sequence[Row]) -> Correspondence:
    """Match the rows of two versions of one roadmap."""
    pairs: dict[int, int] = {}
    for key in _KEYS:
        _match_equal(old, new, pairs, key)
    _match_similar(old, new, pairs)
    taken = set(pairs.values())
    return Correspondence(
        dict(sorted(pairs.items())),
        tuple(index for index in range(len(old)) if index not in pairs),
        tuple(index for index in range(len(new)) if index not in taken),
    )


def _whole(row: Row) -> Hashable:
    return fold(row.number), fold(row.section), _told(row), fold(row.due.phrase)


def _numbered(row: Row) -> Hashable:
    return fold(row.number), _told(row)


def _placed(row: Row) -> Hashable:
    return fold(row.section), _told(row)


def _told(row: Row) -> str:
    """What the row is about; a row without an activity is told by its result."""
    return fold(row.activity or row.result)


_KEYS: tuple[Callable[[Row], Hashable], ...] = (_whole, _numbered, _placed, _told)


def _match_equal(
    old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int], key: Callable[[Row], Hashable]
) -> None:
    """Rows with the same key, in the order in which they stand."""
    taken = set(pairs.values())
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for index, row in enumerate(new):
        if index not in taken and _told(row):
            waiting[key(row)].append(index)
    for index, row in enumerate(old):
        if index not in pairs and waiting.get(key(row)):
            pairs[index] = waiting[key(row)].popleft()


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How alike two rows are, and how far from each other they stand."""

    score: float
    distance: int
    old: int
    new: int


def _match_similar(old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> None:
    """The most alike first; of equals the nearest."""
    found = sorted(_likenesses(old, new, pairs), key=lambda each: (-each.score, each.distance))
    taken = set(pairs.values())
    for each in found:
        if each.old not in pairs and each.new not in taken:
            pairs[each.old] = each.new
            taken.add(each.new)


def _likenesses(old: Sequence[Row], new: Sequence[Row], pairs: dict[int, int]) -> Iterator[_Likeness]:
    taken = set(pairs.values())
    left = {index: _stems(row) for index, row in enumerate(old) if index not in pairs}
    right = {index: _stems(row) for index, row in enumerate(new) if index not in taken}
    weights = _weights([*left.values(), *right.values()])
    where = defaultdict(list)
    for index, stems in right.items():
        for stem in stems:
            where[stem].append(index)
    sizes = {index: sum(weights[stem] for stem in stems) for index, stems in right.items()}
    for index, stems in left.items():
        common: dict[int, float] = defaultdict(float)
        for stem in stems:
            for other in where.get(stem, ()):
                common[other] += weights[stem]
        size = sum(weights[stem] for stem in stems)
        for other, weight in common.items():
            score = 2 * weight / (size + sizes[other])
            in_place = _in_place(old[index], new[other])
            if score >= (SURE_IN_PLACE if in_place else SURE):
                yield _Likeness(score + NUMBER_BONUS * in_place, abs(index - other), index, other)


def _in_place(one: Row, other: Row) -> bool:
    return bool(one.number) and fold(one.number) == fold(other.number)


def _stems(row: Row) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words(row.activity or row.result) if len(word) > 2)


def _weights(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    """The rarer a word is among the rows, the more it tells."""
    counts = Counter(stem for stems in texts for stem in stems)
    return {stem: log(1 + len(texts) / count) for stem, count in counts.items()}
