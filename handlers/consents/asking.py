"""Whether somebody is still to be asked about publishing and news; the questions themselves are in ``later``."""

from domain.consents import LATER_KINDS, Age
from handlers.callbacks import Go
from handlers.screen import Button, button
from handlers.visit import Scene


async def later_button(scene: Scene) -> Button | None:
    """The way to the questions, for who decides alone or together with a guardian and was not asked yet."""
    organisation = await scene.organisation()
    consents = await scene.storage.consents.of_person(scene.person.id, organisation.id)
    asked = {each.kind for each in consents if each.given_by == scene.person.id}
    if asked.issuperset(LATER_KINDS) or scene.person.age == Age.CHILD:
        return None
    return button(scene.texts("consents-later"), Go(to="consents-later"))
