"""The history of a roadmap's rows: who changed what by hand, and when."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from storage.group import Group
from storage.models import Milestone, MilestoneChange

ADDED, REMOVED, RESTORED = "added", "removed", "restored"
"""Besides names of columns: the row itself came, went, or came back."""

ENTERED_DAY = "day"
"""A task got the day that the paper does not give."""


class RoadmapChanges(Group):
    async def record(
        self, milestone: Milestone, field: str, before: str, after: str, by: int | None, now: datetime
    ) -> MilestoneChange:
        """Remember that ``by`` (None: the bot itself) changed ``field`` of the row, in the words of people."""
        change = MilestoneChange(
            organisation_id=milestone.organisation_id,
            milestone_id=milestone.id,
            field=field,
            before=before,
            after=after,
            changed_at=now,
            changed_by=by,
        )
        self.session.add(change)
        await self.session.flush()
        return change

    async def of(self, milestone_id: int) -> Sequence[MilestoneChange]:
        """The row's changes, the oldest first."""
        found = select(MilestoneChange).where(MilestoneChange.milestone_id == milestone_id)
        return (await self.session.scalars(found.order_by(MilestoneChange.id))).all()
