"""A corrected paper is taken into the roadmap that is followed: rows stay, with their tasks, and say what it says."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from storage.group import Group
from storage.models import Milestone, MilestoneChange, Roadmap

OF_PAPER = ("title", "approved_by", "order", "file_id", "starts", "ends")
"""Columns of a roadmap that come from its paper."""


class Corrections(Group):
    async def kept(self, roadmap_id: int) -> Sequence[Milestone]:
        """Every row, also those that were taken out, by position."""
        found = select(Milestone).where(Milestone.roadmap_id == roadmap_id).order_by(Milestone.position)
        return (await self.session.scalars(found)).all()

    async def before_changes(self, roadmap_id: int) -> Mapping[int, Mapping[str, str]]:
        """Row → field that people have changed → how the history tells what it was before the first change."""
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

    async def last_paper(self, roadmap_id: int) -> Mapping[int, Milestone]:
        """Position → row of the correction that was taken in last; empty when there was none."""
        last = select(func.max(Roadmap.id)).where(Roadmap.previous_id == roadmap_id, Roadmap.state == "merged")
        found = select(Milestone).where(Milestone.roadmap_id == last.scalar_subquery())
        return {each.position: each for each in await self.session.scalars(found)}

    async def add_row(self, roadmap: Roadmap, columns: Mapping[str, Any]) -> Milestone:
        """A row that a correction brings; its place comes with ``arrange``."""
        last = select(func.max(Milestone.position)).where(Milestone.roadmap_id == roadmap.id)
        position = ((await self.session.scalars(last)).one() or 0) + 1
        milestone = Milestone(
            organisation_id=roadmap.organisation_id, roadmap_id=roadmap.id, position=position, **columns
        )
        self.session.add(milestone)
        await self.session.flush()
        return milestone

    async def arrange(self, milestones: Sequence[Milestone]) -> None:
        """Give all rows of a roadmap their positions in this order."""
        for place, milestone in enumerate(milestones, start=1):
            milestone.position = -place  # no two rows may have one position at any moment
        await self.session.flush()
        for place, milestone in enumerate(milestones, start=1):
            milestone.position = place
        await self.session.flush()

    async def take_in(self, followed: Roadmap, correction: Roadmap) -> None:
        """The followed roadmap is now as the correction's paper; the correction stays as what that paper said."""
        for name in OF_PAPER:
            setattr(followed, name, getattr(correction, name))
        correction.state, correction.previous_id = "merged", followed.id
        await self.session.flush()
