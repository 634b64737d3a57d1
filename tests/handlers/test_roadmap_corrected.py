"""A corrected file while the year is on: what changes is shown first, and nothing that was done is lost."""

from datetime import date

from sqlalchemy import select

from storage.models import Evidence, Milestone, MilestoneChange, Roadmap, Task
from tests.client import Person, Town
from tests.documents.builders import docx
from tests.handlers.plans import OLD_PLAN, PLAN, opens_row, presses_in, sends_plan, switched_on

CORRECTED = (
    PLAN.replace("до 19 октября 2026 г.", "до 26 октября 2026 г.")
    .replace("1.3\tСовещания кураторов\tежемесячно\tпетрова А.С.\tПротокол\n", "")
    .replace("2.4\tИтоговая", "2.4\tЭкскурсия на завод\tапрель 2027 г.\tДиректор\tФотоотчёт\n2.5\tИтоговая")
    .replace("Приказ о внедрении наставничества", "Приказ о внедрении целевой модели наставничества")
)


async def tasks_of(town: Town) -> dict[str, tuple[int, date | None, bool]]:
    """Number → task, its last day and whether it is done, of the rows that are followed and do not recur."""
    async with town.database.look() as session:
        found = (
            select(Milestone.number, Task)
            .join(Task, Task.milestone_id == Milestone.id)
            .join(Roadmap, Roadmap.id == Milestone.roadmap_id)
            .where(Roadmap.state == "active", Milestone.removed_at.is_(None), Task.occurrence == "")
        )
        return {
            number: (task.id, task.due, task.done_at is not None) for number, task in await session.execute(found)
        }


async def in_work(town: Town, platform: str) -> Person:
    """The year is on; row 1.1 is done with proof, row 2.2 has got its date."""
    curator = await switched_on(town, platform)
    await opens_row(curator, "1.1")
    await curator.presses("Выполнено")
    await curator.says("https://school.example/order")
    await opens_row(curator, "2.2")
    await curator.presses("Ввести дату")
    await curator.says("20 ноября")
    return curator


async def test_what_a_correction_changes_is_shown_and_nothing_done_is_lost(town: Town, platform: str) -> None:
    curator = await in_work(town, platform)
    before = await tasks_of(town)
    await sends_plan(curator, CORRECTED)
    assert "Изменится срок у 1 строки.\nПоявится 1 строка.\nИсчезнет 1 строка." in curator.sees()
    assert "1.2. Формирование базы наставников: до 19 октября → до 26 октября" in curator.sees()
    assert "2.4. Экскурсия на завод — с 1 апреля по 30 апреля 2027 года" in curator.sees()
    assert "Исчезнут\n1.3. Совещания кураторов" in curator.sees()
    assert await tasks_of(town) == before
    await curator.presses("Принять изменения")
    after = await tasks_of(town)
    assert after["1.1"] == before["1.1"] and after["1.1"][2]
    assert after["1.2"] == (before["1.2"][0], date(2026, 10, 26), False)
    assert after["2.2"] == before["2.2"] and after["2.2"][1] == date(2026, 11, 20)
    assert after["2.5"][:2] == before["2.4"][:2]
    assert after["2.4"][1] == date(2027, 4, 30)
    await opens_row(curator, "1.1")
    assert "Приказ о внедрении целевой модели" in curator.sees() and "school.example" in curator.sees()


async def papers(town: Town) -> list[tuple[str, str]]:
    async with town.database.look() as session:
        found = await session.execute(select(Roadmap.state, Roadmap.title).order_by(Roadmap.id))
        return [(state, title) for state, title in found]


async def test_a_correction_is_taken_back_with_dates_rows_and_what_was_entered(town: Town, platform: str) -> None:
    curator = await in_work(town, platform)
    before = await tasks_of(town)
    await sends_plan(curator, CORRECTED.replace("по отдельному графику", "до 5 декабря 2026 г."))
    await curator.presses("Принять изменения")
    assert (await tasks_of(town))["2.2"][1] == date(2026, 12, 5)
    await curator.presses("Отменить")
    assert "Отменила исправления из файла" in curator.sees()
    assert await tasks_of(town) == before
    assert [state for state, _ in await papers(town)] == ["active", "read"]
    await curator.presses("Дорожная карта")
    await curator.presses("Прочитанная карта")
    await curator.presses("Что изменится")
    assert "Появится 1 строка.\nИсчезнет 1 строка." in curator.sees()
    await curator.presses("Принять изменения")
    assert (await tasks_of(town))["2.4"][1] == date(2027, 4, 30)


async def test_a_correction_that_was_worked_with_is_not_taken_back(town: Town, platform: str) -> None:
    curator = await in_work(town, platform)
    await sends_plan(curator, CORRECTED)
    await curator.presses("Принять изменения")
    message = curator.answer[-1]["id"]
    await opens_row(curator, "2.4")
    await curator.presses("Выполнено")
    after = await tasks_of(town)
    await presses_in(curator, message, "Отменить")
    assert "Отменить уже нельзя" in str(await curator.chat())
    assert await tasks_of(town) == after


async def test_a_row_that_vanished_reminds_of_nothing_and_keeps_its_proof(town: Town, platform: str) -> None:
    curator = await in_work(town, platform)
    await sends_plan(
        curator, PLAN.replace("1.1\tПриказ о внедрении наставничества\tдо 1 октября 2026 г.\tДиректор\tПриказ\n", "")
    )
    await curator.presses("Принять изменения")
    assert "1.1" not in await tasks_of(town)
    async with town.database.look() as session:
        gone = (await session.scalars(select(Milestone).where(Milestone.removed_at.is_not(None)))).one()
        proof = await session.execute(select(Evidence).join(Task).where(Task.milestone_id == gone.id))
        changed = (await session.scalars(select(MilestoneChange.field))).all()
    assert (gone.number, len(proof.all())) == ("1.1", 1)
    assert "removed" in changed


async def test_reminders_follow_the_new_date(town: Town, platform: str) -> None:
    curator = await in_work(town, platform)
    await sends_plan(curator, PLAN.replace("до 19 октября 2026 г.", "до 30 октября 2026 г."))
    await curator.presses("Принять изменения")
    await curator.reads()
    await town.turn(days=18)
    told = [message["text"] for message in await curator.reads() if "Формирование базы" in message["text"]]
    assert told and all("30 октября" in text or "30.10" in text for text in told)


async def test_the_same_rows_in_another_format_are_said_to_be_the_same(town: Town, platform: str) -> None:
    curator = await in_work(town, platform)
    before = await tasks_of(town)
    await curator.says("меню")
    head, table = PLAN.split("\n\n")
    await curator.sends("карта.docx", docx([line.split("\t") for line in table.splitlines()], head))
    assert "Это та же карта" in curator.sees()
    await sends_plan(curator)
    assert "Этот файл уже включён" in curator.sees()
    assert await tasks_of(town) == before


async def test_what_people_changed_by_hand_outlives_two_corrections(town: Town, platform: str) -> None:
    curator = await in_work(town, platform)
    await curator.says("меню")
    await curator.presses("Дорожная карта")
    await curator.presses("Сомнения")
    while "Ввести срок" not in await curator.offered() or "графику" not in curator.sees():
        await curator.presses("Пропустить")
    await curator.presses("Ввести срок")
    await curator.says("до 25 ноября 2026")
    for text in (CORRECTED, CORRECTED.replace("26 октября", "28 октября")):
        await sends_plan(curator, text)
        assert "2.2" not in curator.sees()
        await curator.presses("Принять изменения")
    after = await tasks_of(town)
    assert (after["2.2"][1], after["1.2"][1]) == (date(2026, 11, 25), date(2026, 10, 28))


async def test_another_roadmap_is_no_correction(town: Town, platform: str) -> None:
    curator = await in_work(town, platform)
    await sends_plan(curator, OLD_PLAN)
    assert "Принять изменения" not in await curator.offered()
    await curator.presses("Да, посмотреть")
    assert "Прочитала" in curator.sees()


async def test_an_old_button_takes_nothing_in_twice(town: Town, platform: str) -> None:
    curator = await in_work(town, platform)
    await sends_plan(curator, CORRECTED)
    message = curator.answer[-1]["id"]
    await curator.presses("Принять изменения")
    after = await tasks_of(town)
    await presses_in(curator, message, "К дорожной карте")
    assert await tasks_of(town) == after
