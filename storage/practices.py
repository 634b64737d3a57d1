"""Practices for the collection; each is told in a filled-in form."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from domain.forms import load
from domain.practices import FORM, State
from storage.group import Group
from storage.models import Person, Practice, Submission


class Practices(Group):
    async def begin(self, person_id: int, organisation_id: int, programme_id: int, now: datetime) -> Submission:
        """The form of a new practice, or of the one that is still being written."""
        written = (
            select(Submission)
            .join(Practice, Practice.submission_id == Submission.id)
            .where(
                Practice.person_id == person_id,
                Practice.organisation_id == organisation_id,
                Practice.state == State.WRITING,
            )
        )
        submission = (await self.session.scalars(written.order_by(Practice.id.desc()).limit(1))).first()
        return submission or await self._new(person_id, organisation_id, programme_id, now)

    async def _new(self, person_id: int, organisation_id: int, programme_id: int, now: datetime) -> Submission:
        submission = Submission(
            person_id=person_id,
            organisation_id=organisation_id,
            programme_id=programme_id,
            form=FORM,
            version=load(FORM).version,
            started_at=now,
            touched_at=now,
        )
        self.session.add(submission)
        await self.session.flush()
        self.session.add(
            Practice(
                organisation_id=organisation_id,
                programme_id=programme_id,
                person_id=person_id,
                submission_id=submission.id,
                state=State.WRITING,
                made_at=now,
            )
        )
        await self.session.flush()
        return submission

    async def get(self, organisation_id: int, practice_id: int) -> Practice | None:
        practice = await self.session.get(Practice, practice_id)
        return practice if practice is not None and practice.organisation_id == organisation_id else None

    async def of_submission(self, submission_id: int) -> Practice | None:
        found = select(Practice).where(Practice.submission_id == submission_id)
        return (await self.session.scalars(found)).one_or_none()

    async def submission(self, practice: Practice) -> Submission:
        return await self.session.get_one(Submission, practice.submission_id)

    async def of_person(self, organisation_id: int, person_id: int) -> Sequence[Practice]:
        """The person's own, the newest first."""
        found = select(Practice).where(Practice.organisation_id == organisation_id, Practice.person_id == person_id)
        return (await self.session.scalars(found.order_by(Practice.id.desc()))).all()

    async def in_state(self, organisation_id: int, *states: State) -> Sequence[tuple[Practice, Person]]:
        """Practices with their authors, the oldest first."""
        found = (
            select(Practice, Person)
            .join(Person, Person.id == Practice.person_id)
            .where(Practice.organisation_id == organisation_id, Practice.state.in_(states))
            .order_by(Practice.id)
        )
        return [(practice, person) for practice, person in await self.session.execute(found)]

    async def counts(self, organisation_id: int) -> dict[State, int]:
        found = select(Practice.state, func.count()).where(Practice.organisation_id == organisation_id)
        rows = {State(state): count for state, count in await self.session.execute(found.group_by(Practice.state))}
        return {state: rows.get(state, 0) for state in State}
