"""The life of a mentorship as one table, and the states of a meeting."""

from collections.abc import Mapping
from enum import StrEnum


class Status(StrEnum):
    """Where a mentorship stands."""

    PROPOSED = "proposed"
    """The curator has proposed it; not everybody has said yes."""
    AGREED = "agreed"
    DECLINED = "declined"
    """One of its people has said no."""
    WITHDRAWN = "withdrawn"
    """The curator has taken the proposal back."""
    CLOSED = "closed"


class Ending(StrEnum):
    """Why an agreed mentorship was closed."""

    CURATOR = "curator"
    LEFT = "left"
    """One of its people has left the programme."""
    LAID_DOWN = "laid_down"
    """The mentor has laid the duties down (Labour Code, art. 351.8)."""


FOLLOWING: Mapping[Status, frozenset[Status]] = {
    Status.PROPOSED: frozenset({Status.AGREED, Status.DECLINED, Status.WITHDRAWN}),
    # Back to PROPOSED leads only somebody who takes her own word back.
    Status.AGREED: frozenset({Status.CLOSED, Status.PROPOSED}),
    Status.DECLINED: frozenset({Status.PROPOSED}),
    Status.WITHDRAWN: frozenset(),
    Status.CLOSED: frozenset(),
}
"""Which states may follow each."""


def may_become(present: str, following: str) -> bool:
    """Whether a mentorship in the state ``present`` may pass to ``following``; ValueError for an unknown state."""
    return Status(following) in FOLLOWING[Status(present)]


class MeetingStatus(StrEnum):
    """A meeting is planned until somebody says what came of it."""

    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    MISSED = "missed"
    CANCELLED = "cancelled"


OUTCOMES = frozenset({MeetingStatus.HELD, MeetingStatus.MOVED, MeetingStatus.MISSED})
"""What may be said of a meeting when its time is over."""
