"""Pairs and groups, and their meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from storage.group import Group
from storage.models import Meeting, Mentee, Mentorship, Person


@dataclass(frozen=True, slots=True)
class Pair:
    """A mentorship with its people."""

    mentorship: Mentorship
    mentor: Person
    mentees: tuple[Person, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        return (self.mentor, *self.mentees)


class Mentorships(Group):
    async def propose(
        self,
        organisation_id: int,
        programme_id: int,
        mentor_id: int,
        mentee_ids: Sequence[int],
        proposed_by: int,
        now: datetime,
    ) -> Mentorship:
        """A new mentorship that waits for everybody's word; a mentee who has one already breaks a unique index."""
        mentorship = Mentorship(
            organisation_id=organisation_id,
            programme_id=programme_id,
            mentor_id=mentor_id,
            status="proposed",
            proposed_at=now,
            proposed_by=proposed_by,
        )
        self.session.add(mentorship)
        await self.session.flush()
        self.session.add_all(
            Mentee(
                organisation_id=organisation_id,
                programme_id=programme_id,
                mentorship_id=mentorship.id,
                person_id=person_id,
            )
            for person_id in mentee_ids
        )
        await self.session.flush()
        return mentorship

    async def get(self, organisation_id: int, mentorship_id: int) -> Pair | None:
        mentorship = await self.session.get(Mentorship, mentorship_id)
        if mentorship is None or mentorship.organisation_id != organisation_id:
            return None
        return (await self._pairs([mentorship]))[0]

    async def live(self, organisation_id: int) -> Sequence[Pair]:
        """Mentorships that are not closed, the oldest first."""
        found = select(Mentorship).where(
            Mentorship.organisation_id == organisation_id, Mentorship.closed_at.is_(None)
        )
        return await self._pairs((await self.session.scalars(found.order_by(Mentorship.id))).all())

    async def of_person(self, person_id: int, organisation_id: int) -> Sequence[Pair]:
        """The live mentorships that the person is in, on either side."""
        in_it = select(Mentee.mentorship_id).where(Mentee.person_id == person_id, Mentee.live)
        found = select(Mentorship).where(
            Mentorship.organisation_id == organisation_id,
            Mentorship.closed_at.is_(None),
            (Mentorship.mentor_id == person_id) | Mentorship.id.in_(in_it),
        )
        return await self._pairs((await self.session.scalars(found.order_by(Mentorship.id))).all())

    async def places(self, mentorship_id: int) -> Sequence[Mentee]:
        found = select(Mentee).where(Mentee.mentorship_id == mentorship_id).order_by(Mentee.id)
        return (await self.session.scalars(found)).all()

    async def close(self, mentorship: Mentorship, status: str, now: datetime) -> None:
        """End a mentorship; its mentees are free for another one."""
        mentorship.status, mentorship.closed_at = status, now
        await self.session.execute(update(Mentee).where(Mentee.mentorship_id == mentorship.id).values(live=False))

    async def _pairs(self, mentorships: Sequence[Mentorship]) -> list[Pair]:
        ids = [mentorship.id for mentorship in mentorships]
        placed = (
            select(Mentee.mentorship_id, Person)
            .join(Person, Person.id == Mentee.person_id)
            .where(Mentee.mentorship_id.in_(ids))
            .order_by(Person.name_folded, Person.id)
        )
        mentees: dict[int, list[Person]] = {}
        for mentorship_id, person in await self.session.execute(placed):
            mentees.setdefault(mentorship_id, []).append(person)
        mentors = {
            person.id: person
            for person in await self.session.scalars(
                select(Person).where(Person.id.in_([mentorship.mentor_id for mentorship in mentorships]))
            )
        }
        return [Pair(each, mentors[each.mentor_id], tuple(mentees.get(each.id, ()))) for each in mentorships]


class Meetings(Group):
    async def set(self, mentorship: Mentorship, starts_at: datetime, set_by: int, now: datetime) -> Meeting:
        meeting = Meeting(
            organisation_id=mentorship.organisation_id,
            mentorship_id=mentorship.id,
            starts_at=starts_at,
            status="planned",
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
        found = select(Meeting).where(Meeting.organisation_id == organisation_id, Meeting.status == "planned")
        return (await self.session.scalars(found.order_by(Meeting.starts_at))).all()

    async def of_mentorship(self, mentorship_id: int) -> Sequence[Meeting]:
        found = select(Meeting).where(Meeting.mentorship_id == mentorship_id).order_by(Meeting.starts_at)
        return (await self.session.scalars(found)).all()

    async def next(self, mentorship_id: int) -> Meeting | None:
        """The nearest meeting that is still planned."""
        found = select(Meeting).where(Meeting.mentorship_id == mentorship_id, Meeting.status == "planned")
        return (await self.session.scalars(found.order_by(Meeting.starts_at).limit(1))).one_or_none()
