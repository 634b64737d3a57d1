"""Marks before and after, compared by what they measure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

Marks = Mapping[str, int]
"""What is measured → mark."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure's marks before and after; None where no mark was given."""

    measure: str
    before: float | None
    after: float | None

    @property
    def change(self) -> float | None:
        return None if self.before is None or self.after is None else self.after - self.before


def compare(measures: Sequence[str], before: Marks, after: Marks) -> list[Compared]:
    """One person's marks, in the order of ``measures``; what was asked neither time is left out."""
    return [
        Compared(measure, before.get(measure), after.get(measure))
        for measure in measures
        if measure in before or measure in after
    ]


@dataclass(frozen=True, slots=True)
class Total:
    """The means of a measure over the ``people`` who gave a mark both times."""

    measure: str
    people: int
    before: float
    after: float


def totals(measures: Sequence[str], people: Sequence[Sequence[Compared]]) -> list[Total]:
    """Means of each measure; nobody's mark of one time alone moves them."""
    both = [each for person in people for each in person if each.change is not None]
    found = []
    for measure in measures:
        marks = [(each.before, each.after) for each in both if each.measure == measure]
        if marks:
            first, last = fmean(m[0] or 0 for m in marks), fmean(m[1] or 0 for m in marks)
            found.append(Total(measure, len(marks), first, last))
    return found
