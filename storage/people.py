"""People, their accounts and roles."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import joinedload

from domain.people import Category, Role
from storage.group import Group
from storage.models import Account, Invitation, Membership, Person


def fold(text: str) -> str:
    """A name as it is searched: small letters, ё as е (SQLite's own lower() leaves Cyrillic as it is)."""
    return " ".join(text.casefold().replace("ё", "е").split())


class People(Group):
    async def account(self, platform: str, external_id: int, now: datetime) -> Account:
        """The account with its person, made when it writes for the first time."""
        found = (
            select(Account)
            .options(joinedload(Account.person))
            .where(Account.platform == platform, Account.external_id == external_id)
        )
        account = (await self.session.scalars(found)).one_or_none()
        if account is None:
            account = Account(platform=platform, external_id=external_id, asked_about={}, created_at=now, person=None)
            self.session.add(account)
            await self.session.flush()
        return account

    async def add_person(self, account: Account, now: datetime) -> Person:
        """A new person behind ``account``, who will be written to there."""
        person = Person(created_at=now, preferred_account_id=account.id)
        self.session.add(person)
        await self.session.flush()
        account.person = person
        return person

    async def get(self, person_id: int) -> Person:
        return await self.session.get_one(Person, person_id)

    async def by_id(self, person_ids: Sequence[int]) -> dict[int, Person]:
        found = select(Person).where(Person.id.in_(person_ids))
        return {person.id: person for person in await self.session.scalars(found)}

    async def find(self, person_id: int) -> Person | None:
        return await self.session.get(Person, person_id)

    def rename(self, person: Person, name: str) -> None:
        person.name = name
        person.name_folded = fold(name)

    async def accounts(self, person_id: int) -> Sequence[Account]:
        """A person's accounts, the preferred one first."""
        preferred = select(Person.preferred_account_id).where(Person.id == person_id).scalar_subquery()
        found = (
            select(Account)
            .options(joinedload(Account.person))
            .where(Account.person_id == person_id)
            .order_by((Account.id == func.coalesce(preferred, 0)).desc(), Account.id)
        )
        return (await self.session.scalars(found)).all()

    async def platforms(self) -> Sequence[str]:
        """The messengers that anybody has an account in."""
        return (await self.session.scalars(select(Account.platform).distinct().order_by(Account.platform))).all()

    async def account_by_id(self, account_id: int) -> Account | None:
        return await self.session.get(Account, account_id, options=[joinedload(Account.person)])

    async def join(
        self,
        person_id: int,
        organisation_id: int,
        programme_id: int,
        role: str,
        now: datetime,
        category: str = Category.TEACHER,
    ) -> Membership:
        """The person's membership in this role; one that was left is taken up again."""
        found = select(Membership).where(
            Membership.person_id == person_id, Membership.programme_id == programme_id, Membership.role == role
        )
        membership = (await self.session.scalars(found)).one_or_none()
        if membership is None:
            membership = Membership(
                person_id=person_id,
                organisation_id=organisation_id,
                programme_id=programme_id,
                role=role,
                category=category,
                joined_at=now,
            )
            self.session.add(membership)
        if membership.left_at is not None:
            membership.left_at = membership.leaves_on = None
            membership.category = category
        await self.session.flush()
        return membership

    async def leave(self, person_id: int, organisation_id: int, role: str, now: datetime) -> bool:
        """End the person's role in the organisation; false when she has not got it."""
        held = update(Membership).where(
            Membership.person_id == person_id,
            Membership.organisation_id == organisation_id,
            Membership.role == role,
            Membership.left_at.is_(None),
        )
        ended = await self.session.execute(held.values(left_at=now).returning(Membership.id))
        return ended.first() is not None

    async def memberships(self, person_id: int) -> Sequence[Membership]:
        """The roles that the person has now, in all organisations."""
        found = select(Membership).where(Membership.person_id == person_id, Membership.left_at.is_(None))
        return (await self.session.scalars(found.order_by(Membership.id))).all()

    async def category(self, person_id: int, organisation_id: int) -> Category:
        """The person's category: of the newest membership there, else of the invitation that she came by.

        That she is a child's guardian counts only when she has no other role.
        """
        held = (
            select(Membership.category)
            .where(Membership.person_id == person_id, Membership.organisation_id == organisation_id)
            .where(Membership.left_at.is_(None))
            .order_by(Membership.role == Role.GUARDIAN, Membership.id.desc())
        )
        invited = (
            select(Invitation.category)
            .join(Account, Account.invitation_id == Invitation.id)
            .where(Account.person_id == person_id, Invitation.organisation_id == organisation_id)
            .order_by(Invitation.id.desc())
        )
        for found in (held, invited):
            category = (await self.session.scalars(found.limit(1))).first()
            if category is not None:
                return Category(category)
        return Category.TEACHER

    async def members(self, organisation_id: int, role: str | None = None) -> Sequence[Person]:
        """People with ``role`` (any, when None) in the organisation now, by name."""
        found = (
            select(Person)
            .join(Membership, Membership.person_id == Person.id)
            .where(Membership.organisation_id == organisation_id, Membership.left_at.is_(None))
            .order_by(Person.name_folded, Person.id)
            .distinct()
        )
        if role is not None:
            found = found.where(Membership.role == role)
        return (await self.session.scalars(found)).all()

    async def roles(self, organisation_id: int) -> dict[int, frozenset[str]]:
        """Everybody's roles in the organisation: person → roles."""
        found = select(Membership.person_id, Membership.role).where(
            Membership.organisation_id == organisation_id, Membership.left_at.is_(None)
        )
        roles: dict[int, set[str]] = {}
        for person_id, role in await self.session.execute(found):
            roles.setdefault(person_id, set()).add(role)
        return {person_id: frozenset(held) for person_id, held in roles.items()}

    async def freed(self, account_id: int | None) -> Sequence[Account]:
        """The account that ``Erasing.set_free`` has left for a last word, if it still stands alone."""
        found = select(Account).where(Account.id == account_id, Account.person_id.is_(None))
        return (await self.session.scalars(found.options(joinedload(Account.person)))).all()

    async def forget_freed(self, account_id: int) -> None:
        """Erase it after that, unless its owner has opened an invitation again."""
        alone = (Account.person_id.is_(None), Account.invitation_id.is_(None), Account.gathering_id.is_(None))
        await self.session.execute(delete(Account).where(Account.id == account_id, *alone))

    async def mark_unreachable(self, account_id: int) -> None:
        await self.session.execute(update(Account).where(Account.id == account_id).values(reachable=False))

    async def forget(self, account: Account) -> None:
        """Erase an account behind which there is no person."""
        await self.session.delete(account)

    async def forget_strangers(self, before: datetime) -> int:
        """Erase accounts that wrote before ``before`` and never gave a consent; returns how many."""
        gone: Any = await self.session.execute(
            delete(Account).where(Account.person_id.is_(None), Account.created_at < before)
        )
        return int(gone.rowcount)
