"""Pairs and groups."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from domain.statuses import Ending, Status
from storage.consents import Consents
from storage.group import Group
from storage.models import Mentee, Mentorship, Person


@dataclass(frozen=True, slots=True)
class Pair:
    """A mentorship with its people."""

    mentorship: Mentorship
    mentor: Person
    mentees: tuple[Person, ...]
    places: tuple[Mentee, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        return (self.mentor, *self.mentees)

    @property
    def agreed(self) -> frozenset[int]:
        """Ids of those who have said yes."""
        said = {place.person_id for place in self.places if place.agreed_at is not None}
        return frozenset(said | ({self.mentor.id} if self.mentorship.mentor_agreed_at is not None else set()))

    @property
    def waited_for(self) -> tuple[Person, ...]:
        """Those whose word is still awaited."""
        return tuple(person for person in self.people if person.id not in self.agreed)

    def others(self, person_id: int) -> tuple[Person, ...]:
        """Those whom this person meets in it: the mentor's mentees, or a mentee's mentor."""
        return self.mentees if person_id == self.mentor.id else (self.mentor,)


@dataclass(frozen=True, slots=True)
class AlreadyPaired:
    """Refusal: a mentee has a live mentorship in this programme."""


class Mentorships(Group):
    async def propose(
        self,
        organisation_id: int,
        programme_id: int,
        mentor_id: int,
        mentee_ids: Sequence[int],
        proposed_by: int,
        now: datetime,
    ) -> Mentorship | AlreadyPaired:
        """A new mentorship that waits for everybody's word; refused when a mentee has a live one already."""
        mentorship = Mentorship(
            organisation_id=organisation_id,
            programme_id=programme_id,
            mentor_id=mentor_id,
            status=Status.PROPOSED,
            proposed_at=now,
            proposed_by=proposed_by,
        )
        try:
            async with self.session.begin_nested():
                await self._add(mentorship, mentee_ids)
        except IntegrityError:
            return AlreadyPaired()
        return mentorship

    async def _add(self, mentorship: Mentorship, mentee_ids: Sequence[int]) -> None:
        self.session.add(mentorship)
        await self.session.flush()
        self.session.add_all(
            Mentee(
                organisation_id=mentorship.organisation_id,
                programme_id=mentorship.programme_id,
                mentorship_id=mentorship.id,
                person_id=person_id,
            )
            for person_id in mentee_ids
        )
        await self.session.flush()

    async def get(self, organisation_id: int, mentorship_id: int) -> Pair | None:
        mentorship = await self.session.get(Mentorship, mentorship_id)
        if mentorship is None or mentorship.organisation_id != organisation_id:
            return None
        return (await self._pairs([mentorship]))[0]

    async def with_person(self, person_id: int, mentorship_id: int) -> Pair | None:
        """A mentorship, closed or not, that this very person is in."""
        mentorship = await self.session.get(Mentorship, mentorship_id)
        if mentorship is None:
            return None
        pair = (await self._pairs([mentorship]))[0]
        return pair if any(person.id == person_id for person in pair.people) else None

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

    async def ever(self, organisation_id: int) -> Sequence[Pair]:
        """Pairs that everybody had agreed to, those that have ended too, the oldest first."""
        found = select(Mentorship).where(
            Mentorship.organisation_id == organisation_id, Mentorship.status.in_((Status.AGREED, Status.CLOSED))
        )
        return await self._pairs((await self.session.scalars(found.order_by(Mentorship.id))).all())

    def answer(self, pair: Pair, person_id: int, agreed_at: datetime | None) -> None:
        """Keep when this person said yes; None takes the word back."""
        if pair.mentor.id == person_id:
            pair.mentorship.mentor_agreed_at = agreed_at
        for place in pair.places:
            if place.person_id == person_id:
                place.agreed_at = agreed_at

    async def close(
        self, mentorship: Mentorship, status: str, now: datetime, ending: Ending = Ending.CURATOR
    ) -> None:
        """End a mentorship, for a reason that its people are told; its mentees are free for another one."""
        mentorship.status, mentorship.closed_at, mentorship.ending = status, now, ending
        await self.session.execute(update(Mentee).where(Mentee.mentorship_id == mentorship.id).values(live=False))

    async def reopen(self, mentorship: Mentorship) -> bool:
        """Propose a closed mentorship again; false when a mentee has found another one since."""
        try:
            async with self.session.begin_nested():
                mentorship.status, mentorship.closed_at, mentorship.ending = Status.PROPOSED, None, None
                taken = update(Mentee).where(Mentee.mentorship_id == mentorship.id).values(live=True)
                await self.session.execute(taken)
        except IntegrityError:
            await self.session.refresh(mentorship)
            return False
        return True

    async def _pairs(self, mentorships: Sequence[Mentorship]) -> list[Pair]:
        ids = [mentorship.id for mentorship in mentorships]
        placed = (
            select(Mentee, Person)
            .join(Person, Person.id == Mentee.person_id)
            .where(Mentee.mentorship_id.in_(ids))
            .order_by(Person.name_folded, Person.id)
        )
        places: dict[int, list[tuple[Mentee, Person]]] = {}
        for place, person in await self.session.execute(placed):
            places.setdefault(place.mentorship_id, []).append((place, person))
        mentors = {
            person.id: person
            for person in await self.session.scalars(
                select(Person).where(Person.id.in_([mentorship.mentor_id for mentorship in mentorships]))
            )
        }
        pairs = (
            Pair(
                each,
                mentors[each.mentor_id],
                mentees=tuple(person for _, person in places.get(each.id, ())),
                places=tuple(place for place, _ in places.get(each.id, ())),
            )
            for each in mentorships
        )
        return [await self._veiled(pair) for pair in pairs]

    async def _veiled(self, pair: Pair) -> Pair:
        """A closed mentorship without the names of who may not be shown any more; in a live one all have agreed."""
        if pair.mentorship.closed_at is None:
            return pair
        consents, here = Consents(self.session, self.cipher), pair.mentorship.organisation_id
        mentor, *mentees = [
            each if await consents.may_be_named(each.id, here) else each.nameless() for each in pair.people
        ]
        return replace(pair, mentor=mentor, mentees=tuple(mentees))
