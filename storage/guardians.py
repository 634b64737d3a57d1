"""Guardians and their children in one organisation's programme."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from storage.group import Group
from storage.models import Guardianship, Person


class Guardians(Group):
    async def add(self, child_id: int, guardian_id: int, organisation_id: int, now: datetime) -> None:
        """Tie the two; whoever is tied already stays so."""
        if not await self.is_guardian(guardian_id, child_id, organisation_id):
            self.session.add(
                Guardianship(child_id=child_id, guardian_id=guardian_id, organisation_id=organisation_id, since=now)
            )
            await self.session.flush()

    async def is_guardian(self, guardian_id: int, child_id: int, organisation_id: int) -> bool:
        found = select(Guardianship.id).where(
            Guardianship.child_id == child_id,
            Guardianship.guardian_id == guardian_id,
            Guardianship.organisation_id == organisation_id,
        )
        return (await self.session.scalars(found)).first() is not None

    async def children(self, guardian_id: int, organisation_id: int) -> Sequence[Person]:
        """The guardian's children in the organisation, in the order in which she vouched for them."""
        found = (
            select(Person)
            .join(Guardianship, Guardianship.child_id == Person.id)
            .where(Guardianship.guardian_id == guardian_id, Guardianship.organisation_id == organisation_id)
        )
        return (await self.session.scalars(found.order_by(Guardianship.id))).all()

    async def guardians(self, child_id: int, organisation_id: int) -> Sequence[Person]:
        found = (
            select(Person)
            .join(Guardianship, Guardianship.guardian_id == Person.id)
            .where(Guardianship.child_id == child_id, Guardianship.organisation_id == organisation_id)
        )
        return (await self.session.scalars(found.order_by(Guardianship.id))).all()
