"""A district and its organisations: who is in it, and how its own rows stand in each of them.

A district sees numbers and states of its own rows, never a person, a word of evidence or another row of below.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select, update

from domain.people import Role
from domain.roadmap.levels import BELOW
from storage.group import Group
from storage.models import Code, Evidence, Membership, Milestone, Organisation, Roadmap, Task

CODE = "district"
"""The purpose of a code with which organisations join a district."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a district sees of one task below: its row, where it is, its days, and how many proofs there are."""

    milestone_id: int
    organisation_id: int
    starts: date | None
    due: date | None
    done: bool
    proofs: int


class Districts(Group):
    async def organisations(self, district_id: int) -> Sequence[Organisation]:
        """The district's organisations by name; one that is being founded and has no name yet is left out."""
        found = select(Organisation).where(Organisation.parent_id == district_id, Organisation.name != "")
        return (await self.session.scalars(found.order_by(Organisation.name, Organisation.id))).all()

    async def organisation(self, district_id: int, organisation_id: int) -> Organisation | None:
        """An organisation of this district."""
        organisation = await self.session.get(Organisation, organisation_id)
        return organisation if organisation is not None and organisation.parent_id == district_id else None

    async def move(self, organisation: Organisation, district_id: int | None) -> None:
        """Put the organisation into a district, or into none."""
        organisation.parent_id = district_id
        await self.session.flush()

    async def end_coordination(self, organisation_id: int, now: datetime) -> None:
        """What is no district has no coordinators."""
        coordinators = (
            (Membership.organisation_id == organisation_id)
            & (Membership.role == Role.COORDINATOR)
            & Membership.left_at.is_(None)
        )
        await self.session.execute(update(Membership).where(coordinators).values(left_at=now))

    async def milestones(self, district_id: int) -> Sequence[Milestone]:
        """The rows of the district's roadmap that its organisations do, in the paper's order."""
        found = (
            select(Milestone)
            .join(Roadmap, Roadmap.id == Milestone.roadmap_id)
            .where(Milestone.organisation_id == district_id, Roadmap.state == "active", _is_done_below())
            .order_by(Milestone.position)
        )
        return (await self.session.scalars(found)).all()

    async def seen(self, district_id: int) -> Sequence[Seen]:
        """How the district's rows stand in its organisations: every task of them."""
        proofs = (
            select(func.count()).where(Evidence.task_id == Task.id).correlate(Task).scalar_subquery().label("proofs")
        )
        found = (
            select(Task, proofs)
            .join(Milestone, Milestone.id == Task.milestone_id)
            .join(Roadmap, Roadmap.id == Milestone.roadmap_id)
            .join(Organisation, Organisation.id == Task.organisation_id)
            .where(Milestone.organisation_id == district_id, Roadmap.state == "active", _is_done_below())
            .where(Organisation.parent_id == district_id)
            .order_by(Task.id)
        )
        return [
            Seen(task.milestone_id, task.organisation_id, task.starts, task.due, task.done_at is not None, count)
            for task, count in await self.session.execute(found)
        ]

    async def first_undated(self, district_id: int) -> frozenset[int]:
        """Of each row whose date is not known the first open task below: the date is asked for once, not by each."""
        found = (
            select(func.min(Task.id))
            .join(Milestone, Milestone.id == Task.milestone_id)
            .join(Roadmap, Roadmap.id == Milestone.roadmap_id)
            .join(Organisation, Organisation.id == Task.organisation_id)
            .where(Milestone.organisation_id == district_id, Roadmap.state == "active", _is_done_below())
            .where(Organisation.parent_id == district_id, Task.due.is_(None), Task.done_at.is_(None))
            .group_by(Task.milestone_id)
        )
        return frozenset((await self.session.scalars(found)).all())

    async def open_task(self, organisation_id: int, milestone_id: int) -> Task | None:
        """The first open task that the organisation has under a row."""
        found = select(Task).where(
            Task.organisation_id == organisation_id, Task.milestone_id == milestone_id, Task.done_at.is_(None)
        )
        return (await self.session.scalars(found.order_by(Task.occurrence, Task.id).limit(1))).first()

    async def placed(self, roadmap_id: int) -> set[tuple[int, int]]:
        """Which row has tasks in which organisation: pairs of milestone and organisation."""
        found = select(Task.milestone_id, Task.organisation_id).join(Milestone, Milestone.id == Task.milestone_id)
        pairs = await self.session.execute(found.where(Milestone.roadmap_id == roadmap_id).distinct())
        return {(milestone_id, organisation_id) for milestone_id, organisation_id in pairs}

    async def add_tasks(self, tasks: Iterable[Task]) -> None:
        """Keep many new tasks at once."""
        self.session.add_all(tasks)
        await self.session.flush()

    async def codes(self, district_id: int, now: datetime) -> Sequence[Code]:
        """The codes that let organisations into the district now, the longest-lived first."""
        found = select(Code).where(
            Code.purpose == CODE, Code.organisation_id == district_id, Code.used_at.is_(None), Code.expires_at > now
        )
        return (await self.session.scalars(found.order_by(Code.expires_at.desc()))).all()

    async def close_codes(self, district_id: int, now: datetime) -> None:
        """None of the codes made so far lets anybody in any more."""
        mine = (Code.purpose == CODE) & (Code.organisation_id == district_id) & Code.used_at.is_(None)
        await self.session.execute(update(Code).where(mine).values(used_at=now))


def _is_done_below() -> ColumnElement[bool]:
    return Milestone.level.in_(BELOW) & Milestone.removed_at.is_(None)
