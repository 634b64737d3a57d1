"""Rows of a district's roadmap become tasks of its organisations, however and whenever they come there."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.notices import News
from domain.people import Role
from domain.roadmap.levels import BELOW, DISTRICT, Level, level_of
from domain.roadmap.planning import planned
from handlers.roadmap.reading import due_of
from storage.models import Milestone, Organisation, Roadmap, Task
from storage.storage import Storage


async def own_rows(storage: Storage, roadmap: Roadmap) -> list[Milestone]:
    """The rows that the roadmap's organisation does itself; a district leaves those of «ОО» to each organisation.

    The level of every row is kept as its responsible people say now.
    """
    organisation = await storage.organisations.get(roadmap.organisation_id)
    milestones = await storage.roadmaps.milestones(roadmap.id)
    for milestone in milestones:
        is_district = organisation.level == DISTRICT
        milestone.level = level_of(milestone.responsible) if is_district else Level.OWN
    return [milestone for milestone in milestones if milestone.level != Level.EACH]


async def spread(storage: Storage, roadmap: Roadmap, now: datetime, knows: int | None = None) -> dict[int, int]:
    """Make the tasks that organisations of the district lack; how many in which organisation.

    What is there stays as it is, so this may be called whenever a row or an organisation was added. Curators who
    got their first rows of the roadmap are told, but for the person who ``knows`` it already.
    """
    organisations = await storage.districts.organisations(roadmap.organisation_id)
    if not organisations:
        return {}
    placed = await storage.districts.placed(roadmap.id)
    rows = [each for each in await storage.roadmaps.milestones(roadmap.id) if each.level in BELOW]
    made = {}
    for organisation in organisations:
        lacking = [each for each in rows if (each.id, organisation.id) not in placed]
        tasks = tasks_for(organisation, lacking, now)
        await storage.districts.add_tasks(tasks)
        made[organisation.id] = len(tasks)
        if tasks and len(lacking) == len(rows):
            await tell(storage, roadmap, organisation, now, knows)
    return made


def tasks_for(organisation: Organisation, milestones: Sequence[Milestone], now: datetime) -> list[Task]:
    """The tasks that follow from the rows, by the organisation's own day."""
    today = now.astimezone(ZoneInfo(organisation.timezone)).date()
    return [
        Task(
            milestone_id=milestone.id,
            organisation_id=organisation.id,
            occurrence=task.occurrence,
            starts=task.starts,
            due=task.due,
            created_at=now,
        )
        for milestone in milestones
        for task in planned(due_of(milestone), today)
    ]


async def tell(
    storage: Storage, roadmap: Roadmap, organisation: Organisation, now: datetime, knows: int | None
) -> None:
    curators = {each.id for each in await storage.people.members(organisation.id, Role.CURATOR)}
    for person_id in sorted(curators - {knows}):
        await storage.notices.add(
            person_id,
            News.DISTRICT_ROWS,
            f"district:{roadmap.id}:rows:{organisation.id}:person:{person_id}",
            now,
            now,
            organisation_id=organisation.id,
            subject={"roadmap": roadmap.id},
        )
