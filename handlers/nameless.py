"""Home of a grown-up who answers for others and has told no name yet: the question again, until it is answered."""

from domain.people import STAFF, Role
from handlers.callbacks import Go
from handlers.guardians.children import children_button
from handlers.screen import Screen, button, rows
from handlers.visit import Scene, Visit


async def name_question(scene: Scene) -> Screen | None:
    """None for everybody whose name is known; who takes part in pairs tells it in the questionnaire.

    A consent for a child has to hold who gave it (152-ФЗ, art. 9, part 4), and a role of the staff who holds it.
    """
    if not isinstance(scene, Visit) or scene.person.name:
        return None
    roles = await scene.roles()
    is_guardian = Role.GUARDIAN in roles
    if not is_guardian and not roles.intersection(STAFF):
        return None
    scene.ask("guardian-name" if is_guardian else "team-name")
    return Screen(
        scene.texts("guardian-name-missing" if is_guardian else "team-name-ask"),
        rows(await children_button(scene), button(scene.texts("more"), Go(to="more"))),
    )
