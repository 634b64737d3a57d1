"""Personal invitations: whom a curator has named, kept encrypted until she consents or thirty days have passed."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from domain.people import Category, Role
from domain.people_lists import Draft, name_key
from storage.codes import make_code, tidy
from storage.group import Group
from storage.models import Account, PersonalInvitation
from storage.people import fold


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation as its list told it, with the code that opens it."""

    id: int
    name: str
    post: str
    phone: str
    category: Category
    role: Role | None
    code: str
    created_at: datetime

    @property
    def key(self) -> str:
        return name_key(self.name)


class Imports(Group):
    async def invite(self, organisation_id: int, programme_id: int, draft: Draft, now: datetime) -> Invited | None:
        """A personal invitation; None where one for the same name waits already."""
        if await self._by_name(organisation_id, draft.name) is not None:
            return None
        code = make_code()
        told = {"name": draft.name, "post": draft.post, "phone": draft.phone, "code": code}
        row = PersonalInvitation(
            organisation_id=organisation_id,
            programme_id=programme_id,
            code_hash=self._hash_of_code(code),
            name_hash=self._hash_of_name(draft.name),
            category=draft.category,
            role=draft.role or "",
            secret=self.cipher.encrypt(json.dumps(told).encode()),
            created_at=now,
        )
        self.session.add(row)
        await self.session.flush()
        return self._opened(row)

    async def waiting(self, organisation_id: int) -> list[Invited]:
        """Everybody in the organisation who was invited by name and has not consented yet, by name."""
        found = select(PersonalInvitation).where(PersonalInvitation.organisation_id == organisation_id)
        invited = [self._opened(row) for row in await self.session.scalars(found)]
        return sorted(invited, key=lambda each: (fold(each.name), each.id))

    async def by_code(self, code: str) -> PersonalInvitation | None:
        """The invitation whose code this is."""
        found = select(PersonalInvitation).where(PersonalInvitation.code_hash == self._hash_of_code(code))
        return (await self.session.scalars(found)).one_or_none()

    async def take_on(self, row: PersonalInvitation, account: Account) -> bool:
        """Bind the invitation to the account that opened it first; false when somebody else did."""
        if row.account_id is not None and row.account_id != account.id:
            return False
        row.account_id = account.id
        await self.session.flush()
        return True

    async def give_back(self, invited: Invited) -> None:
        """Somebody else opened it: its own person may still come by it."""
        row = await self.session.get(PersonalInvitation, invited.id)
        if row is not None:
            row.account_id = None
            await self.session.flush()

    async def of_account(self, account_id: int, organisation_id: int) -> Invited | None:
        """What is kept for whoever opened the invitation with this account."""
        found = select(PersonalInvitation).where(
            PersonalInvitation.account_id == account_id, PersonalInvitation.organisation_id == organisation_id
        )
        row = (await self.session.scalars(found.order_by(PersonalInvitation.id).limit(1))).one_or_none()
        return self._opened(row) if row is not None else None

    async def settle(self, invited: Invited) -> None:
        """The person is here: her invitation is needed no more."""
        await self.session.execute(delete(PersonalInvitation).where(PersonalInvitation.id == invited.id))

    async def forget(self, before: datetime) -> int:
        """Erase invitations made before ``before``; how many."""
        gone: Any = await self.session.execute(
            delete(PersonalInvitation).where(PersonalInvitation.created_at < before)
        )
        return int(gone.rowcount)

    async def _by_name(self, organisation_id: int, name: str) -> PersonalInvitation | None:
        found = select(PersonalInvitation).where(
            PersonalInvitation.organisation_id == organisation_id,
            PersonalInvitation.name_hash == self._hash_of_name(name),
        )
        return (await self.session.scalars(found)).one_or_none()

    def _opened(self, row: PersonalInvitation) -> Invited:
        told = json.loads(self.cipher.decrypt(row.secret))
        role = Role(row.role) if row.role else None
        return Invited(row.id, category=Category(row.category), role=role, created_at=row.created_at, **told)

    def _hash_of_code(self, code: str) -> str:
        return self.cipher.hash(tidy(code))

    def _hash_of_name(self, name: str) -> str:
        return self.cipher.hash(f"name:{name_key(name)}")
