from datetime import timedelta

from storage.database import Database
from storage.models import Task
from storage.storage import Storage
from tests.storage.stock import NOW, organisation, person
from tests.storage.test_roadmaps import read_in


async def followed(storage: Storage) -> tuple[Task, int]:
    """A task of a roadmap that is followed, and somebody of its organisation."""
    ours, programme = await organisation(storage)
    roadmap = await read_in(storage, programme)
    await storage.roadmaps.activate(roadmap, NOW)
    row, _ = await storage.roadmaps.milestones(roadmap.id)
    return await storage.roadmaps.add_task(row, ours.id, None, None, NOW), (await person(storage, 1)).id


async def test_open_requests_come_the_oldest_first_and_closed_ones_no_more(database: Database) -> None:
    async with database.begin() as storage:
        task, somebody = await followed(storage)
        first = await storage.requests.open(task, "первый", somebody, NOW)
        second = await storage.requests.open(task, "второй", somebody, NOW + timedelta(days=1))
        assert [each.id for each in await storage.requests.open_in(task.organisation_id)] == [first.id, second.id]
        storage.requests.close(first, somebody, NOW)
        assert [each.id for each in await storage.requests.open_of(task.id)] == [second.id]
        storage.requests.reopen(first)
        assert len(await storage.requests.open_of(task.id)) == 2


async def test_requests_of_a_roadmap_that_is_not_followed_wait_no_more(database: Database) -> None:
    async with database.begin() as storage:
        task, somebody = await followed(storage)
        await storage.requests.open(task, "запрос", somebody, NOW)
        roadmap = await storage.roadmaps.active(task.organisation_id)
        assert roadmap is not None
        roadmap.state = "replaced"
        await storage.session.flush()
        assert await storage.requests.open_in(task.organisation_id) == []


async def test_what_was_asked_for_is_encrypted(database: Database) -> None:
    async with database.begin() as storage:
        task, somebody = await followed(storage)
        request = await storage.requests.open(task, "нужна помощь", somebody, NOW)
        assert "помощь" not in request.text
        assert storage.requests.words(request) == "нужна помощь"
