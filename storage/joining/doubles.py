"""Rows of which a person has only one: where both records have it, one takes from the other what counts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import (
    Attendance,
    Eligibility,
    Guardianship,
    Membership,
    MentorAgreement,
    SurveyInvitee,
    Table,
    Tie,
)


@dataclass(frozen=True, slots=True)
class Double:
    """A table that has one row for a person and the values of ``key``; ``blend(row, double)`` keeps what counts."""

    table: type[Table]
    key: tuple[str, ...]
    blend: Callable[[Any, Any], None]
    person: str = "person_id"


async def settle(session: AsyncSession, double: Double, kept_id: int, other_id: int) -> None:
    """Leave one row where both records have one."""
    columns = double.table.__table__.c
    found = select(double.table).where(columns[double.person].in_((kept_id, other_id)))
    rows: dict[tuple[Any, ...], list[Any]] = {}
    for row in await session.scalars(found.order_by(columns.id)):
        rows.setdefault(tuple(getattr(row, each) for each in double.key), []).append(row)
    for both in rows.values():
        if len(both) == 1:
            continue
        kept, other = sorted(both, key=lambda row: getattr(row, double.person) != kept_id)
        double.blend(kept, other)
        await session.delete(other)
    await session.flush()


def memberships(kept: Membership, other: Membership) -> None:
    """Since the first day, and as long as either of them lasts."""
    if kept.left_at is not None and (other.left_at is None or other.left_at > kept.left_at):
        kept.left_at, kept.leaves_on, kept.category = other.left_at, other.leaves_on, other.category
    kept.joined_at = min(kept.joined_at, other.joined_at)


def attendances(kept: Attendance, other: Attendance) -> None:
    kept.came_at = min(kept.came_at, other.came_at)


def invitees(kept: SurveyInvitee, other: SurveyInvitee) -> None:
    kept.answered_at = kept.answered_at or other.answered_at


def marks(kept: Eligibility, other: Eligibility) -> None:
    """The mark that was made last."""
    if other.marked_at > kept.marked_at:
        kept.grade, kept.may_mentor = other.grade, other.may_mentor
        kept.reason, kept.marked_at = other.reason, other.marked_at


def agreements(kept: MentorAgreement, other: MentorAgreement) -> None:
    """Parts that only the other tells."""
    for part in ("content", "term", "form", "pay"):
        if getattr(kept, part) is None:
            setattr(kept, part, getattr(other, part))


def alike(kept: Table, other: Table) -> None:
    """Both say the same."""


DOUBLES = (
    Double(Membership, ("programme_id", "role"), memberships),
    Double(Attendance, ("gathering_id",), attendances),
    Double(SurveyInvitee, ("survey_id", "form"), invitees),
    Double(Eligibility, ("organisation_id",), marks),
    Double(MentorAgreement, ("programme_id",), agreements),
    Double(Tie, ("responsible_id",), alike),
    Double(Guardianship, ("child_id", "organisation_id"), alike, person="guardian_id"),
    Double(Guardianship, ("guardian_id", "organisation_id"), alike, person="child_id"),
)
