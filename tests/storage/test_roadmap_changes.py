from datetime import timedelta

from storage.database import Database
from storage.roadmap_changes import ADDED
from tests.storage.stock import NOW, organisation, person
from tests.storage.test_roadmaps import read_in


async def test_a_rows_history_is_kept_in_its_order_with_who_and_when(database: Database) -> None:
    async with database.begin() as storage:
        _, programme = await organisation(storage)
        curator = await person(storage, 1, programme=programme)
        roadmap = await read_in(storage, programme)
        row, other = await storage.roadmaps.milestones(roadmap.id)
        await storage.changes.record(row, "due", "до 15.10", "до 20.10", curator.id, NOW)
        await storage.changes.record(row, "result", "", "Справка", None, NOW + timedelta(days=1))
        await storage.changes.record(other, ADDED, "", "", curator.id, NOW)
        first, second = await storage.changes.of(row.id)
    assert (first.field, first.before, first.after) == ("due", "до 15.10", "до 20.10")
    assert (first.changed_by, first.changed_at) == (curator.id, NOW)
    assert (second.field, second.changed_by) == ("result", None)
