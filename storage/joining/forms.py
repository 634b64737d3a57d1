"""Forms that both records of a person have filled in: the later one counts, the earlier one is its history."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.practices import FORM as PRACTICE
from storage.models import AnswerChange, AnswerRow, Submission


async def join_forms(session: AsyncSession, kept_id: int, other_id: int) -> None:
    """Leave one filling-in of each form; practices may be many, and what was only tried is erased."""
    await session.execute(delete(Submission).where(Submission.person_id == other_id, Submission.trial.is_(True)))
    found = select(Submission).where(Submission.person_id.in_((kept_id, other_id)), Submission.trial.is_(False))
    same: dict[tuple[int, str, int | None], list[Submission]] = {}
    for row in await session.scalars(found.order_by(Submission.id)):
        if row.form != PRACTICE or row.survey_id is not None:
            same.setdefault((row.organisation_id, row.form, row.survey_id), []).append(row)
    for rows in same.values():
        *earlier, last = sorted(rows, key=standing)
        for each in earlier:
            await become_history(session, each, last)


def standing(submission: Submission) -> tuple[bool, datetime]:
    """What was sent counts more than what was not, and then the later one."""
    return submission.sent_at is not None, submission.sent_at or submission.touched_at


async def become_history(session: AsyncSession, earlier: Submission, last: Submission) -> None:
    """Answers that the last one lacks go on there while it is unsent; all others are what was said before."""
    answered = set(await session.scalars(select(AnswerRow.question).where(AnswerRow.submission_id == last.id)))
    goes_on = last.sent_at is None and last.version == earlier.version
    for answer in await session.scalars(select(AnswerRow).where(AnswerRow.submission_id == earlier.id)):
        if goes_on and answer.question not in answered:
            answer.submission_id = last.id
        elif answer.finished:
            session.add(
                AnswerChange(
                    submission_id=last.id,
                    question=answer.question,
                    value=answer.value,
                    secret=answer.secret,
                    changed_at=answer.answered_at,
                )
            )
    before = update(AnswerChange).where(AnswerChange.submission_id == earlier.id)
    await session.execute(before.values(submission_id=last.id))
    await session.flush()
    await session.execute(delete(Submission).where(Submission.id == earlier.id))
