"""Which updates were handled, and how far each messenger's feed is."""

import secrets
from datetime import datetime

from sqlalchemy import delete, select

from storage.group import Group
from storage.models import Installation, Position, ProcessedUpdate

SALT_BYTES = 16


class Updates(Group):
    async def take(self, platform: str, key: str, now: datetime) -> bool:
        """Record that this update is being handled; false when it was handled before."""
        row = await self._find(platform, key)
        if row is not None and row.outcome == "handled":
            return False
        if row is None:
            self.session.add(ProcessedUpdate(platform=platform, key=key, outcome="handled", at=now))
        else:
            row.outcome = "handled"
        return True

    async def fail(self, platform: str, key: str, now: datetime) -> int:
        """Record a failed try and return how many there were."""
        row = await self._find(platform, key)
        if row is None:
            row = ProcessedUpdate(platform=platform, key=key, outcome="failed", attempts=0, at=now)
            self.session.add(row)
        row.outcome, row.attempts = "failed", row.attempts + 1
        return row.attempts

    async def position(self, platform: str) -> str | None:
        found = select(Position.value).where(Position.platform == platform)
        return (await self.session.scalars(found)).one_or_none()

    async def move(self, platform: str, value: str) -> None:
        """Remember that everything before ``value`` is handled."""
        row = (await self.session.scalars(select(Position).where(Position.platform == platform))).one_or_none()
        if row is None:
            self.session.add(Position(platform=platform, value=value))
        else:
            row.value = value

    async def salt(self) -> str:
        """The installation's salt, made at the first start."""
        row = (await self.session.scalars(select(Installation))).one_or_none()
        if row is None:
            row = Installation(salt=secrets.token_hex(SALT_BYTES))
            self.session.add(row)
            await self.session.flush()
        return row.salt

    async def forget(self, before: datetime) -> None:
        """Erase records of updates that no messenger repeats any more."""
        await self.session.execute(delete(ProcessedUpdate).where(ProcessedUpdate.at < before))

    async def _find(self, platform: str, key: str) -> ProcessedUpdate | None:
        found = select(ProcessedUpdate).where(ProcessedUpdate.platform == platform, ProcessedUpdate.key == key)
        return (await self.session.scalars(found)).one_or_none()
