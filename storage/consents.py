"""Consents: who gave which for whom, and for whom that is enough; ``domain.consents`` decides."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select, update

from domain.consents import VERSIONS, Age, By, ConsentKind, Facts, Given, Use, allowed, facts_of
from domain.posts import named_in
from storage.group import Group
from storage.models import Consent, Guardianship, Membership, Person


class Consents(Group):
    async def give(
        self,
        person_id: int,
        organisation_id: int,
        kind: ConsentKind,
        by: By,
        now: datetime,
        *,
        given_by: int | None = None,
        account_id: int | None = None,
        file_id: int | None = None,
    ) -> bool:
        """Keep a consent for ``person_id``; false when the same one is in force already."""
        same = select(Consent.id).where(
            Consent.person_id == person_id,
            Consent.organisation_id == organisation_id,
            Consent.kind == kind,
            Consent.by == by,
            Consent.given_by.is_(None) if given_by is None else Consent.given_by == given_by,
            Consent.withdrawn_at.is_(None),
        )
        if (await self.session.scalars(same)).first() is not None:
            return False
        self.session.add(
            Consent(
                person_id=person_id,
                organisation_id=organisation_id,
                kind=kind,
                version=VERSIONS[kind],
                by=by,
                given_by=given_by,
                file_id=file_id,
                account_id=account_id,
                given_at=now,
            )
        )
        await self.session.flush()
        return True

    async def of_person(self, person_id: int, organisation_id: int) -> Sequence[Consent]:
        """Every consent for the person that ever was, the oldest first."""
        found = select(Consent).where(Consent.person_id == person_id, Consent.organisation_id == organisation_id)
        return (await self.session.scalars(found.order_by(Consent.id))).all()

    async def facts(self, person_id: int, organisation_id: int) -> Facts:
        """What ``allowed`` decides from; nothing is in force for somebody unknown."""
        known = await self._facts(Consent.organisation_id == organisation_id, Consent.person_id == person_id)
        if person_id in known:
            return known[person_id]
        age = await self.session.scalar(select(Person.age).where(Person.id == person_id))
        return Facts(Age(age or Age.CHILD))

    async def allows(self, use: Use, person_id: int, organisation_id: int) -> bool:
        return allowed(use, await self.facts(person_id, organisation_id))

    async def allowing(self, organisation_id: int, use: Use) -> frozenset[int]:
        """Everybody in the organisation whose data may be used so."""
        known = await self._facts(Consent.organisation_id == organisation_id)
        return frozenset(person_id for person_id, facts in known.items() if allowed(use, facts))

    async def allows_writing(self, person_id: int, organisation_id: int) -> bool:
        """Whether the person may be written to about this organisation.

        A coordinator or another overseer consented elsewhere, in the organisation that she belongs to.
        """
        return await self._allows_from_elsewhere(Use.WRITE, person_id, organisation_id)

    async def may_be_named(self, person_id: int, organisation_id: int) -> bool:
        """Whether others may see the person's name here; the same holds of overseers."""
        return await self._allows_from_elsewhere(Use.SHOW, person_id, organisation_id)

    async def organisations(self, person_id: int) -> frozenset[int]:
        """Organisations that may keep the person's data."""
        found = select(Consent.organisation_id).where(Consent.person_id == person_id, Consent.withdrawn_at.is_(None))
        wanted = set((await self.session.scalars(found)).all())
        return frozenset([each for each in wanted if await self.allows(Use.KEEP, person_id, each)])

    async def unpublishable(self, organisation_id: int, text: str) -> Sequence[Person]:
        """Whoever takes or took part and whose name the text gives away without a consent to that."""
        allowed = await self.allowing(organisation_id, Use.PUBLISH)
        members = (
            select(Person)
            .join(Membership, Membership.person_id == Person.id)
            .where(Membership.organisation_id == organisation_id)
            .distinct()
            .order_by(Person.id)
        )
        people = [each for each in await self.session.scalars(members) if each.id not in allowed]
        named = set(named_in(text, [each.name for each in people]))
        return [each for each in people if each.name in named]

    async def withdraw(
        self, person_id: int, organisation_id: int, kinds: Iterable[ConsentKind], now: datetime, given_by: int | None
    ) -> None:
        """End the person's consents of these kinds: those that ``given_by`` gave, or all when None."""
        ended = update(Consent).where(
            Consent.person_id == person_id,
            Consent.organisation_id == organisation_id,
            Consent.kind.in_(list(kinds)),
            Consent.withdrawn_at.is_(None),
        )
        if given_by is not None:
            ended = ended.where(Consent.given_by == given_by)
        await self.session.execute(ended.values(withdrawn_at=now))

    async def _allows_from_elsewhere(self, use: Use, person_id: int, organisation_id: int) -> bool:
        if await self.of_person(person_id, organisation_id):
            return await self.allows(use, person_id, organisation_id)
        return bool(await self.organisations(person_id))

    async def _facts(self, *where: ColumnElement[bool]) -> dict[int, Facts]:
        """Person → facts; a guardian's consent counts while she is the child's guardian there."""
        guards = exists().where(
            Guardianship.child_id == Consent.person_id,
            Guardianship.guardian_id == Consent.given_by,
            Guardianship.organisation_id == Consent.organisation_id,
        )
        found = (
            select(Consent.person_id, Consent.kind, Consent.by, Consent.given_at, Consent.withdrawn_at, Person.age)
            .join(Person, Person.id == Consent.person_id)
            .where(or_(Consent.by != By.GUARDIAN, guards), *where)
        )
        ages: dict[int, Age] = {}
        given: dict[int, list[Given]] = {}
        rows: Any = await self.session.execute(found)
        for row in rows:
            ages[row.person_id] = Age(row.age)
            given.setdefault(row.person_id, []).append(
                Given(ConsentKind(row.kind), By(row.by), row.given_at, row.withdrawn_at)
            )
        return {person_id: facts_of(age, given[person_id]) for person_id, age in ages.items()}
