"""The organisations that a person takes part in."""

from collections.abc import Sequence

from sqlalchemy import select

from domain.consents import ConsentKind
from storage.group import Group
from storage.models import Consent, Membership, Organisation, Person


class Places(Group):
    async def of(self, person_id: int) -> Sequence[Organisation]:
        """Where the person has a role or has consented to take one, by name."""
        joined = select(Membership.organisation_id).where(
            Membership.person_id == person_id, Membership.left_at.is_(None)
        )
        agreed = select(Consent.organisation_id).where(
            Consent.person_id == person_id,
            Consent.kind == ConsentKind.PROCESSING,
            Consent.withdrawn_at.is_(None),
        )
        found = select(Organisation).where(Organisation.id.in_(joined.union(agreed)))
        return (await self.session.scalars(found.order_by(Organisation.name, Organisation.id))).all()

    async def keep_post(self, person: Person, post: str) -> None:
        """On the card of somebody in one organisation; that of one in several is seen by all and has none."""
        person.post = post if len(await self.of(person.id)) < 2 else ""
