"""The notice to a child whose guardian has consented."""

from handlers.callbacks import Go
from handlers.held import held
from handlers.part import Part
from handlers.screen import button
from handlers.visit import Scene
from storage.models import Notice


async def agreed_part(scene: Scene, notice: Notice) -> Part | None:
    """The door is open; or what the pupil has to add."""
    if not await scene.known():
        waiting = await held(scene)
        return Part(waiting.text, tuple(each for row in waiting.rows for each in row))
    if await scene.roles():
        return Part(scene.texts("guardian-agreed-again"), (button(scene.texts("home"), Go(to="home")),))
    return Part(scene.texts("guardian-agreed"), (button(scene.texts("entry-role-choose"), Go(to="role")),))
