"""People without a messenger, and the questionnaires that a curator fills in for them."""

from datetime import datetime, timedelta

from sqlalchemy import delete, exists, select

from domain.consents import Age
from storage.codes import ARRIVAL, Codes
from storage.group import Group
from storage.models import Account, Code, Membership, Person, Submission


class Offline(Group):
    async def add_person(self, organisation_id: int, age: Age, now: datetime) -> Person:
        """A new person without any account."""
        person = Person(age=age, organisation_id=organisation_id, created_at=now)
        self.session.add(person)
        await self.session.flush()
        return person

    async def people(self, organisation_id: int) -> frozenset[int]:
        """Members of the organisation who have no account in any messenger."""
        found = select(Membership.person_id).where(
            Membership.organisation_id == organisation_id,
            Membership.left_at.is_(None),
            ~exists().where(Account.person_id == Membership.person_id),
        )
        return frozenset((await self.session.scalars(found)).all())

    async def arrival_code(
        self, person_id: int, organisation_id: int, made_by: int, lifetime: timedelta, now: datetime
    ) -> str:
        """The one code by which the person comes to a messenger; those made before work no more."""
        await self.session.execute(delete(Code).where(Code.person_id == person_id, Code.purpose == ARRIVAL))
        codes = Codes(self.session, self.cipher)
        return await codes.make(ARRIVAL, lifetime, now, person_id, organisation_id=organisation_id, made_by=made_by)

    async def submission(self, organisation_id: int, submission_id: int) -> Submission | None:
        """A questionnaire of this organisation that a curator fills in for somebody who still has no messenger."""
        found = select(Submission).where(
            Submission.id == submission_id,
            Submission.organisation_id == organisation_id,
            Submission.entered_by.is_not(None),
            ~exists().where(Account.person_id == Submission.person_id),
        )
        return (await self.session.scalars(found)).one_or_none()
