from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.models import Programme, Roadmap
from storage.responsible import Behind
from storage.storage import Storage
from tests.storage.stock import ENDS, NOW, STARTS, organisation, person

DUE = date(2026, 10, 15)


def milestone(number: str, **changes: object) -> dict[str, object]:
    plain = {"number": number, "section": "", "activity": "Анкетирование", "steps": [], "result": "", "indicator": ""}
    read = {"responsible": ["Куратор"], "phrase": "до 15.10", "kind": "by", "starts": None, "ends": DUE}
    return plain | read | {"rule": None, "basis": "explicit", "joined": 0} | changes


async def read_in(storage: Storage, programme: Programme, title: str = "План") -> Roadmap:
    head = {"title": title, "starts": STARTS, "ends": ENDS, "findings": [{"code": "no_dates", "rows": [2]}]}
    rows = [milestone("1.1"), milestone("1.2", steps=["первый", "второй"], ends=None)]
    return await storage.roadmaps.add(programme.organisation_id, programme.id, head, rows, NOW)


async def test_rows_come_back_as_they_were_read_in_the_papers_order(database: Database) -> None:
    async with database.begin() as storage:
        _, programme = await organisation(storage)
        roadmap = await read_in(storage, programme)
    async with database.begin() as storage:
        first, second = await storage.roadmaps.milestones(roadmap.id)
        kept = await storage.roadmaps.get(programme.organisation_id, roadmap.id)
    assert (first.number, first.phrase, first.ends, first.responsible) == ("1.1", "до 15.10", DUE, ["Куратор"])
    assert (second.position, second.steps, second.ends) == (2, ["первый", "второй"], None)
    assert kept is not None
    assert kept.findings == [{"code": "no_dates", "rows": [2]}]


async def test_one_roadmap_waits_at_a_time(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        first, second = await read_in(storage, programme), await read_in(storage, programme)
    async with database.begin() as storage:
        waiting = await storage.roadmaps.waiting(ours.id)
        declined = await storage.roadmaps.get(ours.id, first.id)
    assert waiting is not None
    assert declined is not None
    assert (waiting.id, declined.state) == (second.id, "declined")


async def test_one_roadmap_is_followed_at_a_time(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        await storage.roadmaps.activate(await read_in(storage, programme), NOW)
        second = await read_in(storage, programme)
        await storage.roadmaps.activate(second, NOW)
    async with database.begin() as storage:
        active = await storage.roadmaps.active(ours.id)
    assert active is not None
    assert active.id == second.id
    with pytest.raises(IntegrityError):
        async with database.begin() as storage:
            (await read_in(storage, programme)).state = "active"


async def test_tasks_of_the_followed_roadmap_only_are_asked_for(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        for title in ("Старый", "Новый"):
            roadmap = await read_in(storage, programme, title)
            for row in await storage.roadmaps.milestones(roadmap.id):
                await storage.roadmaps.add_task(row, ours.id, row.starts, row.ends, NOW)
            await storage.roadmaps.activate(roadmap, NOW)
    async with database.begin() as storage:
        rows = await storage.roadmaps.rows(ours.id)
        assert [(row.milestone.number, row.task.due) for row in rows] == [("1.1", DUE), ("1.2", None)]
        assert {row.milestone.roadmap_id for row in rows} == {roadmap.id}
        rows[0].task.done_at = NOW
        await storage.session.flush()
        assert [row.milestone.number for row in await storage.roadmaps.rows(ours.id, only_open=True)] == ["1.2"]


async def test_an_occurrence_of_a_row_is_one_task(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        row, _ = await storage.roadmaps.milestones((await read_in(storage, programme)).id)
        await storage.roadmaps.add_task(row, ours.id, None, DUE, NOW, "2026-10")
        await storage.roadmaps.add_task(row, ours.id, None, DUE, NOW, "2026-11")
    with pytest.raises(IntegrityError):
        async with database.begin() as storage:
            await storage.roadmaps.add_task(row, ours.id, None, DUE, NOW, "2026-10")


async def test_evidence_is_a_file_or_words(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        curator = await person(storage, 1, programme=programme)
        row, _ = await storage.roadmaps.milestones((await read_in(storage, programme)).id)
        task = await storage.roadmaps.add_task(row, ours.id, None, DUE, NOW)
        file = await storage.files.add("приказ.pdf", "application/pdf", b"%PDF", NOW)
        await storage.evidence.add(task, curator.id, NOW, file_id=file.id)
        await storage.evidence.add(task, curator.id, NOW, text="ссылка")
    async with database.begin() as storage:
        proofs = await storage.evidence.of(task.id)
        assert [(proof.file_name, proof.evidence.text) for proof in proofs] == [("приказ.pdf", ""), ("", "ссылка")]


async def test_responsible_names_lead_to_the_people_behind_them(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        curator = await person(storage, 1, programme=programme)
        roadmap = await read_in(storage, programme)
        await storage.responsible.add(
            roadmap, {"Куратор": Behind(roles=("mentee",)), "Зам": Behind((curator.id,)), "Психолог": Behind()}
        )
        assert await storage.responsible.tied(ours.id) == {}
        await storage.roadmaps.activate(roadmap, NOW)
        assert await storage.responsible.tied(ours.id) == {"Куратор": (curator.id,), "Зам": (curator.id,)}


async def test_a_row_added_by_hand_stands_last_in_its_section(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        head = {"title": "План", "starts": STARTS, "ends": ENDS, "findings": []}
        rows = [milestone("1.1", section="А"), milestone("1.2", section="А"), milestone("2.1", section="Б")]
        roadmap = await storage.roadmaps.add(ours.id, programme.id, head, rows, NOW)
        for number, section in (("3.1", "В"), ("1.3", "А")):
            await storage.roadmaps.add_milestone(roadmap, milestone(number, section=section), NOW)
        kept = await storage.roadmaps.milestones(roadmap.id)
    assert [each.number for each in kept] == ["1.1", "1.2", "1.3", "2.1", "3.1"]
    assert [each.position for each in kept] == [1, 2, 5, 3, 4]


async def test_a_row_that_was_taken_out_is_in_no_list_but_can_be_found(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        roadmap = await read_in(storage, programme)
        await storage.roadmaps.activate(roadmap, NOW)
        first, second = await storage.roadmaps.milestones(roadmap.id)
        tasks = [await storage.roadmaps.add_task(each, ours.id, None, DUE, NOW) for each in (first, second)]
        first.removed_at = NOW
        assert [each.number for each in await storage.roadmaps.milestones(roadmap.id)] == ["1.2"]
        assert [row.task.id for row in await storage.roadmaps.rows(ours.id)] == [tasks[1].id]
        assert await storage.roadmaps.row(ours.id, tasks[0].id) is None
        assert await storage.roadmaps.milestone(ours.id, first.id) is first


async def test_the_evidence_of_a_dropped_task_goes_over_to_its_heir(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        curator = await person(storage, 1, programme=programme)
        row, _ = await storage.roadmaps.milestones((await read_in(storage, programme)).id)
        dropped = await storage.roadmaps.add_task(row, ours.id, None, DUE, NOW, "2026-10-15")
        heir = await storage.roadmaps.add_task(row, ours.id, None, ENDS, NOW)
        await storage.evidence.add(dropped, curator.id, NOW, text="ссылка")
        assert await storage.evidence.proved(row.id) == {dropped.id}
        await storage.roadmaps.drop_task(dropped, heir)
        assert [each.id for each in await storage.roadmaps.tasks_of(row.id)] == [heir.id]
        assert [proof.evidence.text for proof in await storage.evidence.of(heir.id)] == ["ссылка"]
