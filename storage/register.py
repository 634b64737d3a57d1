"""Everybody who takes or took part, for the personal register."""

from collections.abc import Sequence

from sqlalchemy import select

from storage.group import Group
from storage.models import Membership


class Register(Group):
    async def memberships(self, organisation_id: int, roles: Sequence[str]) -> Sequence[Membership]:
        """All memberships in these roles, those that have ended too, in the order in which people joined."""
        found = select(Membership).where(Membership.organisation_id == organisation_id, Membership.role.in_(roles))
        return (await self.session.scalars(found.order_by(Membership.joined_at, Membership.id))).all()
