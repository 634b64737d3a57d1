"""A corrected paper takes the place of the one before it: the rows stay, with their tasks, and say what it says."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select

from storage.group import Group
from storage.models import Milestone, MilestoneChange, Roadmap

OF_PAPER = ("title", "approved_by", "order", "file_id", "starts", "ends", "findings")
"""Columns of a roadmap that come from its paper."""


class Corrections(Group):
    async def kept(self, roadmap_id: int) -> Sequence[Milestone]:
        """Every row, also those that were taken out, by position."""
        found = select(Milestone).where(Milestone.roadmap_id == roadmap_id).order_by(Milestone.position)
        return (await self.session.scalars(found)).all()

    async def of_paper(self, roadmap_id: int) -> Mapping[int, Mapping[str, str]]:
        """Row → field that people have changed → what it was before they did it first."""
        found = (
            select(MilestoneChange)
            .join(Milestone, Milestone.id == MilestoneChange.milestone_id)
            .where(Milestone.roadmap_id == roadmap_id)
            .order_by(MilestoneChange.id)
        )
        said: dict[int, dict[str, str]] = defaultdict(dict)
        for change in await self.session.scalars(found):
            said[change.milestone_id].setdefault(change.field, change.before)
        return said

    async def order_rows(self, milestones: Sequence[Milestone]) -> None:
        """Give all rows of a roadmap their positions in this order."""
        for place, milestone in enumerate(milestones, start=1):
            milestone.position = -place  # positions are unique at every moment
        await self.session.flush()
        for place, milestone in enumerate(milestones, start=1):
            milestone.position = place
        await self.session.flush()

    async def exchange(self, followed: Roadmap, correction: Roadmap) -> None:
        """The followed roadmap gets the new paper; the correction's record keeps the old one, for the archive."""
        for name in OF_PAPER:
            ours, theirs = getattr(followed, name), getattr(correction, name)
            setattr(followed, name, theirs)
            setattr(correction, name, ours)
        await self.session.execute(delete(Milestone).where(Milestone.roadmap_id == correction.id))
        correction.state, correction.previous_id = "replaced", followed.previous_id
        followed.previous_id = correction.id
        await self.session.flush()
