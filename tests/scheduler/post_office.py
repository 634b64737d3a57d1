"""A messenger in tests of delivery: it keeps what was shown, and answers as it is told to."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from domain.notices import COURTESY
from scheduler.deliver import Done, Outcome
from storage.database import Database
from storage.models import Notice
from tests.storage.stock import NOW


@dataclass
class PostOffice:
    """``shown``: for each message the keys of what it carried, with its random id."""

    database: Database
    answer: Callable[[Notice], Outcome | Exception] = lambda notice: Done(account_id=1)
    shown: list[tuple[tuple[str, ...], int]] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)

    async def send(self, lead_id: int) -> Outcome:
        async with self.database.begin() as storage:
            lead = await storage.notices.get(lead_id)
            carried = (lead.key, *(each.key for each in await storage.notices.followers(lead_id)))
        self.tried.append(lead.key)
        await asyncio.sleep(0)
        outcome = self.answer(lead)
        if isinstance(outcome, Exception):
            raise outcome
        if isinstance(outcome, Done):
            self.shown.append((carried, lead.random_id))
        return outcome

    @property
    def messages(self) -> list[tuple[str, ...]]:
        return [carried for carried, _ in self.shown]


async def written(
    database: Database,
    person_id: int,
    kind: str,
    *keys: str,
    due_at: datetime = NOW,
    organisation_id: int | None = None,
) -> None:
    assert kind in COURTESY
    async with database.begin() as storage:
        for key in keys:
            await storage.notices.add(person_id, kind, key, due_at, NOW, organisation_id=organisation_id)


async def notice_of(database: Database, key: str) -> Notice:
    """The notice as it is kept now."""
    async with database.look() as session:
        return (await session.scalars(select(Notice).where(Notice.key == key))).one()
