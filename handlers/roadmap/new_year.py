"""A roadmap of a year that is still ahead: switched on, it begins that year's programme."""

from datetime import date, timedelta

from handlers.row_words import date_words
from handlers.visit import Scene, Visit
from storage.models import Roadmap

EARLY = timedelta(days=31)
"""So long before the year begins the present one is usually not over."""


async def begin_year(visit: Visit, roadmap: Roadmap) -> int | None:
    """Begin the programme of the roadmap's period; its id, or None where the roadmap is one of the present programme.

    Everybody who takes part goes on in the new programme.
    """
    if not await is_ahead(visit, roadmap) or roadmap.starts is None or roadmap.ends is None:
        return None
    programme = await visit.storage.programmes.begin(roadmap.organisation_id, roadmap.starts, roadmap.ends, visit.now)
    roadmap.programme_id = programme.id
    visit.forget_roles()
    return programme.id


async def is_untouched(visit: Visit, programme_id: int | None) -> bool:
    """Whether nobody has begun anything in the new year (None: none was begun)."""
    organisation = await visit.organisation()
    return programme_id is None or await visit.storage.programmes.is_untouched(organisation.id, programme_id)


async def take_year_back(visit: Visit, programme_id: int | None) -> None:
    """Undo ``begin_year``."""
    organisation = await visit.organisation()
    if programme_id is not None:
        await visit.storage.programmes.take_back(organisation.id, programme_id)
        visit.forget_roles()


async def is_ahead(scene: Scene, roadmap: Roadmap) -> bool:
    """Whether the roadmap begins after the present programme ends."""
    programme = await scene.storage.organisations.programme(roadmap.organisation_id)
    return roadmap.starts is not None and roadmap.starts > programme.ends


async def early_words(scene: Scene, roadmap: Roadmap, today: date) -> str | None:
    """That the present year goes on, where it does."""
    if roadmap.starts is None or roadmap.starts - today <= EARLY or not await is_ahead(scene, roadmap):
        return None
    return scene.texts("next-early", day=date_words(scene.texts, roadmap.starts, today))
