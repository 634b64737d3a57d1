"""What becomes of a row's tasks when its due changes: what is done stays, what is open moves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.roadmap.model import Due
from domain.roadmap.planning import Planned, planned


@dataclass(frozen=True, slots=True)
class Standing:
    """A task that there is: its id, the occurrence that it stands for, whether it is done, whether proof was sent."""

    task: int
    occurrence: str = ""
    done: bool = False
    proved: bool = False


@dataclass(frozen=True, slots=True)
class Replanned:
    """Task → its new days, tasks to be made, and tasks that nothing in the new plan stands for."""

    moved: dict[int, Planned] = field(default_factory=dict)
    new: tuple[Planned, ...] = ()
    dropped: tuple[int, ...] = ()


def planned_again(due: Due, standing: Sequence[Standing], since: date, today: date) -> tuple[Planned, ...]:
    """The tasks of a changed ``due`` from ``today`` on; what is late since the row began, ``since``, stays late."""
    open_days = {each.occurrence for each in standing if not each.done}
    late = [each for each in planned(due, since) if each.occurrence and each.occurrence in open_days]
    return tuple({each.occurrence: each for each in (*late, *planned(due, today))}.values())


def replanned(standing: Sequence[Standing], plan: Sequence[Planned]) -> Replanned:
    """Fit the tasks of a row in one organisation into a new ``plan``.

    A task keeps its occurrence where the plan still has it; an occurrence that is done is not planned again. Of the
    open tasks that are left those with proof move first, each to the earliest day that nobody has taken yet.
    """
    done = {each.occurrence for each in standing if each.done}
    wanted = {each.occurrence: each for each in plan if each.occurrence not in done}
    open_tasks = [each for each in standing if not each.done]
    moved = {each.task: wanted.pop(each.occurrence) for each in open_tasks if each.occurrence in wanted}
    spare = sorted((each for each in open_tasks if each.task not in moved), key=lambda each: not each.proved)
    left = list(wanted.values())
    moved |= {each.task: planned for each, planned in zip(spare, left, strict=False)}
    return Replanned(moved, tuple(left[len(spare) :]), tuple(each.task for each in spare[len(left) :]))
