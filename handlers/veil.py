"""People as they may be named: who has not consented to it, or no longer does, stands there without a name."""

from collections.abc import Iterable

from handlers.visit import Scene
from storage.models import Person


async def veiled(scene: Scene, people: Iterable[Person]) -> list[Person]:
    """The same people in the same order, for showing only; a name that may not be told is empty."""
    here = (await scene.organisation()).id
    return [each if await scene.storage.consents.may_be_named(each.id, here) else each.nameless() for each in people]
