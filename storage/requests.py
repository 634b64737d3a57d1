"""What was asked for under rows «по запросу»; the words are kept encrypted."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from storage.group import Group
from storage.models import Milestone, Request, Roadmap, Task


class Requests(Group):
    async def open(self, task: Task, text: str, opened_by: int, now: datetime) -> Request:
        request = Request(
            organisation_id=task.organisation_id,
            task_id=task.id,
            text=self.cipher.encrypt(text.encode()).decode("ascii"),
            opened_at=now,
            opened_by=opened_by,
        )
        self.session.add(request)
        await self.session.flush()
        return request

    def words(self, request: Request) -> str:
        """What was asked for, as it was typed."""
        return self.cipher.decrypt(request.text.encode("ascii")).decode()

    async def get(self, organisation_id: int, request_id: int) -> Request | None:
        request = await self.session.get(Request, request_id)
        return request if request is not None and request.organisation_id == organisation_id else None

    async def open_of(self, task_id: int) -> Sequence[Request]:
        """What is open under one row, the oldest first."""
        found = select(Request).where(Request.task_id == task_id, Request.closed_at.is_(None))
        return (await self.session.scalars(found.order_by(Request.id))).all()

    async def open_in(self, organisation_id: int) -> Sequence[Request]:
        """What is open under the rows that the organisation follows now, the oldest first."""
        found = (
            select(Request)
            .join(Task, Task.id == Request.task_id)
            .join(Milestone, Milestone.id == Task.milestone_id)
            .join(Roadmap, Roadmap.id == Milestone.roadmap_id)
            .where(
                Request.organisation_id == organisation_id,
                Request.closed_at.is_(None),
                Roadmap.state == "active",
            )
        )
        return (await self.session.scalars(found.order_by(Request.id))).all()

    async def remove(self, request: Request) -> None:
        await self.session.delete(request)
        await self.session.flush()

    def close(self, request: Request, closed_by: int, now: datetime) -> None:
        request.closed_at, request.closed_by = now, closed_by

    def reopen(self, request: Request) -> None:
        request.closed_at = request.closed_by = None
