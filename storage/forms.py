"""Filled-in forms and their answers; answers to personal questions are encrypted."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.group import Group
from storage.models import AnswerChange, AnswerRow, Programme, Submission


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer as it was kept; ``value`` is what JSON can hold, None when the question was skipped."""

    value: Any
    finished: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """A change of a sent answer: what it said ``before``, and when it was changed."""

    question: str
    before: Any
    at: datetime


class Forms(Group):
    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        super().__init__(session, cipher)
        self._kept: dict[int, dict[str, AnswerRow]] = {}

    async def begin(
        self,
        person_id: int,
        organisation_id: int,
        programme_id: int,
        form: str,
        version: int,
        now: datetime,
        survey_id: int | None = None,
    ) -> Submission:
        """The person's filling-in of this form: the one that was begun, else a new one.

        An application holds from year to year: the one of an earlier programme is found too.
        """
        found = select(Submission).where(
            Submission.person_id == person_id,
            Submission.organisation_id == organisation_id,
            Submission.form == form,
            Submission.trial.is_(False),
            Submission.survey_id.is_(None) if survey_id is None else Submission.survey_id == survey_id,
        )
        submission = (await self.session.scalars(found)).one_or_none()
        if submission is None:
            submission = Submission(
                person_id=person_id,
                organisation_id=organisation_id,
                programme_id=programme_id,
                survey_id=survey_id,
                form=form,
                version=version,
                started_at=now,
                touched_at=now,
            )
            self.session.add(submission)
            await self.session.flush()
        return submission

    async def begin_trial(
        self, person_id: int, organisation_id: int, programme_id: int, form: str, version: int, now: datetime
    ) -> Submission:
        """A look at a form, filled in as its people will do; an earlier look is erased."""
        await self.end_trials(person_id)
        submission = Submission(
            person_id=person_id,
            organisation_id=organisation_id,
            programme_id=programme_id,
            form=form,
            version=version,
            trial=True,
            started_at=now,
            touched_at=now,
        )
        self.session.add(submission)
        await self.session.flush()
        return submission

    async def end_trials(self, person_id: int) -> None:
        """Erase what the person has only tried."""
        await self.session.execute(
            delete(Submission).where(Submission.person_id == person_id, Submission.trial.is_(True))
        )

    async def get(self, person_id: int, submission_id: int) -> Submission | None:
        """A submission of this very person."""
        submission = await self.session.get(Submission, submission_id)
        return submission if submission is not None and submission.person_id == person_id else None

    async def unfinished(self, person_id: int, organisation_id: int | None = None) -> Sequence[Submission]:
        """What the person has begun herself and not sent, in one organisation or in all, the last touched first."""
        found = select(Submission).where(
            Submission.person_id == person_id, Submission.sent_at.is_(None), Submission.trial.is_(False)
        )
        if organisation_id is not None:
            found = found.where(Submission.organisation_id == organisation_id)
        return (await self.session.scalars(found.order_by(Submission.touched_at.desc()))).all()

    async def sent_elsewhere(self, person_id: int, organisation_id: int) -> Sequence[Submission]:
        """The person's applications in her other organisations, the oldest first."""
        found = select(Submission).where(
            Submission.person_id == person_id,
            Submission.organisation_id != organisation_id,
            Submission.survey_id.is_(None),
            Submission.sent_at.is_not(None),
        )
        return (await self.session.scalars(found.order_by(Submission.id))).all()

    async def unfinished_in(self, organisation_id: int) -> Sequence[Submission]:
        """Applications (no surveys) that people of the organisation have begun and not sent."""
        found = select(Submission).where(
            Submission.organisation_id == organisation_id,
            Submission.sent_at.is_(None),
            Submission.survey_id.is_(None),
            Submission.trial.is_(False),
        )
        return (await self.session.scalars(found.order_by(Submission.id))).all()

    async def of_person(self, person_id: int, programme_id: int) -> Sequence[Submission]:
        """What the person has filled in by this programme, in earlier ones of the organisation too."""
        here = select(Programme.organisation_id).where(Programme.id == programme_id).scalar_subquery()
        found = select(Submission).where(
            Submission.person_id == person_id,
            Submission.organisation_id == here,
            Submission.programme_id <= programme_id,
            Submission.trial.is_(False),
        )
        return (await self.session.scalars(found.order_by(Submission.id))).all()

    async def in_organisation(self, organisation_id: int, forms: Sequence[str]) -> Sequence[Submission]:
        """Applications of an organisation (no surveys), sent or not."""
        found = select(Submission).where(
            Submission.organisation_id == organisation_id,
            Submission.form.in_(forms),
            Submission.survey_id.is_(None),
        )
        return (await self.session.scalars(found.order_by(Submission.id))).all()

    async def of_survey(self, survey_id: int) -> Sequence[Submission]:
        found = select(Submission).where(Submission.survey_id == survey_id, Submission.sent_at.is_not(None))
        return (await self.session.scalars(found.order_by(Submission.id))).all()

    async def answers(self, submission_id: int) -> dict[str, Stored]:
        """Question key → what was answered."""
        return {question: self._stored(row) for question, row in (await self._rows(submission_id)).items()}

    async def answers_of(self, submission_ids: Sequence[int]) -> dict[int, dict[str, Stored]]:
        """The same for many submissions at once."""
        found = select(
            AnswerRow.submission_id, AnswerRow.question, AnswerRow.value, AnswerRow.secret, AnswerRow.finished
        ).where(AnswerRow.submission_id.in_(submission_ids))
        answers: dict[int, dict[str, Stored]] = {submission_id: {} for submission_id in submission_ids}
        for row in await self.session.execute(found):
            answers[row.submission_id][row.question] = self._stored(row)
        return answers

    async def save(
        self,
        submission: Submission,
        question: str,
        value: Any,
        *,
        personal: bool,
        now: datetime,
        finished: bool = True,
    ) -> None:
        """Keep an answer, over an earlier one if there is one; what a sent form said before is kept beside it."""
        rows = await self._rows(submission.id)
        row = rows.get(question)
        if row is not None and submission.sent_at is not None and self._stored(row) != Stored(value, finished):
            await self._remember(row, now)
        if row is None:
            row = rows[question] = AnswerRow(submission_id=submission.id, question=question)
            self.session.add(row)
        row.secret = self.cipher.encrypt(json.dumps(value).encode()) if personal else None
        row.value = None if personal else value
        row.finished = finished
        row.answered_at = submission.touched_at = now

    async def _remember(self, row: AnswerRow, now: datetime) -> None:
        """Keep what was answered; ticks that are not finished were never an answer."""
        if row.finished:
            self.session.add(
                AnswerChange(
                    submission_id=row.submission_id,
                    question=row.question,
                    value=row.value,
                    secret=row.secret,
                    changed_at=now,
                )
            )
            await self.session.flush()

    async def changes(self, submission_id: int) -> list[Changed]:
        """What was changed after the form had been sent, the oldest first."""
        found = select(AnswerChange).where(AnswerChange.submission_id == submission_id).order_by(AnswerChange.id)
        return [
            Changed(change.question, self._value(change), change.changed_at)
            for change in await self.session.scalars(found)
        ]

    async def drop(self, submission_id: int, questions: Sequence[str]) -> None:
        """Erase answers that no longer belong to the form's path."""
        await self.session.execute(
            delete(AnswerRow).where(AnswerRow.submission_id == submission_id, AnswerRow.question.in_(questions))
        )
        self._kept.pop(submission_id, None)

    async def _rows(self, submission_id: int) -> dict[str, AnswerRow]:
        """Question key → its row; read once a transaction, since an answer is kept and then looked at again."""
        if submission_id not in self._kept:
            found = select(AnswerRow).where(AnswerRow.submission_id == submission_id)
            self._kept[submission_id] = {row.question: row for row in await self.session.scalars(found)}
        return self._kept[submission_id]

    def _stored(self, row: AnswerRow | Row[Any]) -> Stored:
        return Stored(self._value(row), row.finished)

    def _value(self, row: AnswerRow | AnswerChange | Row[Any]) -> Any:
        return json.loads(self.cipher.decrypt(row.secret)) if row.secret is not None else row.value


def values(answers: Mapping[str, Stored]) -> dict[str, Any]:
    """Only the finished answers, as plain values."""
    return {key: stored.value for key, stored in answers.items() if stored.finished}
