"""Who can be brought together: people with a sent questionnaire, mentees without a mentor."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from domain.consents import Use
from domain.people import Role
from handlers.visit import Scene
from storage.models import Person


class Obstacle(StrEnum):
    """Why these two cannot be a pair."""

    SAME_PERSON = "same_person"
    NO_MENTOR = "no_mentor"
    """The mentor has left, or has not sent the questionnaire."""
    NO_MENTEE = "no_mentee"
    TAKEN = "taken"
    """The mentee has a mentor already, or is asked about one."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Mentors and mentees with a sent questionnaire by name, and by role those without one.

    ``pairs`` counts each mentor's live pairs; ``taken`` are mentees who have a mentor or are asked about one.
    """

    mentors: dict[int, Person]
    mentees: dict[int, Person]
    unfilled: dict[Role, tuple[Person, ...]]
    pairs: Counter[int]
    taken: frozenset[int]

    def free_for(self, mentor_id: int) -> list[Person]:
        """Mentees who can be proposed to this mentor."""
        return [person for person in self.mentees.values() if self.obstacle(mentor_id, person.id) is None]

    def obstacle(self, mentor_id: int, mentee_id: int) -> Obstacle | None:
        if mentor_id == mentee_id:
            return Obstacle.SAME_PERSON
        if mentor_id not in self.mentors:
            return Obstacle.NO_MENTOR
        if mentee_id in self.taken:
            return Obstacle.TAKEN
        return None if mentee_id in self.mentees else Obstacle.NO_MENTEE


async def candidates(scene: Scene) -> Candidates:
    """Everybody here whose consents allow a pair; without those whom the curator does not let be mentors yet."""
    organisation = await scene.organisation()
    submissions = await scene.storage.forms.in_organisation(organisation.id, tuple(SIDES))
    sent = {(each.form, each.person_id) for each in submissions if each.sent_at is not None}
    allowed = await scene.storage.consents.allowing(organisation.id, Use.PAIR)
    members = {role: await scene.storage.people.members(organisation.id, role) for role in SIDES}
    barred = {Role.MENTOR: await scene.storage.eligibility.barred(organisation.id)}
    people = {
        role: [each for each in members[role] if each.id in allowed and each.id not in barred.get(role, ())]
        for role in SIDES
    }
    live = await scene.storage.mentorships.live(organisation.id)
    return Candidates(
        mentors={person.id: person for person in people[Role.MENTOR] if (Role.MENTOR, person.id) in sent},
        mentees={person.id: person for person in people[Role.MENTEE] if (Role.MENTEE, person.id) in sent},
        unfilled={role: tuple(each for each in people[role] if (role, each.id) not in sent) for role in SIDES},
        pairs=Counter(pair.mentor.id for pair in live),
        taken=frozenset(mentee.id for pair in live for mentee in pair.mentees),
    )


SIDES = (Role.MENTOR, Role.MENTEE)
"""The two sides of a pair; each has the questionnaire of its name."""
