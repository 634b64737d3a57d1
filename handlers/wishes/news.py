"""The question for wishes, as a notice; nothing in it tells who was wished for."""

from handlers.callbacks import Go
from handlers.part import Part
from handlers.screen import button
from handlers.visit import Scene
from handlers.wishes.own import sides_of, unanswered
from storage.models import Notice


async def asked_part(scene: Scene, notice: Notice) -> Part | None:
    """Nothing to who has answered, or takes part no more."""
    if not await unanswered(scene, await sides_of(scene)):
        return None
    return Part(
        scene.texts("wishes-news"), (button(scene.texts("wishes-answer"), Go(to="wishes")),), subject="wishes"
    )
