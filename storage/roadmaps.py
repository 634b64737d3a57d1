"""Roadmaps, their rows and tasks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, case, delete, func, or_, select, update
from sqlalchemy.orm import aliased

from domain.roadmap.levels import BELOW, Level
from storage.group import Group
from storage.models import Evidence, File, Milestone, Organisation, Request, Responsible, Roadmap, Task


@dataclass(frozen=True, slots=True)
class Row:
    """A task of an organisation together with the roadmap's row that it comes from."""

    task: Task
    milestone: Milestone

    @property
    def is_from_district(self) -> bool:
        """Whether the row stands in the roadmap of the organisation's district, not in its own."""
        return self.milestone.organisation_id != self.task.organisation_id


class Roadmaps(Group):
    async def add(
        self,
        organisation_id: int,
        programme_id: int,
        roadmap: Mapping[str, Any],
        milestones: Sequence[Mapping[str, Any]],
        now: datetime,
    ) -> Roadmap:
        """Keep a roadmap as it was read (columns of ``Roadmap`` and of ``Milestone``), waiting for confirmation.

        One waits at a time: another one that waited is declined.
        """
        await self.session.execute(
            update(Roadmap)
            .where(Roadmap.organisation_id == organisation_id, Roadmap.state == "read")
            .values(state="declined")
        )
        kept = Roadmap(
            organisation_id=organisation_id, programme_id=programme_id, state="read", created_at=now, **roadmap
        )
        self.session.add(kept)
        await self.session.flush()
        self.session.add_all(
            Milestone(organisation_id=organisation_id, roadmap_id=kept.id, position=position, **milestone)
            for position, milestone in enumerate(milestones, start=1)
        )
        await self.session.flush()
        return kept

    async def get(self, organisation_id: int, roadmap_id: int) -> Roadmap | None:
        roadmap = await self.session.get(Roadmap, roadmap_id)
        return roadmap if roadmap is not None and roadmap.organisation_id == organisation_id else None

    async def active(self, organisation_id: int) -> Roadmap | None:
        """The roadmap that the organisation follows now."""
        found = select(Roadmap).where(Roadmap.organisation_id == organisation_id, Roadmap.state == "active")
        return (await self.session.scalars(found.order_by(Roadmap.id.desc()))).first()

    async def followed_since(self, organisation_id: int) -> datetime | None:
        """Since when the organisation follows a roadmap, its own or its district's."""
        found = select(func.min(Roadmap.activated_at)).where(
            Roadmap.state == "active",
            or_(Roadmap.organisation_id == organisation_id, Roadmap.organisation_id == _district(organisation_id)),
        )
        return (await self.session.scalars(found)).one()

    async def waiting(self, organisation_id: int) -> Roadmap | None:
        """The roadmap that was read last and waits for confirmation."""
        found = select(Roadmap).where(Roadmap.organisation_id == organisation_id, Roadmap.state == "read")
        return (await self.session.scalars(found.order_by(Roadmap.id.desc()))).first()

    async def activate(self, roadmap: Roadmap, now: datetime) -> None:
        """Follow this roadmap from now on; the one before it is replaced."""
        await self.session.execute(
            update(Roadmap)
            .where(Roadmap.organisation_id == roadmap.organisation_id, Roadmap.state == "active")
            .values(state="replaced")
        )
        roadmap.state, roadmap.activated_at = "active", now
        await self.session.flush()

    async def deactivate(self, roadmap: Roadmap, replaced: Roadmap | None) -> bool:
        """Put back how it was before ``activate``; false when somebody has already worked with its tasks."""
        tasks = select(Task.id).join(Milestone).where(Milestone.roadmap_id == roadmap.id)
        worked = select(Task.id).where(Task.id.in_(tasks), or_(Task.done_at.is_not(None), Evidence.id.is_not(None)))
        if (await self.session.scalars(worked.outerjoin(Evidence).limit(1))).first() is not None:
            return False
        await self.session.execute(delete(Task).where(Task.id.in_(tasks)))
        await self.session.execute(delete(Responsible).where(Responsible.roadmap_id == roadmap.id))
        roadmap.state, roadmap.activated_at = "read", None
        await self.session.flush()
        if replaced is not None:
            replaced.state = "active"
        return True

    async def milestones(self, roadmap_id: int) -> Sequence[Milestone]:
        """The rows in the paper's order without those taken out; one added by hand stands last in its section."""
        found = select(Milestone).where(Milestone.roadmap_id == roadmap_id, Milestone.removed_at.is_(None))
        return (await self.session.scalars(found.order_by(_place(), Milestone.position))).all()

    async def milestone(self, organisation_id: int, milestone_id: int) -> Milestone | None:
        """A row, also one that was taken out."""
        milestone = await self.session.get(Milestone, milestone_id)
        return milestone if milestone is not None and milestone.organisation_id == organisation_id else None

    async def add_milestone(self, roadmap: Roadmap, columns: Mapping[str, Any], now: datetime) -> Milestone:
        """A row added by hand; its position follows all others, so that no row changes its name."""
        last = select(func.max(Milestone.position)).where(Milestone.roadmap_id == roadmap.id)
        milestone = Milestone(
            organisation_id=roadmap.organisation_id,
            roadmap_id=roadmap.id,
            position=((await self.session.scalars(last)).one() or 0) + 1,
            added_at=now,
            **columns,
        )
        self.session.add(milestone)
        await self.session.flush()
        return milestone

    async def tasks_of(self, milestone_id: int) -> Sequence[Task]:
        """A row's tasks in all organisations."""
        found = select(Task).where(Task.milestone_id == milestone_id).order_by(Task.due, Task.id)
        return (await self.session.scalars(found)).all()

    async def drop_task(self, task: Task, heir: Task) -> None:
        """Take a task away; its evidence and what was asked for under it go over to ``heir``."""
        for table in (Evidence, Request):
            await self.session.execute(update(table).where(table.task_id == task.id).values(task_id=heir.id))
        await self.session.delete(task)
        await self.session.flush()

    async def add_task(
        self,
        milestone: Milestone,
        organisation_id: int,
        starts: date | None,
        due: date | None,
        now: datetime,
        occurrence: str = "",
    ) -> Task:
        task = Task(
            milestone_id=milestone.id,
            organisation_id=organisation_id,
            occurrence=occurrence,
            starts=starts,
            due=due,
            created_at=now,
        )
        self.session.add(task)
        await self.session.flush()
        return task

    async def of(self, row: Row) -> Roadmap:
        """The roadmap that the row stands in: the organisation's own or its district's."""
        return await self.session.get_one(Roadmap, row.milestone.roadmap_id)

    async def rows(self, organisation_id: int, *, only_open: bool = False) -> Sequence[Row]:
        """Tasks of the roadmap that the organisation follows, in the paper's order, then those from its district."""
        found = (
            select(Task, Milestone)
            .join(Milestone, Milestone.id == Task.milestone_id)
            .join(Roadmap, Roadmap.id == Milestone.roadmap_id)
            .where(Task.organisation_id == organisation_id, Roadmap.state == "active", _is_done_in(organisation_id))
            .order_by(Milestone.organisation_id != organisation_id, _place(), Milestone.position, Task.occurrence)
        )
        if only_open:
            found = found.where(Task.done_at.is_(None))
        return [Row(task, milestone) for task, milestone in await self.session.execute(found)]

    async def row(self, organisation_id: int, task_id: int) -> Row | None:
        found = (
            select(Task, Milestone)
            .join(Milestone, Milestone.id == Task.milestone_id)
            .where(Task.organisation_id == organisation_id, Task.id == task_id, _is_done_in(organisation_id))
        )
        pair = (await self.session.execute(found)).one_or_none()
        return Row(pair[0], pair[1]) if pair is not None else None

    async def sha256_of(self, roadmap: Roadmap) -> str | None:
        """The hash of the file that the roadmap was read from; None for a pasted text."""
        return (await self.session.scalars(select(File.sha256).where(File.id == roadmap.file_id))).one_or_none()


def _is_done_in(organisation_id: int) -> ColumnElement[bool]:
    """The organisation's own rows, and those that its district leaves to each organisation; none taken out."""
    own = (Milestone.organisation_id == organisation_id) & (Milestone.level != Level.EACH)
    of_district = (Milestone.organisation_id == _district(organisation_id)) & Milestone.level.in_(BELOW)
    return (own | of_district) & Milestone.removed_at.is_(None)


def _district(organisation_id: int) -> ScalarSelect[int | None]:
    return select(Organisation.parent_id).where(Organisation.id == organisation_id).scalar_subquery()


def _place() -> ColumnElement[int]:
    """Behind which row of the paper a row stands: itself, or for one added by hand the last of its section."""
    paper = aliased(Milestone)
    last = select(func.max(paper.position)).where(
        paper.roadmap_id == Milestone.roadmap_id, paper.section == Milestone.section, paper.added_at.is_(None)
    )
    return case(
        (Milestone.added_at.is_(None), Milestone.position),
        else_=func.coalesce(last.correlate(Milestone).scalar_subquery(), Milestone.position),
    )
