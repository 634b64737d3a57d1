"""Agreements with employees who are mentors, and mentors who lay their duties down."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select

from domain.people import Role
from storage.group import Group
from storage.models import Membership, MentorAgreement, Organisation


class Agreements(Group):
    async def of_mentor(self, person_id: int, programme_id: int) -> MentorAgreement | None:
        found = select(MentorAgreement).where(
            MentorAgreement.person_id == person_id, MentorAgreement.programme_id == programme_id
        )
        return (await self.session.scalars(found)).one_or_none()

    async def begin(
        self, person_id: int, organisation_id: int, programme_id: int, made_by: int, now: datetime
    ) -> MentorAgreement:
        """The mentor's agreement of the programme, made where there is none."""
        agreement = await self.of_mentor(person_id, programme_id)
        if agreement is None:
            agreement = MentorAgreement(
                person_id=person_id,
                organisation_id=organisation_id,
                programme_id=programme_id,
                made_by=made_by,
                made_at=now,
            )
            self.session.add(agreement)
            await self.session.flush()
        return agreement

    async def duties(self, person_id: int, organisation_id: int) -> Membership | None:
        """The person's membership as a mentor, while she is one."""
        found = select(Membership).where(
            Membership.person_id == person_id,
            Membership.organisation_id == organisation_id,
            Membership.role == Role.MENTOR,
            Membership.left_at.is_(None),
        )
        return (await self.session.scalars(found.order_by(Membership.id.desc()).limit(1))).one_or_none()

    async def ending(self, organisation_id: int, today: date) -> Sequence[Membership]:
        """Mentors whose last day is over."""
        found = select(Membership).where(
            Membership.organisation_id == organisation_id,
            Membership.leaves_on < today,
            Membership.left_at.is_(None),
        )
        return (await self.session.scalars(found.order_by(Membership.id))).all()

    async def last_days(self) -> Sequence[tuple[date, str]]:
        """The last days that mentors of all organisations have announced, each with its zone."""
        found = (
            select(Membership.leaves_on, Organisation.timezone)
            .join(Organisation, Organisation.id == Membership.organisation_id)
            .where(Membership.leaves_on.is_not(None), Membership.left_at.is_(None))
            .distinct()
        )
        return [(day, zone) for day, zone in await self.session.execute(found) if day is not None]
