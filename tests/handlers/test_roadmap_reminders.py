"""What the roadmap reminds of, told as things are when it is told."""

from datetime import UTC, datetime

from sqlalchemy import select

from domain.people import Role
from domain.reminders import Kind
from storage.models import Notice
from tests.client import Person, Town
from tests.handlers.plans import CROWDED, holds, opens_row, switched_on
from tests.scenes import participant


async def words(person: Person) -> str:
    return "\n".join(message["text"] for message in await person.reads())


async def notice_states(town: Town, kind: str) -> set[str]:
    async with town.database.look() as session:
        return set((await session.scalars(select(Notice.state).where(Notice.kind == kind))).all())


async def test_a_deadline_is_told_with_the_days_that_are_left(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await town.turn(datetime(2026, 10, 12, 12, 0, tzinfo=UTC))
    assert "Строка 1.2: через 7 дней (19 октября)" in await words(curator)
    assert "Строка 1.2" in await curator.buttons()


async def test_an_overdue_row_is_told_to_the_curator(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await town.turn(days=2)
    assert "Строка 1.1: срок был 1 октября" in await words(curator)


async def test_a_row_without_a_date_asks_for_it(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await town.turn(days=2)
    assert "Строка 2.2, срок в документе: «по отдельному графику»" in await words(curator)


async def test_a_row_that_starts_by_an_event_reminds_of_nothing(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await town.turn(days=40)
    assert "Консультации" not in await words(curator)


async def test_many_rows_of_one_morning_are_one_list(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform, CROWDED)
    await town.turn(datetime(2026, 12, 15, 12, 0, tzinfo=UTC))
    await words(curator)
    await town.turn(datetime(2026, 12, 16, 12, 0, tzinfo=UTC))
    (message,) = await curator.reads()
    assert "7 строк до 30 декабря" in message["text"]
    assert message["text"].count("Мероприятие") == 5
    assert "и ещё 2 строки" in message["text"]
    await curator.presses("Почему мне это пришло?")
    assert curator.sees().count("документа «План мероприятий") == 1
    assert "строка 5: Мероприятие 5, срок в документе: «до 30 декабря 2026 г.»" in curator.sees()
    assert "И ещё 2 строки." in curator.sees()
    await curator.presses("Скоро срок: 7 строк")
    assert "Скоро срок" in curator.sees()


async def test_the_missing_dates_are_asked_for_in_one_message(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform, CROWDED)
    await town.turn(days=2)
    (message,) = await curator.reads()
    assert "У 4 строк в документе нет даты" in message["text"]
    assert "Семинар 8 («по отдельному графику»)" in message["text"]
    await curator.presses("Без даты: 4 строки")
    assert "Без даты" in curator.sees()


async def test_the_week_does_not_repeat_what_a_deadline_of_the_same_morning_says(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await town.turn(datetime(2026, 10, 18, 12, 0, tzinfo=UTC))
    await words(curator)
    await town.turn(datetime(2026, 10, 19, 12, 0, tzinfo=UTC))
    told = await words(curator)
    assert "Строка 1.2: сегодня последний день" in told
    assert told.count("Формирование базы наставников") == 1


async def test_a_late_row_goes_up_to_the_head(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    head = await participant(town, curator, "Лиманская Галина Николаевна", platform, "Наставником")
    await holds(town, head, Role.HEAD)
    await town.turn(datetime(2026, 10, 12, 12, 0, tzinfo=UTC))
    assert "просрочена" not in await words(head)
    await town.turn(datetime(2026, 10, 13, 12, 0, tzinfo=UTC))
    told = await words(head)
    assert "1 строка дорожной карты просрочена больше недели" in told
    assert "Приказ о внедрении наставничества (срок был 1 октября)" in told
    await head.presses("Строка 1.1")
    assert "Приказ о внедрении наставничества" in head.sees()


async def test_a_late_row_goes_up_to_the_district_as_a_number(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    above = await participant(town, curator, "Орлова Нина Петровна", platform, "Наставником")
    await holds(town, above, Role.COORDINATOR, in_district=True)
    await escalated(town, "1.1", "Орлова Нина Петровна")
    await town.turn(datetime(2026, 10, 6, 12, 0, tzinfo=UTC))
    told = await words(above)
    assert "Детский сад № 8 — строка 1.1" in told
    assert "Приказ о внедрении" not in told
    assert "Карта района" in await above.buttons()


async def escalated(town: Town, number: str, name: str) -> None:
    """The notice that the district gets of a row, due tomorrow morning."""
    async with town.database.begin() as storage:
        (organisation,) = [each for each in await storage.organisations.all() if each.parent_id is not None]
        row = next(each for each in await storage.roadmaps.rows(organisation.id) if each.milestone.number == number)
        person = next(each for each in await storage.people.members(organisation.id) if each.name == name)
        key = f"task:{row.task.id}:{row.task.due}:to-district:person:{person.id}"
        at = datetime(2026, 10, 6, 6, 0, tzinfo=UTC)
        subject = {"task": row.task.id}
        await storage.notices.add(
            person.id, Kind.ESCALATED, key, at, at, organisation_id=organisation.id, subject=subject
        )


async def test_a_reminder_is_explained_by_its_row_and_paper_and_post(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await town.turn(days=2)
    await curator.presses("Почему мне это пришло?")
    told = curator.sees()
    assert "Это строки документа «План мероприятий" in told
    assert "строка 1.1: Приказ о внедрении наставничества, срок в документе: «до 1 октября 2026 г.»" in told
    assert "Ответственного в программе пока нет" in told
    assert "об этом один раз узнают ответственные и куратор" in told


async def test_what_was_done_before_the_morning_is_not_reminded_of(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await opens_row(curator, "1.1")
    await curator.presses("Выполнено")
    await town.turn(days=2)
    assert "Строка 1.1" not in await words(curator)


async def test_the_week_is_told_on_its_first_morning(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await town.turn(datetime(2026, 10, 27, 12, 0, tzinfo=UTC))
    told = await words(curator)
    assert "Неделя 26 октября — 1 ноября" in told
    assert "сб 31.10 — Совещания кураторов" in told
    assert "Просрочено 2 строки ⚠️\n• Приказ о внедрении наставничества — срок был 1 октября" in told
    await curator.presses("Просроченные (2)")
    assert "Формирование базы наставников" in curator.sees()


async def test_a_week_with_nothing_to_say_is_left_out(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    for number in ("1.1", "1.2"):
        await opens_row(curator, number)
        await curator.presses("Выполнено")
    await town.turn(datetime(2026, 10, 20, 12, 0, tzinfo=UTC))
    assert "Неделя" not in await words(curator)
    assert await notice_states(town, "digest") == {"withdrawn"}


async def test_in_summer_a_week_is_told_only_for_what_lies_ahead(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await town.jump(days=270)
    await words(curator)
    await town.turn(days=21)
    summer = await words(curator)
    assert "Неделя" not in summer


async def test_a_date_that_was_changed_is_reminded_of_anew(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    for day in ("15 октября", "30 ноября"):
        await opens_row(curator, "2.2")
        await curator.presses("Ввести дату" if day == "15 октября" else "Изменить дату")
        await curator.says(day)
    await town.turn(datetime(2026, 10, 16, 12, 0, tzinfo=UTC))
    assert "Строка 2.2" not in await words(curator)
    await town.turn(datetime(2026, 11, 17, 12, 0, tzinfo=UTC))
    assert "Строка 2.2: через 14 дней (30 ноября)" in await words(curator)
