"""Meetings of pairs and groups."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import CompoundSelect, select

from domain.statuses import MeetingStatus
from storage.group import Group
from storage.models import Meeting, Mentee, Mentorship


class Meetings(Group):
    async def set(self, mentorship: Mentorship, starts_at: datetime, set_by: int, now: datetime) -> Meeting:
        meeting = Meeting(
            organisation_id=mentorship.organisation_id,
            mentorship_id=mentorship.id,
            starts_at=starts_at,
            status=MeetingStatus.PLANNED,
            set_by=set_by,
            set_at=now,
        )
        self.session.add(meeting)
        await self.session.flush()
        return meeting

    async def get(self, organisation_id: int, meeting_id: int) -> Meeting | None:
        meeting = await self.session.get(Meeting, meeting_id)
        return meeting if meeting is not None and meeting.organisation_id == organisation_id else None

    async def planned(self, organisation_id: int) -> Sequence[Meeting]:
        """Meetings of which nobody has said yet how they went."""
        found = select(Meeting).where(
            Meeting.organisation_id == organisation_id, Meeting.status == MeetingStatus.PLANNED
        )
        return (await self.session.scalars(found.order_by(Meeting.starts_at))).all()

    async def of_mentorship(self, mentorship_id: int) -> Sequence[Meeting]:
        found = select(Meeting).where(Meeting.mentorship_id == mentorship_id).order_by(Meeting.starts_at)
        return (await self.session.scalars(found)).all()

    async def next(self, mentorship_id: int) -> Meeting | None:
        """The nearest meeting that is still planned."""
        found = select(Meeting).where(Meeting.mentorship_id == mentorship_id, Meeting.status == MeetingStatus.PLANNED)
        return (await self.session.scalars(found.order_by(Meeting.starts_at).limit(1))).one_or_none()

    async def with_person(self, person_id: int, meeting_id: int) -> Meeting | None:
        """A meeting of a mentorship that this very person is in."""
        found = select(Meeting).where(Meeting.id == meeting_id, Meeting.mentorship_id.in_(_of_people([person_id])))
        return (await self.session.scalars(found)).one_or_none()

    async def planned_with(self, person_ids: Sequence[int]) -> Sequence[Meeting]:
        """Planned meetings of all mentorships that any of these people is in."""
        found = select(Meeting).where(
            Meeting.status == MeetingStatus.PLANNED, Meeting.mentorship_id.in_(_of_people(person_ids))
        )
        return (await self.session.scalars(found.order_by(Meeting.starts_at))).all()

    def settle(self, meeting: Meeting, status: str, by: int, now: datetime) -> None:
        """Keep what came of a planned meeting."""
        meeting.status, meeting.outcome_by, meeting.outcome_at = status, by, now

    async def cancel_planned(self, mentorship_id: int, by: int, now: datetime) -> None:
        """Cancel what is still planned in a mentorship that ends."""
        for meeting in await self.of_mentorship(mentorship_id):
            if meeting.status == MeetingStatus.PLANNED:
                self.settle(meeting, MeetingStatus.CANCELLED, by, now)

    def plan_again(self, meeting: Meeting) -> None:
        meeting.status, meeting.outcome_by, meeting.outcome_at = MeetingStatus.PLANNED, None, None


def _of_people(person_ids: Sequence[int]) -> CompoundSelect[int]:
    """Ids of the mentorships that any of these people is in."""
    led = select(Mentorship.id).where(Mentorship.mentor_id.in_(person_ids))
    return led.union(select(Mentee.mentorship_id).where(Mentee.person_id.in_(person_ids)))
