"""The people of the organisation as those who may stand behind a name of the paper."""

from dataclasses import dataclass

from domain.consents import Use
from domain.people import Role
from domain.roadmap.ties import Known, Meant, in_full, meant_by
from handlers.visit import Scene
from handlers.workplace import posts_here
from storage.models import Person
from storage.responsible import Behind

ROLES = (Role.CURATOR, Role.HEAD, Role.MENTOR, Role.MENTEE, Role.PSYCHOLOGIST)
"""Roles that rows of a paper may be a matter of, whoever holds them."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Everybody who has a role in the organisation, by name."""

    people: dict[int, Person]
    known: tuple[Known, ...]

    def meant(self, written: str) -> Meant:
        return meant_by(written, self.known)

    def sure(self, written: str) -> Behind | None:
        """Who is meant without a doubt."""
        meant = self.meant(written)
        if not meant.sure:
            return None
        return Behind(meant.people) if meant.people else Behind(roles=(str(meant.role),))

    def exactly(self, written: str) -> Behind:
        """The person who is called just so; nobody where that is not one."""
        person = in_full(written, self.known)
        return Behind((person,)) if person is not None else Behind()

    def likely_first(self, written: str, me: int) -> list[Person]:
        """Who is proposed for the name, then the one who asks, then the others by name."""
        first = (*self.meant(written).people, *((me,) if me in self.people else ()))
        return [self.people[each] for each in dict.fromkeys((*first, *self.people))]


async def circle_of(scene: Scene) -> Circle:
    organisation = await scene.organisation()
    named = await scene.storage.consents.allowing(organisation.id, Use.SHOW)
    people = [each for each in await scene.storage.people.members(organisation.id) if each.id in named]
    roles = await scene.storage.people.roles(organisation.id)
    posts = await posts_here(scene, people)
    known = tuple(Known(each.id, each.name, posts[each.id], roles[each.id]) for each in people)
    return Circle({each.id: each for each in people}, known)
