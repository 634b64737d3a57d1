"""Partner organisations and their agreements; the contact person is kept encrypted."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select

from storage.group import Group
from storage.models import Organisation, Partner


class Partners(Group):
    async def add(self, organisation_id: int, name: str, now: datetime) -> Partner:
        partner = Partner(organisation_id=organisation_id, name=name, made_at=now)
        self.session.add(partner)
        await self.session.flush()
        return partner

    async def get(self, organisation_id: int, partner_id: int) -> Partner | None:
        """A partner of this organisation that was not removed."""
        partner = await self.session.get(Partner, partner_id)
        is_here = partner is not None and partner.organisation_id == organisation_id and partner.removed_at is None
        return partner if is_here else None

    async def all(self, organisation_id: int) -> Sequence[Partner]:
        """The organisation's partners in the order in which they came."""
        found = select(Partner).where(Partner.organisation_id == organisation_id, Partner.removed_at.is_(None))
        return (await self.session.scalars(found.order_by(Partner.id))).all()

    async def ending(self, organisation_id: int, today: date, until: date) -> Sequence[Partner]:
        """Partners whose agreement ends between these days, both inclusive."""
        found = select(Partner).where(
            Partner.organisation_id == organisation_id,
            Partner.removed_at.is_(None),
            Partner.until >= today,
            Partner.until <= until,
        )
        return (await self.session.scalars(found.order_by(Partner.until, Partner.id))).all()

    async def ends_after(self, day: date) -> Sequence[tuple[date, str]]:
        """The last days of all organisations' agreements that end after ``day``, each with its zone."""
        found = (
            select(Partner.until, Organisation.timezone)
            .join(Organisation, Organisation.id == Partner.organisation_id)
            .where(Partner.until > day, Partner.removed_at.is_(None))
            .distinct()
        )
        return [(until, zone) for until, zone in await self.session.execute(found) if until is not None]

    def contact(self, partner: Partner) -> str:
        """The contact person as the curator told it; empty where nobody is named."""
        return self.cipher.decrypt(partner.contact).decode() if partner.contact is not None else ""

    def set_contact(self, partner: Partner, contact: str) -> None:
        partner.contact = self.cipher.encrypt(contact.encode()) if contact else None
