"""Rows changed by hand: what they say, when they are due, who answers; added, taken out, with their history."""

from datetime import UTC, date, datetime

from sqlalchemy import select

from storage.models import Milestone, MilestoneChange, Notice, Task
from tests.client import Person, Town
from tests.handlers.plans import opens_names, opens_row, presses_in, sends_plan, switched_on, ties
from tests.scenes import founded, participant

ANNA = "Петрова Анна Сергеевна"


async def row_of(town: Town, number: str) -> Milestone:
    async with town.database.look() as session:
        return (await session.scalars(select(Milestone).where(Milestone.number == number))).one()


async def tasks_of(town: Town, number: str) -> list[Task]:
    async with town.database.look() as session:
        found = select(Task).join(Milestone).where(Milestone.number == number).order_by(Task.due, Task.id)
        return list((await session.scalars(found)).all())


async def changes_of(town: Town, number: str) -> list[tuple[str, str, str]]:
    async with town.database.look() as session:
        found = select(MilestoneChange).join(Milestone).where(Milestone.number == number).order_by(MilestoneChange.id)
        return [(each.field, each.before, each.after) for each in await session.scalars(found)]


async def edits(curator: Person, number: str, *labels: str) -> Person:
    """From anywhere to a part of a row's «Изменить»."""
    await opens_row(curator, number)
    for label in ("Изменить", *labels):
        await curator.presses(label)
    return curator


async def words(person: Person) -> str:
    return "\n".join(message["text"] for message in await person.reads())


async def test_words_of_a_row_are_typed_anew_told_in_its_history_and_taken_back(town: Town, platform: str) -> None:
    curator = await edits(await switched_on(town, platform), "1.2", "Что сделать")
    assert "Формирование базы наставников" in curator.sees()
    await curator.says("Составление <списка> наставников")
    assert "Записала." in curator.sees() and "Составление <списка> наставников" in curator.sees()
    await curator.presses("Результат")
    await curator.presses("Убрать результат")
    assert (await row_of(town, "1.2")).result == ""
    await curator.presses("Назад")
    assert "Строка 1.2" in curator.sees() and "Результат:" not in curator.sees()
    await curator.presses("История")
    told = curator.sees()
    assert told.index("результат. Было: База наставников; стало: ничего") < told.index("что сделать. Было: Форм")
    assert "сегодня, 10:0" in told and "Смирнова Ольга Ивановна" in told
    await edits(curator, "1.2", "Что сделать")
    await curator.says("Другое дело")
    await curator.presses("Отменить")
    assert "Отменила изменение строки" in curator.sees()
    assert (await row_of(town, "1.2")).activity == "Составление <списка> наставников"


async def test_a_sign_or_a_letter_is_no_text_and_the_next_one_is_kept(town: Town, platform: str) -> None:
    curator = await edits(await switched_on(town, platform), "1.2", "Что сделать")
    for nonsense in ("?", "а", "…"):
        await curator.says(nonsense)
        assert "Напишите, пожалуйста, хотя бы одно слово" in curator.sees()
    await curator.says("Список наставников")
    assert (await row_of(town, "1.2")).activity == "Список наставников"
    await curator.presses("Ответственные")
    await curator.says("-")
    assert "хотя бы одно слово" in curator.sees() and "Отмечено: Петрова А.С.\n" in curator.sees()
    await edits(curator, "1.2", "Добавить строку")
    await curator.says("!")
    assert "хотя бы одно слово" in curator.sees()
    await curator.says("Новый раздел")
    await curator.says("б")
    await curator.says("Выставка работ")
    assert "К какому сроку?" in curator.sees()


async def test_an_old_undo_does_not_undo_what_came_after(town: Town, platform: str) -> None:
    curator = await edits(await switched_on(town, platform), "1.2", "Результат")
    await curator.says("Список")
    first = (await curator.chat())[-1]["id"]
    await edits(curator, "1.2", "Результат")
    await curator.says("База и список")
    await presses_in(curator, first, "Отменить")
    assert (await row_of(town, "1.2")).result == "База и список"


async def test_a_moved_due_moves_its_reminders_and_the_old_ones_are_not_told(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    anna = await participant(town, curator, ANNA, platform, "Наставником")
    await opens_names(curator)
    await curator.presses("Связать всё предложенное")
    await town.turn(datetime(2026, 10, 12, 5, 0, tzinfo=UTC))
    await words(anna)
    await edits(curator, "1.2", "Срок")
    await curator.says("до 6 ноября")
    assert "поняла так: до 6 ноября" in curator.sees()
    (task,) = await tasks_of(town, "1.2")
    assert task.due == date(2026, 11, 6)
    await town.turn(datetime(2026, 10, 23, 12, 0, tzinfo=UTC))
    told = await words(anna)
    assert "19 октября" not in told
    assert "Строка 1.2: через 14 дней (6 ноября)" in told
    async with town.database.look() as session:
        keys = (
            await session.execute(select(Notice.key, Notice.state).where(Notice.key.contains("2026-10-19")))
        ).all()
    assert keys and not [key for key, state in keys if state not in ("done", "withdrawn")]
    assert ("due", "«до 19 октября 2026 г.» (до 19 октября)", "«до 6 ноября» (до 6 ноября)") in await changes_of(
        town, "1.2"
    )


async def test_a_typed_day_off_is_kept_and_the_day_of_the_reminder_is_said(town: Town, platform: str) -> None:
    curator = await edits(await switched_on(town, platform), "1.2", "Срок")
    await curator.says("до 31 октября")
    assert "31 октября — суббота: напомню в пятницу, 30 октября." in curator.sees()
    assert [task.due for task in await tasks_of(town, "1.2")] == [date(2026, 10, 31)]


async def test_what_is_doubtful_in_a_due_is_asked_before_it_is_kept(town: Town, platform: str) -> None:
    curator = await edits(await switched_on(town, platform), "1.2", "Срок")
    await curator.says("когда-нибудь потом")
    assert "Не получилось понять срок" in curator.sees()
    await curator.says("до 1 сентября")
    assert "Этот день уже прошёл. Верно?" in curator.sees()
    assert (await row_of(town, "1.2")).phrase == "до 19 октября 2026 г."
    await curator.says("в пятницу")
    assert (await row_of(town, "1.2")).phrase == "до 09.10.2026"
    await curator.presses("Срок")
    await curator.says("по отдельному графику")
    await curator.presses("Да, всё верно")
    (task,) = await tasks_of(town, "1.2")
    assert ((await row_of(town, "1.2")).kind, task.due) == ("elsewhere", None)


async def test_done_occurrences_stay_when_the_rhythm_changes_and_undo_brings_the_old_one_back(
    town: Town, platform: str
) -> None:
    curator = await switched_on(town, platform)
    before = await tasks_of(town, "1.3")
    await opens_row(curator, "1.3 · 31.10")
    await curator.presses("Выполнено")
    await edits(curator, "1.3 · 30.11", "Срок")
    await curator.says("до 25 декабря 2026")
    assert [(task.due, task.done_at is not None) for task in await tasks_of(town, "1.3")] == [
        (date(2026, 10, 31), True),
        (date(2026, 12, 25), False),
    ]
    await curator.presses("Отменить")
    after = await tasks_of(town, "1.3")
    assert [task.due for task in after] == [task.due for task in before]
    assert [task.done_at is not None for task in after] == [True] + [False] * (len(after) - 1)


async def test_a_date_that_was_entered_comes_back_with_undo(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "2.2")
    await curator.presses("Ввести дату")
    await curator.says("16 ноября")
    await edits(curator, "2.2", "Срок")
    await curator.says("до 1 декабря")
    assert [task.due for task in await tasks_of(town, "2.2")] == [date(2026, 12, 1)]
    await curator.presses("Отменить")
    assert [task.due for task in await tasks_of(town, "2.2")] == [date(2026, 11, 16)]
    assert (await changes_of(town, "2.2"))[0] == ("day", "", "16 ноября")


async def test_several_people_answer_for_a_row_and_typed_ones_too(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    anna = await participant(town, curator, ANNA, platform, "Наставником")
    await edits(curator, "1.1", "Ответственные")
    assert (await curator.offered())[0] == "☑ Директор"
    while f"☐ {ANNA}" not in await curator.offered():
        await curator.presses("Дальше")
    await curator.presses(f"☐ {ANNA}")
    await curator.says("Методист, логопед")
    await curator.presses("☑ Директор")
    assert f"Отмечено: {ANNA}, Методист, логопед\n" in curator.sees()
    await curator.presses("Готово")
    assert (await row_of(town, "1.1")).responsible == [ANNA, "Методист", "логопед"]
    assert await ties(town) == {ANNA: [ANNA]}
    await town.turn(hours=2)
    assert "Вам поручена 1 строка" in await words(anna)
    await anna.presses("Мои дела")
    assert "Приказ о внедрении" in anna.sees()
    await curator.presses("Отменить")
    assert "Отменить уже нельзя" in curator.sees()


async def test_a_row_is_added_message_by_message_and_taken_back(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await curator.says("меню")
    for label in ("Дорожная карта", "Все строки", "Добавить строку", "Подготовка условий"):
        await curator.presses(label)
    await curator.says("Чек-лист наставника")
    await curator.says("ежегодно")
    assert "Месяц не назван" in curator.sees()
    await curator.says("до 22 ноября")
    assert "22 ноября — воскресенье: напомню в пятницу, 20 ноября." in curator.sees()
    await curator.presses("☐ Директор")
    await curator.presses("Готово")
    assert "Строку добавила." in curator.sees() and "Строка 1.4" in curator.sees()
    (task,) = await tasks_of(town, "1.4")
    assert task.due == date(2026, 11, 22)
    added = (await curator.chat())[-1]["id"]
    await opens_row(curator, "1.4")
    assert "Ответственные: Директор" in curator.sees()
    await curator.presses("История")
    assert "строка добавлена." in curator.sees()
    await presses_in(curator, added, "Отменить")
    assert (await row_of(town, "1.4")).removed_at is not None


async def test_a_removed_row_reminds_of_nothing_keeps_its_evidence_and_comes_back(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "1.2")
    await curator.presses("Приложить файл")
    await curator.says("https://vk.com/wall-1_2")
    await edits(curator, "1.2", "Убрать строку")
    assert "Убрать строку 1.2: Формирование базы наставников?" in curator.sees()
    await curator.presses("Убрать строку")
    removed = (await curator.chat())[-1]["id"]
    await curator.says("меню")
    await curator.presses("Дорожная карта")
    assert "из 16" in curator.sees()
    await presses_in(curator, removed, "Отменить")
    await opens_row(curator, "1.2")
    assert "https://vk.com/wall-1_2" in curator.sees()
    await edits(curator, "1.2", "Убрать строку", "Убрать строку")
    await words(curator)
    await town.turn(datetime(2026, 10, 13, 12, 0, tzinfo=UTC))
    assert "Строка 1.2" not in await words(curator)
    assert [field for field, _, _ in await changes_of(town, "1.2")] == ["removed", "restored", "removed"]


async def test_removed_rows_are_listed_and_put_back_at_any_time(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform))
    for label in ("Показать строки", "Дальше", "2.4", "Убрать строку", "Убрать строку", "К дорожной карте"):
        await curator.presses(label)
    for label in ("Включить год", "Включить всё равно"):
        await curator.presses(label)
    await edits(curator, "1.2", "Убрать строку", "Убрать строку", "Убранные строки (2)")
    assert "1.2. Формирование базы наставников — убрана сегодня" in curator.sees()
    await town.turn(days=1)
    await edits(curator, "1.3 · 31.10", "Добавить строку", "Убранные строки (2)", "2.4")
    assert "Строка 2.4 снова на месте." in curator.sees() and "Итоговая встреча" in curator.sees()
    assert [task.due for task in await tasks_of(town, "2.4")] == [date(2027, 5, 20)]
    await edits(curator, "2.4", "Добавить строку", "Убранные строки (1)")
    assert "убрана 5 октября" in curator.sees() and "2.4" not in await curator.offered()


async def test_rows_of_a_waiting_roadmap_are_mended_before_the_year_begins(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform))
    assert "Ответственные: Директор, Петрова А.С.\n" in curator.sees() + "\n"
    for label in ("Показать строки", "1.1", "Срок"):
        await curator.presses(label)
    await curator.says("до 30 октября")
    await curator.presses("Назад")
    assert "«до 30 октября» → до 30 октября" in curator.sees()
    for label in ("2.3", "Убрать строку", "Убрать строку", "К дорожной карте", "Включить год"):
        await curator.presses(label)
    assert "Слежу за 14 делами со сроком" in curator.sees()
    assert "1 строка идёт весь период" in curator.sees() and "У 1 строки даты нет" in curator.sees()
    assert "по запросу" not in curator.sees()
    assert [task.due for task in await tasks_of(town, "1.1")] == [date(2026, 10, 30)]


async def test_only_who_keeps_the_roadmap_changes_rows(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    anna = await participant(town, curator, ANNA, platform, "Наставником")
    await opens_names(curator)
    await curator.presses("Связать всё предложенное")
    await edits(curator, "1.2", "Результат")
    await curator.says("Список")
    await anna.says("меню")
    for label in ("Мои дела", "1.2"):
        await anna.presses(label)
    assert "Изменить" not in await anna.offered()
    await anna.presses("История")
    assert "Было: База наставников; стало: Список" in anna.sees()
