"""A corrected paper's rows in the place of the old ones; what people changed is known."""

from storage.database import Database
from storage.models import Roadmap
from storage.storage import Storage
from tests.storage.stock import NOW, organisation
from tests.storage.test_roadmaps import milestone, read_in


async def followed(storage: Storage) -> Roadmap:
    _, programme = await organisation(storage)
    roadmap = await read_in(storage, programme)
    await storage.roadmaps.activate(roadmap, NOW)
    return roadmap


async def test_rows_change_places_though_no_two_may_have_one(database: Database) -> None:
    async with database.begin() as storage:
        roadmap = await followed(storage)
        first, second = await storage.corrections.kept(roadmap.id)
        new = await storage.corrections.add_row(roadmap, milestone("1.3"))
        await storage.corrections.arrange([second, new, first])
    async with database.begin() as storage:
        assert [each.number for each in await storage.roadmaps.milestones(roadmap.id)] == ["1.2", "1.3", "1.1"]


async def test_rows_that_were_taken_out_are_kept(database: Database) -> None:
    async with database.begin() as storage:
        roadmap = await followed(storage)
        (await storage.roadmaps.milestones(roadmap.id))[0].removed_at = NOW
    async with database.begin() as storage:
        assert [each.number for each in await storage.corrections.kept(roadmap.id)] == ["1.1", "1.2"]
        assert [each.number for each in await storage.roadmaps.milestones(roadmap.id)] == ["1.2"]


async def test_of_several_changes_the_first_tells_what_was_before(database: Database) -> None:
    async with database.begin() as storage:
        roadmap = await followed(storage)
        row, _ = await storage.corrections.kept(roadmap.id)
        for before, after in (("Анкеты", "Опрос"), ("Опрос", "Беседа")):
            await storage.changes.record(row, "activity", before, after, None, NOW)
    async with database.begin() as storage:
        assert await storage.corrections.before_changes(roadmap.id) == {row.id: {"activity": "Анкеты"}}


async def test_the_followed_roadmap_gets_the_head_of_the_paper_and_knows_its_rows(database: Database) -> None:
    async with database.begin() as storage:
        roadmap = await followed(storage)
        programme = await storage.organisations.programme(roadmap.organisation_id)
        paper = await read_in(storage, programme, "План исправленный")
        assert await storage.corrections.last_paper(roadmap.id) == {}
        await storage.corrections.take_in(roadmap, paper)
    async with database.begin() as storage:
        active = await storage.roadmaps.active(roadmap.organisation_id)
        last = await storage.corrections.last_paper(roadmap.id)
    assert active is not None
    assert (active.id, active.title) == (roadmap.id, "План исправленный")
    assert {position: each.number for position, each in last.items()} == {1: "1.1", 2: "1.2"}
