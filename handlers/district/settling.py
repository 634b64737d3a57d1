"""What follows when an organisation comes into a district, or leaves it."""

from domain.notices import News
from domain.people import Role
from handlers.district.spreading import spread
from handlers.visit import Visit
from storage.models import Organisation


async def settle(visit: Visit, organisation: Organisation) -> int:
    """The organisation is in its district now: coordinators hear of it, it gets its rows; how many tasks are new."""
    district_id = organisation.parent_id or 0
    await tell(visit, News.DISTRICT_JOINED, organisation, district_id)
    roadmap = await visit.storage.roadmaps.active(district_id)
    if roadmap is None:
        return 0
    who = visit.someone.id if visit.someone is not None else None
    return (await spread(visit.storage, roadmap, visit.now, who)).get(organisation.id, 0)


async def tell(visit: Visit, news: News, organisation: Organisation, district_id: int) -> None:
    for coordinator in await visit.storage.people.members(district_id, Role.COORDINATOR):
        await visit.storage.notices.add(
            coordinator.id,
            news,
            f"{news}:{organisation.id}:{visit.now:%Y-%m-%dT%H:%M}:person:{coordinator.id}",
            visit.now,
            visit.now,
            organisation_id=district_id,
            subject={"organisation": organisation.id},
        )
