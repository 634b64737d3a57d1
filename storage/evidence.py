"""What shows that a task is done: files and lines of text."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from storage.group import Group
from storage.models import Evidence, File, Task


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence with the name of its file, empty where there is none."""

    evidence: Evidence
    file_name: str


class EvidenceOfTasks(Group):
    async def add(
        self, task: Task, added_by: int, now: datetime, *, file_id: int | None = None, text: str = ""
    ) -> Evidence:
        evidence = Evidence(
            organisation_id=task.organisation_id,
            task_id=task.id,
            file_id=file_id,
            text=text,
            added_at=now,
            added_by=added_by,
        )
        self.session.add(evidence)
        await self.session.flush()
        return evidence

    async def of(self, task_id: int) -> Sequence[Proof]:
        """The evidence of a task in the order in which it came, without the contents of files."""
        found = (
            select(Evidence, File.name)
            .outerjoin(File, File.id == Evidence.file_id)
            .where(Evidence.task_id == task_id)
            .order_by(Evidence.id)
        )
        return [Proof(evidence, name or "") for evidence, name in await self.session.execute(found)]

    async def by_task(self, organisation_id: int) -> dict[int, list[Proof]]:
        """Task → its evidence, of all tasks of the organisation that have any."""
        found = (
            select(Evidence, File.name)
            .outerjoin(File, File.id == Evidence.file_id)
            .where(Evidence.organisation_id == organisation_id)
            .order_by(Evidence.id)
        )
        proofs: dict[int, list[Proof]] = defaultdict(list)
        for evidence, name in await self.session.execute(found):
            proofs[evidence.task_id].append(Proof(evidence, name or ""))
        return dict(proofs)

    async def proved(self, milestone_id: int) -> set[int]:
        """Which of a row's tasks somebody has sent evidence for."""
        found = select(Evidence.task_id).join(Task, Task.id == Evidence.task_id)
        return set((await self.session.scalars(found.where(Task.milestone_id == milestone_id))).all())
