"""Home of a grown-up who answers for others and has told no name yet: the question again, until it is answered."""

from domain.people import STAFF, Role
from handlers.callbacks import Go
from handlers.guardians.children import children_button
from handlers.screen import Screen, button, escape, rows
from handlers.team.press import ThatIsMe
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
    more = button(scene.texts("more"), Go(to="more"))
    if is_guardian:
        scene.ask("guardian-name")
        return Screen(scene.texts("guardian-name-missing"), rows(await children_button(scene), more))
    asked = await ask_name(scene)
    return Screen(asked.text, (*asked.rows, *rows(await children_button(scene), more)))


async def ask_name(visit: Visit) -> Screen:
    """The question to a colleague; what the organisation has told of its head is not asked anew."""
    visit.ask("team-name")
    expected = await expected_name(visit)
    if not expected:
        return Screen(visit.texts("team-name-ask"))
    yes = button(visit.texts("team-name-yes"), ThatIsMe())
    return Screen(visit.texts("team-name-is", name=escape(expected)), rows(yes))


async def expected_name(scene: Scene) -> str:
    """The name that the head is known by before she says it; empty for everybody else."""
    return (await scene.organisation()).head_name if Role.HEAD in await scene.roles() else ""
