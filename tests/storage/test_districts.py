"""A district's tables: what it sees of its organisations, and that another district sees nothing of it."""

from datetime import date, timedelta

from domain.people import Role
from domain.roadmap.levels import DISTRICT, Level
from storage.database import Database
from storage.districts import CODE, Seen
from storage.models import Organisation, Programme, Task
from storage.storage import Storage
from tests.storage.stock import NOW, organisation, person
from tests.storage.test_roadmaps import read_in

DUE = date(2026, 10, 19)


async def district(storage: Storage, name: str) -> tuple[Organisation, Programme, Task]:
    """A district with one organisation, which has a task of the district's first row."""
    ours, programme = await organisation(storage, name)
    ours.level = DISTRICT
    school, _ = await organisation(storage, f"Школа в {name}")
    await storage.districts.move(school, ours.id)
    roadmap = await read_in(storage, programme)
    await storage.roadmaps.activate(roadmap, NOW)
    milestone = (await storage.roadmaps.milestones(roadmap.id))[0]
    milestone.level = Level.EACH
    return ours, programme, await storage.roadmaps.add_task(milestone, school.id, None, DUE, NOW)


async def test_a_district_sees_states_and_numbers_of_its_own_rows(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme, task = await district(storage, "Лесное")
        mentor = await person(storage, 1, programme=programme)
        await storage.evidence.add(task, mentor.id, NOW, text="ссылка")
        await storage.evidence.add(task, mentor.id, NOW, text="ещё одна")
        task.done_at = NOW
        seen = Seen(task.milestone_id, task.organisation_id, None, DUE, done=True, proofs=2)
        assert await storage.districts.seen(ours.id) == [seen]


async def test_a_district_sees_nothing_of_another_one(database: Database) -> None:
    async with database.begin() as storage:
        ours, _, task = await district(storage, "Лесное")
        others, _, other_task = await district(storage, "Степное")
        assert [each.organisation_id for each in await storage.districts.seen(ours.id)] == [task.organisation_id]
        assert [each.id for each in await storage.districts.organisations(ours.id)] == [task.organisation_id]
        assert [each.id for each in await storage.districts.milestones(ours.id)] == [task.milestone_id]
        assert await storage.districts.organisation(ours.id, other_task.organisation_id) is None
        assert await storage.districts.seen(task.organisation_id) == []
        await storage.codes.make(CODE, timedelta(days=1), NOW, organisation_id=others.id)
        assert await storage.districts.codes(ours.id, NOW) == []


async def test_a_district_sees_nothing_of_an_organisations_own_roadmap(database: Database) -> None:
    async with database.begin() as storage:
        ours, _, task = await district(storage, "Лесное")
        programme = await storage.organisations.programme(task.organisation_id)
        own = await read_in(storage, programme)
        await storage.roadmaps.activate(own, NOW)
        for milestone in await storage.roadmaps.milestones(own.id):
            await storage.roadmaps.add_task(milestone, task.organisation_id, None, DUE, NOW)
        assert [each.milestone_id for each in await storage.districts.seen(ours.id)] == [task.milestone_id]


async def test_an_organisations_rows_are_its_own_and_then_the_districts(database: Database) -> None:
    async with database.begin() as storage:
        _, _, task = await district(storage, "Лесное")
        own = await read_in(storage, await storage.organisations.programme(task.organisation_id))
        await storage.roadmaps.activate(own, NOW)
        first = (await storage.roadmaps.milestones(own.id))[0]
        own_task = await storage.roadmaps.add_task(first, task.organisation_id, None, DUE, NOW)
        rows = await storage.roadmaps.rows(task.organisation_id)
        assert [(row.task.id, row.is_from_district) for row in rows] == [(own_task.id, False), (task.id, True)]


async def test_rows_of_a_district_go_with_leaving_and_come_back(database: Database) -> None:
    async with database.begin() as storage:
        ours, _, task = await district(storage, "Лесное")
        school = await storage.organisations.get(task.organisation_id)
        await storage.districts.move(school, None)
        assert await storage.roadmaps.rows(school.id) == []
        assert await storage.roadmaps.row(school.id, task.id) is None
        assert await storage.districts.seen(ours.id) == []
        await storage.districts.move(school, ours.id)
        assert [row.task.id for row in await storage.roadmaps.rows(school.id)] == [task.id]


async def test_a_row_of_each_organisation_is_no_task_of_the_district(database: Database) -> None:
    async with database.begin() as storage:
        ours, _, task = await district(storage, "Лесное")
        milestone = await storage.roadmaps.milestone(ours.id, task.milestone_id)
        assert milestone is not None
        await storage.roadmaps.add_task(milestone, ours.id, None, DUE, NOW)
        assert await storage.roadmaps.rows(ours.id) == []
        milestone.level = Level.BOTH
        assert len(await storage.roadmaps.rows(ours.id)) == 1


async def test_an_organisation_without_a_name_is_not_shown_yet(database: Database) -> None:
    async with database.begin() as storage:
        ours, _, _ = await district(storage, "Лесное")
        unnamed, _ = await organisation(storage, "")
        await storage.districts.move(unnamed, ours.id)
        assert len(await storage.districts.organisations(ours.id)) == 1


async def test_a_code_lets_many_in_until_its_day_or_until_it_is_closed(database: Database) -> None:
    async with database.begin() as storage:
        ours, _, _ = await district(storage, "Лесное")
        code = await storage.codes.make(CODE, timedelta(days=1), NOW, organisation_id=ours.id)
        assert await storage.codes.find(code, NOW) == (await storage.districts.codes(ours.id, NOW))[0]
        assert await storage.districts.codes(ours.id, NOW + timedelta(days=1)) == []
        await storage.districts.close_codes(ours.id, NOW)
        assert await storage.codes.find(code, NOW) is None


async def test_what_is_no_district_any_more_has_no_coordinators(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme, _ = await district(storage, "Лесное")
        await person(storage, 1, programme=programme, role=Role.COORDINATOR)
        await person(storage, 2, programme=programme, role=Role.CURATOR)
        await storage.districts.end_coordination(ours.id, NOW)
        assert await storage.people.members(ours.id, Role.COORDINATOR) == []
        assert len(await storage.people.members(ours.id, Role.CURATOR)) == 1


async def test_since_when_something_is_followed_counts_the_district(database: Database) -> None:
    async with database.begin() as storage:
        _, _, task = await district(storage, "Лесное")
        alone, _ = await organisation(storage, "Школа сама по себе")
        assert await storage.roadmaps.followed_since(task.organisation_id) == NOW
        assert await storage.roadmaps.followed_since(alone.id) is None
