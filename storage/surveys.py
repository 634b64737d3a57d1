"""Surveys: who was asked to fill in which form, and who has answered."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update

from domain.gatherings import SURVEY as GATHERING
from storage.group import Group
from storage.models import Person, Survey, SurveyInvitee


class Surveys(Group):
    async def open(
        self,
        organisation_id: int,
        programme_id: int,
        kind: str,
        audience: Sequence[tuple[int, str]],
        opened_by: int,
        closes_at: datetime,
        now: datetime,
        version: int | None = None,
    ) -> Survey:
        """A survey sent to ``audience``: pairs of person and form; ``version`` is an own form's."""
        survey = Survey(
            organisation_id=organisation_id,
            programme_id=programme_id,
            kind=kind,
            version=version,
            opened_at=now,
            opened_by=opened_by,
            closes_at=closes_at,
        )
        self.session.add(survey)
        await self.session.flush()
        self.session.add_all(
            SurveyInvitee(survey_id=survey.id, organisation_id=organisation_id, person_id=person_id, form=form)
            for person_id, form in audience
        )
        await self.session.flush()
        return survey

    async def get(self, organisation_id: int, survey_id: int) -> Survey | None:
        survey = await self.session.get(Survey, survey_id)
        return survey if survey is not None and survey.organisation_id == organisation_id else None

    async def of_organisation(self, organisation_id: int) -> Sequence[Survey]:
        """All surveys that were sent, the newest first; the quick polls of gatherings stand with those."""
        found = select(Survey).where(Survey.organisation_id == organisation_id, Survey.kind != GATHERING)
        return (await self.session.scalars(found.order_by(Survey.id.desc()))).all()

    async def running(self, organisation_id: int, kind: str) -> Survey | None:
        """The survey of this kind that can be answered now."""
        found = select(Survey).where(
            Survey.organisation_id == organisation_id, Survey.kind == kind, Survey.closed_at.is_(None)
        )
        return (await self.session.scalars(found.order_by(Survey.id.desc()).limit(1))).one_or_none()

    async def of_kind(self, organisation_id: int, programme_id: int, kind: str) -> Sequence[Survey]:
        """The programme's surveys of a kind, the oldest first."""
        found = select(Survey).where(
            Survey.organisation_id == organisation_id, Survey.programme_id == programme_id, Survey.kind == kind
        )
        return (await self.session.scalars(found.order_by(Survey.id))).all()

    async def invitees(self, survey_id: int) -> Sequence[SurveyInvitee]:
        found = select(SurveyInvitee).where(SurveyInvitee.survey_id == survey_id).order_by(SurveyInvitee.id)
        return (await self.session.scalars(found)).all()

    async def unanswered(self, organisation_id: int) -> Sequence[tuple[Survey, SurveyInvitee]]:
        """Everybody who has not answered a survey that is still open."""
        found = (
            select(Survey, SurveyInvitee)
            .join(SurveyInvitee, SurveyInvitee.survey_id == Survey.id)
            .where(
                Survey.organisation_id == organisation_id,
                Survey.closed_at.is_(None),
                SurveyInvitee.answered_at.is_(None),
            )
        )
        return [(survey, invitee) for survey, invitee in await self.session.execute(found)]

    async def open_for(self, person_id: int) -> Sequence[tuple[Survey, SurveyInvitee]]:
        """What the person is asked to fill in now in the organisation that she is in, the newest first."""
        found = (
            select(Survey, SurveyInvitee)
            .join(SurveyInvitee, SurveyInvitee.survey_id == Survey.id)
            .join(Person, Person.id == SurveyInvitee.person_id)
            .where(
                SurveyInvitee.person_id == person_id,
                Survey.organisation_id == Person.organisation_id,
                Survey.closed_at.is_(None),
                SurveyInvitee.answered_at.is_(None),
            )
            .order_by(Survey.id.desc(), SurveyInvitee.id)
        )
        return [(survey, invitee) for survey, invitee in await self.session.execute(found)]

    async def mark_answered(self, survey_id: int, person_id: int, form: str, now: datetime) -> None:
        await self.session.execute(
            update(SurveyInvitee)
            .where(
                SurveyInvitee.survey_id == survey_id,
                SurveyInvitee.person_id == person_id,
                SurveyInvitee.form == form,
            )
            .values(answered_at=now)
        )

    async def next_closing(self) -> datetime | None:
        """When the next open survey is over."""
        found = select(func.min(Survey.closes_at)).where(Survey.closed_at.is_(None))
        return (await self.session.scalars(found)).first()

    async def close_due(self, now: datetime) -> Sequence[Survey]:
        """Close the surveys whose time is over; they."""
        found = select(Survey).where(Survey.closed_at.is_(None), Survey.closes_at <= now)
        surveys = (await self.session.scalars(found)).all()
        for survey in surveys:
            survey.closed_at = now
        return surveys
