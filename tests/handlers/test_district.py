"""A district: its rows become tasks in each organisation, and the coordinator sees who did them."""

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from storage.models import Membership, Milestone, Notice, Organisation, Task
from tests.client import Person, Town
from tests.domain.roadmap.real import FOLDER, needs_documents
from tests.handlers.couples import news
from tests.handlers.districts import PLAN, District, code_of, coordinator, district, enters, switches_on
from tests.handlers.plans import opens_row
from tests.scenes import founded


async def tasks_in(town: Town, organisation: str) -> list[tuple[str, date | None, bool]]:
    """Row number, last day and whether it is done, of the tasks that the organisation has."""
    async with town.database.look() as session:
        found = (
            select(Milestone.number, Task.due, Task.done_at)
            .join(Task, Task.milestone_id == Milestone.id)
            .join(Organisation, Organisation.id == Task.organisation_id)
            .where(Organisation.name == organisation)
            .order_by(Milestone.position)
        )
        return [(number, due, done is not None) for number, due, done in await session.execute(found)]


async def does(curator: Person, row: str) -> None:
    await opens_row(curator, f"р. {row}")
    await curator.presses("Выполнено")


async def opens_map(there: District, row: str | None = None) -> Person:
    await there.coordinator.says("меню")
    await there.coordinator.presses("Карта района")
    return await there.coordinator.presses(row) if row else there.coordinator


async def test_a_founder_of_a_district_is_its_curator_and_coordinator(town: Town, platform: str) -> None:
    head = await coordinator(town, platform)
    async with town.database.look() as session:
        assert {each.role for each in await session.scalars(select(Membership))} == {"curator", "coordinator"}
        assert (await session.scalars(select(Organisation.level))).all() == ["district"]
    await head.says("меню")
    assert "Карта района" in await head.offered()
    await head.presses("Наша программа")
    assert "Пары" in await head.offered()


async def corrects_level(curator: Person, level: str) -> None:
    await curator.says("меню")
    for label in ("Ещё", "Мои ответы", "Ваша организация", "Исправить ответ", "Что у Вас", level):
        await curator.presses(label)


async def test_what_was_founded_may_be_corrected_while_nobody_is_in_it(town: Town, platform: str) -> None:
    head = await founded(town, platform)
    await corrects_level(head, "Отдел образования (район)")
    await enters(await founded(town, platform, organisation="Школа № 2"), await code_of(head))
    await corrects_level(head, "Одна организация")
    assert "Районом Вы пока и останетесь" in head.sees()
    await head.says("меню")
    await head.presses("Организации")
    for label in ("1", "Убрать из района", "Да, убрать"):
        await head.presses(label)
    await corrects_level(head, "Одна организация")
    await head.says("меню")
    assert "Карта района" not in await head.offered()


async def test_rows_of_organisations_become_tasks_in_each_of_them(town: Town, platform: str) -> None:
    await district(town, platform)
    below = [
        ("1.2", date(2026, 10, 19), False),
        ("1.3", date(2026, 11, 30), False),
        ("2.1", date(2027, 8, 31), False),
    ]
    for name in ("Школа «Озеро»", "Школа «Река»", "Детский сад «Горка»"):
        assert await tasks_in(town, name) == below
    assert [number for number, _, _ in await tasks_in(town, "Лесной район")] == ["1.1", "2.1", "2.2"]


async def test_the_coordinator_sees_two_of_three_and_who_has_not(town: Town, platform: str) -> None:
    there = await district(town, platform)
    await does(there.lake, "1.2")
    await does(there.hill, "1.2")
    await there.hill.sends("приказ.txt", "Приказ № 1".encode(), "text/plain")
    await opens_map(there)
    assert "Приказы о кураторах — 2 из 3" in there.coordinator.sees()
    await there.coordinator.presses("1.2")
    assert "Сделали 2 из 3. Подтверждение приложили: 1." in there.coordinator.sees()
    assert "Школа «Река»" in there.coordinator.sees() and "Школа «Озеро»" not in there.coordinator.sees()
    await there.coordinator.presses("Школа «Река»")
    assert "Сделано 0 из 3" in there.coordinator.sees()


async def test_no_person_and_nothing_of_their_own_is_seen_above(town: Town, platform: str) -> None:
    there = await district(town, platform)
    await switches_on(there.river, PLAN.replace("Базы наставников", "Тайна нашей школы"))
    await does(there.river, "1.2")
    seen = []
    for labels in (("Карта района", "1.2"), ("Организации", "1"), ("Организации", "2"), ("Организации", "3")):
        await there.coordinator.says("меню")
        for label in labels:
            await there.coordinator.presses(label)
            seen.append(there.coordinator.sees())
    assert not [text for text in seen if "Смирнова" in text or "Ольга" in text or "Тайна" in text]


async def test_an_organisation_follows_both_roadmaps_in_one_list(town: Town, platform: str) -> None:
    there = await district(town, platform)
    await there.river.says("меню")
    await there.river.presses("Дорожная карта")
    assert "От района" in there.river.sees() and "0 из 3" in there.river.sees()
    await switches_on(there.river, PLAN.replace("ОО\t", "Директор\t"))
    await there.river.says("меню")
    await there.river.presses("Дорожная карта")
    assert "Из них от района: 3" in there.river.sees()
    await there.river.presses("Все строки")
    await there.river.presses("Дальше")
    assert "От района · Подготовка" in there.river.sees()
    assert "р. 1.3" in await there.river.offered()


async def test_reminders_go_in_the_organisations_own_time(town: Town, platform: str) -> None:
    there = await district(town, platform)
    await town.turn(days=9)
    async with town.database.look() as session:
        found = (
            select(Organisation.name, Notice.due_at)
            .join(Organisation, Organisation.id == Notice.organisation_id)
            .where(Notice.kind == "deadline", Notice.key.contains("T-7"))
        )
        hours = {name: due.hour for name, due in await session.execute(found)}
    assert hours["Школа «Озеро»"] == 6 and hours["Школа «Река»"] == 4
    assert "Приказы о кураторах" in await news(there.river)


async def test_those_who_have_not_are_reminded_once_a_day(town: Town, platform: str) -> None:
    there = await district(town, platform)
    await does(there.lake, "1.3")
    await town.turn(days=1)
    for person in (there.lake, there.river, there.hill):
        await person.reads()
    await opens_map(there, "1.3")
    await there.coordinator.presses("Напомнить (2)")
    assert "Напомню кураторам 2 организаций" in there.coordinator.sees()
    assert "Напомнила сегодня" in there.coordinator.sees()
    assert not [label for label in await there.coordinator.offered() if label.startswith("Напомнить")]
    await town.turn(days=1)
    assert "просит не забыть строку 1.3" in await news(there.river)
    assert "просит не забыть" not in await news(there.lake)


async def test_a_changed_row_is_followed_below(town: Town, platform: str) -> None:
    there = await district(town, platform)
    await opens_map(there, "1.2")
    for label in ("Изменить", "Срок"):
        await there.coordinator.presses(label)
    await there.coordinator.says("до 26 октября 2026 г.")
    assert ("1.2", date(2026, 10, 26), False) in await tasks_in(town, "Школа «Река»")
    await opens_map(there, "1.3")
    for label in ("Изменить", "Убрать строку", "Убрать строку"):
        await there.coordinator.presses(label)
    await opens_map(there)
    assert "Базы наставников" not in there.coordinator.sees()
    await there.river.says("меню")
    await there.river.presses("Дорожная карта")
    assert "0 из 2" in there.river.sees()


async def test_below_the_new_due_of_a_row_is_told_once_unless_taken_back(town: Town, platform: str) -> None:
    there = await district(town, platform)
    for row, undone in (("1.2", False), ("1.3", True)):
        await opens_map(there, row)
        for label in ("Изменить", "Срок"):
            await there.coordinator.presses(label)
        await there.coordinator.says("до 26 октября 2026 г.")
        if undone:
            await there.coordinator.presses("Отменить")
    await town.turn(days=1)
    told = await news(there.river)
    moved = "Срок строки 1.2 от района изменился: было «до 19 октября 2026 г.», стало «до 26 октября 2026 г.»"
    assert told.count(moved) == 1 and told.count("изменился") == 1


async def test_the_missing_date_of_a_districts_row_is_asked_of_the_district_alone(town: Town, platform: str) -> None:
    there = await district(town, platform, PLAN.replace("до 30 ноября 2026 г.", "по отдельному графику"))
    await town.turn(days=1)
    assert "Когда это нужно сделать? Строка 1.3 от района" in await news(there.coordinator)
    assert "Когда это нужно сделать" not in await news(there.river)
    await there.coordinator.presses("Строка 1.3")
    assert "Что изменить?" in there.coordinator.sees()


async def test_a_districts_row_is_marked_in_the_morning_below(town: Town, platform: str) -> None:
    there = await district(town, platform)
    await town.turn(days=9)
    assert "Строка 1.2 от района: через" in await news(there.river)
    assert "Строка 1.2 от района" in await there.river.buttons()


async def test_leaving_hides_the_rows_and_joining_again_brings_them_back(town: Town, platform: str) -> None:
    there = await district(town, platform)
    await does(there.river, "1.2")
    await there.river.says("меню")
    for label in ("Ещё", "Наш район", "Выйти из района"):
        await there.river.presses(label)
    await there.coordinator.says("меню")
    await there.coordinator.presses("Организации")
    assert "Река" not in there.coordinator.sees()
    await enters(there.river, await code_of(there.coordinator))
    await there.coordinator.says("меню")
    await there.coordinator.presses("Организации")
    assert "Школа «Река» — 1 из 3" in there.coordinator.sees()


async def test_the_coordinator_hears_who_came_and_can_take_an_organisation_out(town: Town, platform: str) -> None:
    there = await district(town, platform)
    await town.turn(days=1)
    assert "вошла организация «Детский сад „Горка“»" in await news(there.coordinator)
    await there.coordinator.says("меню")
    await there.coordinator.presses("Организации")
    await there.coordinator.says("горка")
    await there.coordinator.presses("Убрать из района")
    await there.coordinator.presses("Да, убрать")
    await town.turn(days=1)
    assert "убрал Вашу организацию из района" in await news(there.hill)
    async with town.database.look() as session:
        assert (
            len((await session.scalars(select(Organisation).where(Organisation.parent_id.is_not(None)))).all()) == 2
        )


async def test_a_closed_code_lets_nobody_in(town: Town, platform: str) -> None:
    head = await coordinator(town, platform)
    code = await code_of(head)
    await head.presses("Код для организаций")
    await head.presses("Закрыть все коды")
    lake = await founded(town, platform, organisation="Школа «Озеро»")
    await lake.says(code)
    assert "Войти в район" not in await lake.offered()
    async with town.database.look() as session:
        assert (await session.scalars(select(Organisation.parent_id))).all() == [None, None]


async def test_a_newcomer_founds_an_organisation_inside_the_district(town: Town, platform: str) -> None:
    head = await coordinator(town, platform)
    await switches_on(head)
    code = await code_of(head)
    for name in ("Школа № 1", "Школа № 2"):
        newcomer = await founded(town, platform, organisation=name, code=code)
        assert "Вы в районе «Лесной район». Для Вас 3 дела" in newcomer.sees()
        assert [number for number, _, _ in await tasks_in(town, name)] == ["1.2", "1.3", "2.1"]


async def test_fifty_organisations_stand_on_one_screen(town: Town, platform: str) -> None:
    head = await coordinator(town, platform)
    async with town.database.begin() as storage:
        (district,) = await storage.organisations.all()
        for number in range(1, 51):
            name = f"Средняя общеобразовательная школа посёлка № {number}"
            await storage.districts.move(
                await storage.organisations.add(name, "Europe/Moscow", town.world.clock.now), district.id
            )
    await switches_on(head)
    await head.says("меню")
    await head.presses("Организации")
    assert head.sees().count("0 из 3") == 50
    await head.says("37")
    assert "Сделано 0 из 3" in head.sees()
    await head.presses("Назад")
    await head.says("№ 50")
    assert "школа посёлка № 50" in head.sees()


def real_text() -> str:
    return next(Path(FOLDER or "").glob("001_*")).read_text(encoding="utf-8")


@needs_documents
async def test_a_real_districts_roadmap_in_three_organisations(town: Town, platform: str) -> None:
    """Of its 29 rows seven are the organisations' alone and fourteen everybody's; two of three do row 1.5."""
    there = await district(town, platform, real_text())
    for curator in (there.lake, there.hill):
        await does(curator, "1.5")
    await opens_map(there, "1.5")
    assert "Сделали 2 из 3" in there.coordinator.sees()
    assert "Школа «Река»" in there.coordinator.sees()
    rows = {
        name: {number for number, _, _ in await tasks_in(town, name)} for name in ("Лесной район", "Школа «Река»")
    }
    assert (len(rows["Лесной район"]), len(rows["Школа «Река»"])) == (22, 21)


async def test_organisations_and_rows_come_as_a_spreadsheet(town: Town, platform: str) -> None:
    there = await district(town, platform)
    await does(there.lake, "1.2")
    await opens_map(there)
    await there.coordinator.presses("Таблицей")
    sheet = load_workbook(io.BytesIO(await there.coordinator.downloads())).active
    assert sheet is not None
    table = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert ["Школа «Озеро»", 1, 0, 0, "✓", "·", "·"] in table


@pytest.mark.parametrize("typed", ["АБВ", "не помню кода"])
async def test_what_is_no_code_is_told_so(town: Town, platform: str, typed: str) -> None:
    lake = await founded(town, platform)
    await lake.says("меню")
    await lake.presses("Ещё")
    await lake.presses("Войти в район")
    await lake.says(typed)
    assert "Это не похоже на код" in lake.sees()
