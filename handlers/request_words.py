"""How many requests wait and since when: for cards, the status and the curator's week."""

from collections.abc import Sequence
from datetime import date

from handlers.visit import Scene
from storage.models import Request


async def waiting_words(scene: Scene, organisation_id: int) -> str | None:
    """The open requests of the organisation; None when none is open."""
    return await words_of(scene, await scene.storage.requests.open_in(organisation_id))


async def words_of(scene: Scene, waiting: Sequence[Request]) -> str | None:
    """How many, and the age of the oldest; ``waiting`` begins with it."""
    if not waiting:
        return None
    return scene.texts("requests-waiting", count=len(waiting), days=await age_of(scene, waiting[0]))


async def age_of(scene: Scene, request: Request) -> int:
    """For how many days it has waited, by the calendar of who is told."""
    zone = await scene.zone()
    opened: date = request.opened_at.astimezone(zone).date()
    return (scene.now.astimezone(zone).date() - opened).days
