"""Who holds a role of the staff, and which roles an organisation has to give."""

from domain.people import STAFF, Role
from domain.roadmap.levels import DISTRICT
from handlers.screen import escape
from handlers.visit import Scene
from storage.models import Organisation, Person


def roles_to_give(organisation: Organisation) -> tuple[Role, ...]:
    """Coordinators belong to a district."""
    return tuple(role for role in STAFF if role is not Role.COORDINATOR or organisation.level == DISTRICT)


def handed_over(organisation: Organisation) -> tuple[Role, ...]:
    """The roles that pass from one curator to the next."""
    return (Role.CURATOR, Role.COORDINATOR) if organisation.level == DISTRICT else (Role.CURATOR,)


async def holders(scene: Scene, organisation_id: int) -> list[tuple[Person, Role]]:
    """Everybody on the staff with the role, in the order of the roles."""
    return [(person, role) for role in STAFF for person in await scene.storage.people.members(organisation_id, role)]


def role_words(scene: Scene, role: str) -> str:
    return scene.texts("people-role", role=role)


async def name_by_id(scene: Scene, person_id: int | None) -> str:
    """The name of who is meant in the journal or in news; who is gone has none."""
    person = await scene.storage.people.find(person_id) if person_id is not None else None
    return escape(person.name) if person is not None and person.name else scene.texts("team-nameless")
