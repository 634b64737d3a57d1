"""How a roadmap's tasks stand on a day, and the shares that are made of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

NEAR = timedelta(days=14)
"""A deadline is near when its first reminder is due."""


class State(StrEnum):
    DONE = "done"
    OVERDUE = "overdue"
    NEAR = "near"
    AHEAD = "ahead"
    UNDATED = "undated"
    """No day is known: it starts by an event, or a person still has to enter it."""


def state_of(due: date | None, *, done: bool, today: date) -> State:
    """The state of a task whose last day is ``due`` (inclusive, in the organisation's local time)."""
    if done:
        return State.DONE
    if due is None:
        return State.UNDATED
    if due < today:
        return State.OVERDUE
    return State.NEAR if due - today <= NEAR else State.AHEAD


@dataclass(frozen=True, slots=True)
class Count:
    """How many of how many."""

    done: int
    total: int

    @property
    def percent(self) -> int:
        """The nearest whole per cent, never 100 before all is done; 0 of 0 is 0."""
        if self.done == self.total:
            return 100 if self.total else 0
        return min((200 * self.done + self.total) // (2 * self.total), 99)


def tally(states: Iterable[State]) -> dict[State, int]:
    """How many tasks are in each state; every state is present."""
    counts = dict.fromkeys(State, 0)
    for state in states:
        counts[state] += 1
    return counts


@dataclass(frozen=True, slots=True)
class Followed:
    """A task's last day and the day on which it was marked done; None where there is none."""

    due: date | None
    done_on: date | None


def share_done(tasks: Iterable[Followed]) -> Count:
    """How many of all tasks are done: what «выполнено … % позиций дорожной карты» measures."""
    done = [task.done_on is not None for task in tasks]
    return Count(sum(done), len(done))


def share_in_time(tasks: Iterable[Followed], today: date) -> Count:
    """How many of the tasks whose last day is over were done by that day: «… % в установленные сроки»."""
    over = [task.done_on is not None and task.done_on <= task.due for task in tasks if task.due and task.due < today]
    return Count(sum(over), len(over))
