"""Whether a roadmap that was read is the one that is followed, corrected."""

from domain.roadmap.correction import is_version
from handlers.roadmap.reading import period_of, row_of
from handlers.visit import Scene
from storage.models import Roadmap


async def corrected_by(scene: Scene, paper: Roadmap) -> Roadmap | None:
    """The followed roadmap of which ``paper`` is a version; None when it is another one."""
    followed = await scene.storage.roadmaps.active(paper.organisation_id)
    if followed is None or paper.origin != "paper":
        return None
    store = scene.storage.roadmaps
    own, new = [[row_of(row) for row in await store.milestones(each.id)] for each in (followed, paper)]
    return followed if is_version(own, new, period_of(followed), period_of(paper)) else None
