"""Practices for the collection of best practices: their way from the author to the editor and back."""

from collections.abc import Mapping
from enum import StrEnum

FORM = "practice"


class State(StrEnum):
    """Where a practice stands."""

    WRITING = "writing"
    """Its form is not sent yet, or was given back to be reworked."""
    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"


MOVES: Mapping[State, frozenset[State]] = {
    State.WRITING: frozenset({State.WAITING}),
    State.WAITING: frozenset({State.ACCEPTED, State.WRITING, State.DECLINED}),
    State.ACCEPTED: frozenset({State.WAITING}),
    State.DECLINED: frozenset({State.WAITING}),
}
"""What may follow; a decision taken back waits again."""


def may_move(before: str, after: State) -> bool:
    return after in MOVES[State(before)]
