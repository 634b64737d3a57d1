"""The district's reminder of a row to an organisation's curators: one a day, and whether today's was written."""

from collections.abc import Sequence

from domain.notices import News
from domain.people import Role
from handlers.visit import Scene, Visit
from storage.models import Organisation, Task


async def nudge(visit: Visit, organisation: Organisation, milestone_id: int) -> bool:
    """Write to the organisation's curators; false when they were today already, or when there is nobody."""
    task = await visit.storage.districts.open_task(organisation.id, milestone_id)
    keys = await keys_of(visit, organisation, task)
    written = [
        await visit.storage.notices.add(
            curator,
            News.DISTRICT_NUDGE,
            key,
            visit.now,
            visit.now,
            organisation_id=organisation.id,
            subject={"task": task.id},
        )
        for curator, key in keys.items()
        if task is not None
    ]
    return any(written)


async def reminded_today(scene: Scene, organisations: Sequence[Organisation], milestone_id: int) -> dict[int, bool]:
    """Organisation → whether its curators were written to today; where there is nobody to write to is left out."""
    told = {}
    for organisation in organisations:
        task = await scene.storage.districts.open_task(organisation.id, milestone_id)
        keys = list((await keys_of(scene, organisation, task)).values())
        if keys:
            told[organisation.id] = await scene.storage.notices.known(keys) == set(keys)
    return told


async def keys_of(scene: Scene, organisation: Organisation, task: Task | None) -> dict[int, str]:
    """Curator → the key of today's reminder."""
    if task is None:
        return {}
    today = scene.now.astimezone(await scene.zone()).date()
    curators = await scene.storage.people.members(organisation.id, Role.CURATOR)
    return {each.id: f"task:{task.id}:{today}:district:person:{each.id}" for each in curators}
