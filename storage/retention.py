"""What an organisation need not keep any longer: people who left, and answers and letters of years gone by."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, delete, exists, select

from domain.consents import ConsentKind
from domain.people import Role
from domain.retention import DEFAULT_MONTHS, ended_on
from storage.group import Group
from storage.models import (
    Consent,
    Decision,
    Guardianship,
    Letter,
    Membership,
    Notice,
    Organisation,
    Programme,
    Retention,
    Submission,
    Survey,
    SurveyInvitee,
)

NEEDED_LONGER = (Role.CURATOR, Role.HEAD, Role.COORDINATOR)
"""Who is asked before anything is erased, and told of it after."""

Condition = ColumnElement[bool]


class Retentions(Group):
    async def of(self, organisation_id: int) -> Retention:
        """The organisation's term, made with the default where none is set."""
        found = select(Retention).where(Retention.organisation_id == organisation_id)
        row = (await self.session.scalars(found)).one_or_none()
        if row is None:
            row = Retention(organisation_id=organisation_id)
            self.session.add(row)
            await self.session.flush()
        return row

    async def months(self, organisation_id: int) -> int:
        """The organisation's term, the default where none is set; nothing is written."""
        found = select(Retention.months).where(Retention.organisation_id == organisation_id)
        return await self.session.scalar(found) or DEFAULT_MONTHS

    async def programmes(self, organisation_id: int) -> Sequence[Programme]:
        found = select(Programme).where(Programme.organisation_id == organisation_id).order_by(Programme.ends)
        return (await self.session.scalars(found)).all()

    async def ended(self, organisation: Organisation) -> dict[int, date]:
        """Everybody whose data is kept here → the last day of the programme that it was needed for.

        A guardian is needed as long as her children; who keeps the programme itself is left out.
        """
        years = [(each.starts, each.ends) for each in await self.programmes(organisation.id)]
        if not years:
            return {}
        left = await self._left(organisation)
        days = {person: ended_on(left.get(person), years) for person in await self._kept(organisation.id)}
        tied = select(Guardianship.guardian_id, Guardianship.child_id).where(
            Guardianship.organisation_id == organisation.id
        )
        for guardian, child in await self.session.execute(tied):
            if guardian in days:
                days[guardian] = max(days[guardian], days.get(child, days[guardian]))
        return days

    async def has_answers(self, programme: Programme) -> bool:
        """Whether anything of this year is still there that the next ones do not need."""
        return any([await self.session.scalar(select(exists().where(each))) for each in _of_year(programme)])

    async def erase_year(self, programme: Programme) -> None:
        """Erase the year's answers to surveys, letters, closed notices and decisions; numbers of pairs stay."""
        for table, gone in zip((Submission, SurveyInvitee, Letter), _of_year(programme), strict=True):
            await self.session.execute(delete(table).where(gone))
        over, here = _over(programme), programme.organisation_id
        closed = Notice.state.in_(("done", "withdrawn", "failed"))
        notices = delete(Notice).where(Notice.organisation_id == here, Notice.created_at < over, closed)
        await self.session.execute(notices)
        await self.session.execute(delete(Decision).where(Decision.organisation_id == here, Decision.made_at < over))

    async def _kept(self, organisation_id: int) -> set[int]:
        """People with a consent in force who do not keep the programme."""
        agreed = select(Consent.person_id).where(
            Consent.organisation_id == organisation_id,
            Consent.kind == ConsentKind.PROCESSING,
            Consent.withdrawn_at.is_(None),
        )
        keepers = select(Membership.person_id).where(
            Membership.organisation_id == organisation_id,
            Membership.role.in_(NEEDED_LONGER),
            Membership.left_at.is_(None),
        )
        return set(await self.session.scalars(agreed)) - set(await self.session.scalars(keepers))

    async def _left(self, organisation: Organisation) -> dict[int, date]:
        """Who has left all her roles → the local day of the last."""
        found = select(Membership.person_id, Membership.left_at).where(Membership.organisation_id == organisation.id)
        rows = (await self.session.execute(found)).all()
        there = {person for person, left in rows if left is None}
        zone = ZoneInfo(organisation.timezone)
        days: dict[int, date] = {}
        for person, left in rows:
            if left is not None and person not in there:
                day = left.astimezone(zone).date()
                days[person] = max(day, days.get(person, day))
        return days


def _over(programme: Programme) -> datetime:
    """The moment after the programme's last day."""
    return datetime.combine(programme.ends + timedelta(days=1), time(), UTC)


def _of_year(programme: Programme) -> tuple[Condition, Condition, Condition]:
    """The year's rows of submissions, of people asked in surveys, and of letters."""
    asked = select(Survey.id).where(Survey.programme_id == programme.id)
    return (
        (Submission.programme_id == programme.id) & Submission.survey_id.is_not(None),
        SurveyInvitee.survey_id.in_(asked),
        (Letter.organisation_id == programme.organisation_id) & (Letter.sent_at < _over(programme)),
    )
