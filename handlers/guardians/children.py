"""«Мои дети»: whom a guardian vouches for, and the way to each child's consents."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Role
from handlers.callbacks import Go
from handlers.consents.press import ShowConsents
from handlers.filters import Known
from handlers.screen import Button, Screen, button, lines, rows
from handlers.visit import Scene, Visit
from storage.models import Person

router = Router(name="guardians_children")

CHILDREN_SHOWN = 5


def child_button(scene: Scene, child: Person, number: int = 0) -> Button:
    """A child by name, once the child has told it; before that by its ``number`` among several."""
    unnamed = scene.texts("guardian-child-unnamed", number=number)
    return button(
        scene.texts("guardian-child", name=child.name) if child.name else unnamed, ShowConsents(person=child.id)
    )


async def children_button(scene: Scene) -> Button | None:
    """The way to the children, for who is a guardian here."""
    is_guardian = Role.GUARDIAN in await scene.roles()
    return button(scene.texts("guardian-children"), Go(to="children")) if is_guardian else None


@router.callback_query(Go.filter(F.to == "children"), Known())
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    children = await visit.storage.guardians.children(visit.person.id, organisation.id)
    several = len(children) > 1
    return Screen(
        lines(
            visit.texts("guardian-children-title", count=len(children)),
            None if all(child.name for child in children) else visit.texts("guardian-children-unnamed"),
        ),
        rows(
            *(
                child_button(visit, child, place if several else 0)
                for place, child in enumerate(children[:CHILDREN_SHOWN], 1)
            ),
            button(visit.texts("home"), Go(to="home")),
        ),
    )
