"""What the roadmap reminds of, told as things are when it is told."""

from datetime import UTC, datetime

from sqlalchemy import select

from storage.models import Notice
from tests.client import Person, Town
from tests.handlers.plans import opens_row, switched_on


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
    assert "Неделя 26 октября–1 ноября" in told
    assert "сб 31.10 — Совещания кураторов" in told
    assert "Просрочено 2 строки" in told


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
