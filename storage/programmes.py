"""From one school year's programme to the next: who takes part goes on, what was done stays where it is."""

from datetime import date, datetime

from sqlalchemy import delete, or_, select, update

from storage.group import Group
from storage.models import Invitation, Membership, Mentorship, Programme, Roadmap, Submission, Survey


class Programmes(Group):
    async def begin(self, organisation_id: int, starts: date, ends: date, now: datetime) -> Programme:
        """A new programme with everybody who takes part now, each in the same roles.

        Memberships of the programme before end with it; open invitations lead to the new one. Pairs go on;
        what was filled in or followed stays with its own year, where later ones find it.
        """
        programme = Programme(organisation_id=organisation_id, starts=starts, ends=ends, created_at=now)
        self.session.add(programme)
        await self.session.flush()
        taking_part = select(Membership).where(
            Membership.organisation_id == organisation_id, Membership.left_at.is_(None)
        )
        for before in (await self.session.scalars(taking_part)).all():
            before.left_at = now
            self.session.add(_carried(before, programme))
        await self._invite_to(programme, None)
        await self.session.flush()
        return programme

    async def take_back(self, organisation_id: int, programme_id: int) -> bool:
        """Go back to the programme before it; false when somebody has already begun something in the new one."""
        programme = await self.session.get(Programme, programme_id)
        if programme is None or not await self.is_untouched(organisation_id, programme_id):
            return False
        found = select(Programme).where(Programme.organisation_id == organisation_id, Programme.id < programme.id)
        before = (await self.session.scalars(found.order_by(Programme.id.desc()).limit(1))).one()
        await self.session.execute(
            update(Membership)
            .where(Membership.programme_id == before.id, Membership.left_at == programme.created_at)
            .values(left_at=None)
        )
        await self._invite_to(before, programme)
        await self.session.execute(
            update(Roadmap).where(Roadmap.programme_id == programme.id).values(programme_id=before.id)
        )
        await self.session.execute(delete(Programme).where(Programme.id == programme.id))
        return True

    async def is_untouched(self, organisation_id: int, programme_id: int) -> bool:
        """Whether nothing but the memberships it began with belongs to the programme."""
        programme = await self.session.get(Programme, programme_id)
        if programme is None or programme.organisation_id != organisation_id:
            return False
        changed = or_(Membership.joined_at != programme.created_at, Membership.left_at.is_not(None))
        found = [
            select(Membership.id).where(Membership.programme_id == programme.id, changed),
            *(select(each.id).where(each.programme_id == programme.id) for each in (Submission, Mentorship, Survey)),
        ]
        return all([(await self.session.scalars(each.limit(1))).first() is None for each in found])

    async def _invite_to(self, programme: Programme, only_from: Programme | None) -> None:
        leads = Invitation.organisation_id == programme.organisation_id
        if only_from is not None:
            leads = leads & (Invitation.programme_id == only_from.id)
        await self.session.execute(
            update(Invitation).where(leads, Invitation.closed_at.is_(None)).values(programme_id=programme.id)
        )


def _carried(before: Membership, programme: Programme) -> Membership:
    return Membership(
        person_id=before.person_id,
        organisation_id=before.organisation_id,
        programme_id=programme.id,
        role=before.role,
        category=before.category,
        joined_at=programme.created_at,
        leaves_on=before.leaves_on,
    )
