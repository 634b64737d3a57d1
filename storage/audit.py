"""The journal: who did what with the power of a role, and when."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from domain.audit import Audited
from storage.group import Group
from storage.models import AuditEntry


class Audit(Group):
    async def record(
        self, organisation_id: int, person_id: int | None, action: Audited, now: datetime, **subject: int | str
    ) -> AuditEntry:
        """Write down what ``person_id`` did, None for the bot itself; ``subject`` holds ids and keys, never names."""
        entry = AuditEntry(
            organisation_id=organisation_id, person_id=person_id, action=action, subject=subject, at=now
        )
        self.session.add(entry)
        await self.session.flush()
        return entry

    async def count(self, organisation_id: int) -> int:
        found = select(func.count()).where(AuditEntry.organisation_id == organisation_id)
        return (await self.session.scalars(found)).one()

    async def newest(self, organisation_id: int, limit: int, skip: int = 0) -> Sequence[AuditEntry]:
        """The organisation's entries, newest first."""
        found = select(AuditEntry).where(AuditEntry.organisation_id == organisation_id)
        newest = found.order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
        return (await self.session.scalars(newest.limit(limit).offset(skip))).all()

    async def signed(self, organisation_id: int, roadmap_id: int) -> AuditEntry | None:
        """The signature under a roadmap, unless it was taken back."""
        actions = (Audited.ROADMAP_SIGNED, Audited.SIGNATURE_TAKEN_BACK)
        found = select(AuditEntry).where(
            AuditEntry.organisation_id == organisation_id, AuditEntry.action.in_(actions)
        )
        newest = await self.session.scalars(found.order_by(AuditEntry.at.desc(), AuditEntry.id.desc()))
        last = next((each for each in newest if each.subject.get("roadmap") == roadmap_id), None)
        return last if last is not None and last.action == Audited.ROADMAP_SIGNED else None
