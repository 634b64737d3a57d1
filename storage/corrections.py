"""A corrected paper is taken into the roadmap that is followed: rows stay, with their tasks, and say what it says."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, or_, select

from storage.group import Group
from storage.models import Evidence, Milestone, MilestoneChange, Request, Roadmap, Task

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

    async def give_back(
        self,
        followed: Roadmap,
        correction: Roadmap,
        columns: Mapping[str, Any],
        findings: Sequence[Mapping[str, Any]],
    ) -> None:
        """The opposite of ``take_in``: the followed roadmap is as before, and the correction waits."""
        waits = select(Roadmap.id).where(Roadmap.organisation_id == followed.organisation_id, Roadmap.state == "read")
        correction.state = "declined" if (await self.session.scalars(waits)).first() is not None else "read"
        correction.previous_id = None
        for name in OF_PAPER:
            setattr(followed, name, columns[name])
        followed.findings = [dict(each) for each in findings]
        await self.session.flush()

    async def last_change(self, roadmap_id: int) -> int:
        """The newest change of any of the roadmap's rows; 0 when there was none."""
        found = select(func.max(MilestoneChange.id)).join(Milestone).where(Milestone.roadmap_id == roadmap_id)
        return (await self.session.scalars(found)).one() or 0

    async def erase(self, milestones: Sequence[Milestone]) -> bool:
        """Take rows away for good with their tasks; false when somebody has worked with one of these."""
        ids = [each.id for each in milestones]
        worked = (
            select(Task.id)
            .outerjoin(Evidence, Evidence.task_id == Task.id)
            .outerjoin(Request, Request.task_id == Task.id)
            .where(Task.milestone_id.in_(ids))
            .where(or_(Task.done_at.is_not(None), Evidence.id.is_not(None), Request.id.is_not(None)))
        )
        if (await self.session.scalars(worked.limit(1))).first() is not None:
            return False
        await self.session.execute(delete(Milestone).where(Milestone.id.in_(ids)))
        return True
