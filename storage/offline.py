"""People without a messenger, and the questionnaires that a curator fills in for them."""

from datetime import datetime

from sqlalchemy import exists, select

from domain.consents import Age
from storage.group import Group
from storage.models import Account, Membership, Person, Submission


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

    async def submission(self, organisation_id: int, submission_id: int) -> Submission | None:
        """A questionnaire of this organisation that a curator fills in for somebody."""
        submission = await self.session.get(Submission, submission_id)
        is_here = submission is not None and submission.organisation_id == organisation_id
        return submission if is_here and submission is not None and submission.entered_by is not None else None
