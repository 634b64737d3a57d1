"""What a corrected paper changes in the roadmap that is followed, and what people have entered since and keep."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.roadmap.correspondence import correspond
from domain.roadmap.due import read_due
from domain.roadmap.model import Due, Period, Row
from domain.roadmap.wording import fold

MOSTLY = 0.5
"""Share of rows that must correspond for a paper to be a version of another one."""

NAMES_JOINT = ", "


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that is followed: as it stands, what the paper said where people changed it (field → text).

    ``added`` was entered by hand and stands in no paper; ``removed`` was taken out by hand.
    """

    row: Row
    of_paper: Mapping[str, str] = field(default_factory=dict)
    added: bool = False
    removed: bool = False

    @property
    def as_written(self) -> Row:
        """The row with the words by which the paper knows it."""
        activity, result = (self.of_paper.get(name, getattr(self.row, name)) for name in ("activity", "result"))
        return replace(self.row, activity=activity, result=result)


@dataclass(frozen=True, slots=True)
class Correction:
    """Indices of rows before and in the new paper; ``rows`` are those of the new paper as they will be followed."""

    rows: tuple[Row, ...]
    pairs: Mapping[int, int]
    vanished: tuple[int, ...]
    appeared: tuple[int, ...]
    moved: tuple[int, ...]
    reworded: tuple[int, ...]
    """Of the rows before: those whose due changes, and those of which something else does."""

    @property
    def changes_nothing(self) -> bool:
        return not (self.vanished or self.appeared or self.moved or self.reworded)


def corrected(before: Sequence[Kept], paper: Sequence[Row], period: Period | None) -> Correction:
    """What ``paper`` changes; ``period`` is that of the roadmap before.

    What people entered stays as long as the paper says the same as it did when they entered it.
    """
    found = correspond([each.as_written for each in before], paper)
    rows = list(paper)
    for old, new in found.pairs.items():
        rows[new] = _merged(before[old], paper[new], period)
    followed = {old: new for old, new in found.pairs.items() if not before[old].removed}
    return Correction(
        rows=tuple(rows),
        pairs=found.pairs,
        vanished=tuple(old for old in found.vanished if not (before[old].added or before[old].removed)),
        appeared=found.appeared,
        moved=tuple(old for old, new in followed.items() if _days(before[old].row.due) != _days(rows[new].due)),
        reworded=tuple(old for old, new in followed.items() if _texts(before[old].row) != _texts(rows[new])),
    )


def is_version(before: Sequence[Row], paper: Sequence[Row], old: Period | None, new: Period | None) -> bool:
    """Whether a paper is the same roadmap again rather than another one or another year's."""
    if old is not None and new is not None and not (old.start < new.end and new.start < old.end):
        return False
    return len(correspond(before, paper).pairs) >= MOSTLY * max(len(before), len(paper), 1)


def _merged(kept: Kept, paper: Row, period: Period | None) -> Row:
    return replace(
        paper,
        activity=_text(kept, "activity", kept.row.activity, paper.activity),
        result=_text(kept, "result", kept.row.result, paper.result),
        responsible=_responsible(kept, paper),
        due=_due(kept, paper.due, period),
    )


def _text(kept: Kept, name: str, own: str, paper: str) -> str:
    said = kept.of_paper.get(name)
    return own if said is not None and fold(said) == fold(paper) else paper


def _responsible(kept: Kept, paper: Row) -> tuple[str, ...]:
    said = kept.of_paper.get("responsible")
    same = said is not None and fold(said) == fold(NAMES_JOINT.join(paper.responsible))
    return kept.row.responsible if same else paper.responsible


def _due(kept: Kept, paper: Due, period: Period | None) -> Due:
    """A due that people entered is kept while the phrase is the same: it is not what the phrase says."""
    own, said = kept.row.due, kept.of_paper.get("phrase")
    if said is not None and fold(said) == fold(paper.phrase):
        return own
    if fold(own.phrase) != fold(paper.phrase):
        return paper
    entered = own.basis != "inherited" and _days(read_due(own.phrase, period)) != _days(own)
    return own if entered or (own.basis == "inherited" and not own.phrase) else paper


def _days(due: Due) -> tuple[object, ...]:
    return due.kind, due.start, due.end, due.rule


def _texts(row: Row) -> tuple[str, ...]:
    texts = (row.section, row.activity, row.result, row.indicator, NAMES_JOINT.join(row.responsible), *row.steps)
    return tuple(map(fold, texts))
