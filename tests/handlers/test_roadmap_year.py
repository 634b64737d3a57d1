"""The year is on: tasks, the people responsible, rows done with evidence, dates entered."""

from datetime import date

from sqlalchemy import select

from storage.models import Evidence, File, Milestone, Roadmap, Task
from tests.client import Person, Town
from tests.handlers.plans import PLAN, opens_names, opens_row, presses_in, sends_plan, switched_on, ties
from tests.scenes import founded, invitation, participant


async def tasks_of(town: Town, number: str) -> list[Task]:
    async with town.database.look() as session:
        found = select(Task).join(Milestone).where(Milestone.number == number).order_by(Task.due)
        return list((await session.scalars(found)).all())


async def roadmap_states(town: Town) -> list[str]:
    async with town.database.look() as session:
        return list((await session.scalars(select(Roadmap.state).order_by(Roadmap.id))).all())


async def with_responsible(town: Town, platform: str) -> tuple[Person, Person]:
    """A curator, and a mentor who stands behind «Петрова А.С.»."""
    curator = await switched_on(town, "vk")
    anna = await participant(town, curator, "Петрова Анна Сергеевна", platform, "Наставником")
    await opens_names(curator)
    for label in ("Петрова А.С.", "☐ Петрова Анна Сергеевна", "Готово"):
        await curator.presses(label)
    return curator, anna


async def test_late_rows_are_told_before_the_year_is_switched_on(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform))
    await curator.presses("Включить год")
    assert "У 1 строки срок уже прошёл" in curator.sees()
    assert await roadmap_states(town) == ["read"]


async def test_each_row_becomes_a_task_and_a_monthly_one_its_months_ahead(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    assert "Слежу за 14 делами" in curator.sees()
    assert [task.due for task in await tasks_of(town, "1.2")] == [date(2026, 10, 19)]
    monthly = await tasks_of(town, "1.3")
    assert (len(monthly), monthly[0].occurrence) == (11, "2026-10-31")
    assert [task.due for task in await tasks_of(town, "2.2")] == [None]


async def test_switching_on_can_be_taken_back(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await curator.presses("Отменить")
    assert await roadmap_states(town) == ["read"]
    assert await tasks_of(town, "1.1") == []


async def test_switching_on_stays_once_work_has_begun(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    switched = (await curator.chat())[-1]["id"]
    await opens_row(curator, "1.1")
    await curator.presses("Выполнено")
    await presses_in(curator, switched, "Отменить")
    assert await roadmap_states(town) == ["active"]


async def test_a_new_roadmap_replaces_the_old_one_and_keeps_who_is_who(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    for label in ("Кто отвечает", "Директор", "☐ Это я", "Готово", "К дорожной карте", "Новая карта"):
        await curator.presses(label)
    await curator.sends("новая.txt", PLAN.replace("Консультации", "Советы").encode(), "text/plain")
    await curator.presses("Как новую карту")
    await curator.presses("Включить год")
    assert "Новая её заменит" in curator.sees()
    await curator.presses("Включить всё равно")
    assert await roadmap_states(town) == ["replaced", "active"]
    assert await ties(town) == {"Директор": ["Смирнова Ольга Ивановна"]}


async def test_the_same_file_again_changes_nothing(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await curator.sends("карта.txt", PLAN.encode(), "text/plain")
    assert "Этот файл уже включён" in curator.sees()
    assert await roadmap_states(town) == ["active"]


async def test_the_roadmap_shows_how_it_stands(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await curator.presses("К дорожной карте")
    assert (
        "Выполнено 0 из 17 строк (0 %), просрочено 1 ⚠️, скоро срок у 1 ⏰, без даты 1, по запросу 1."
        in curator.sees()
    )
    await curator.presses("Просрочено")
    assert "1.1. Приказ о внедрении наставничества — просрочено на 4 дня" in curator.sees()
    assert "1.2" not in curator.sees()


async def test_a_card_tells_the_phrase_its_meaning_and_the_people(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "1.2")
    assert "Формирование базы наставников" in curator.sees()
    assert "Срок в документе: «до 19 октября 2026 г.»" in curator.sees()
    assert "Поняла так: до 19 октября" in curator.sees()
    assert "Ответственные: Петрова А.С." in curator.sees()
    assert "Результат: База наставников" in curator.sees()


async def test_done_in_one_tap_and_taken_back(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "1.1")
    await curator.presses("Выполнено")
    assert "Приложить подтверждение?" in curator.sees()
    (task,) = await tasks_of(town, "1.1")
    assert task.done_at is not None
    await curator.presses("Отменить")
    (task,) = await tasks_of(town, "1.1")
    assert task.done_at is None


async def test_done_can_no_longer_be_taken_back_after_ten_minutes(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "1.1")
    await curator.presses("Выполнено")
    await town.turn(minutes=11)
    await curator.presses("Отменить")
    assert "Отменить уже нельзя" in curator.sees()
    (task,) = await tasks_of(town, "1.1")
    assert task.done_at is not None


async def test_an_old_button_does_not_close_twice(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "1.1")
    old_card = (await curator.chat())[-1]["id"]
    await opens_row(curator, "1.1")
    await curator.presses("Выполнено")
    (before,) = await tasks_of(town, "1.1")
    await town.turn(minutes=1)
    await presses_in(curator, old_card, "Выполнено")
    (after,) = await tasks_of(town, "1.1")
    assert after.done_at == before.done_at


async def test_evidence_is_kept_encrypted_and_comes_back(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "1.1")
    for label in ("Выполнено", "Приложить подтверждение"):
        await curator.presses(label)
    await curator.sends("приказ.docx", b"order number 48")
    assert "Сохранила подтверждение для строки 1.1" in curator.sees()
    async with town.database.look() as session:
        kept = (await session.scalars(select(File).join(Evidence, Evidence.file_id == File.id))).one()
    assert b"order" not in kept.content
    await curator.presses("К строке")
    assert "приказ.docx" in curator.sees()
    await curator.presses("Показать файлы")
    assert await curator.downloads() == b"order number 48"


async def test_a_link_and_words_are_evidence_too(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "1.1")
    await curator.presses("Приложить файл")
    await curator.says("https://vk.com/wall-1_2 <итоги> & фото")
    await curator.presses("К строке")
    assert "https://vk.com/wall-1_2 <итоги> & фото" in curator.sees()


async def test_an_album_is_taken_file_by_file(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "1.1")
    await curator.presses("Приложить файл")
    for number in (1, 2, 3):
        await curator.sends(f"фото {number}.pdf", b"%PDF-1.4 page")
    async with town.database.look() as session:
        assert len((await session.scalars(select(Evidence))).all()) == 3


async def test_evidence_that_is_too_long_is_not_lost_silently(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "1.1")
    await curator.presses("Приложить файл")
    await curator.says("а" * 2500)
    assert "поместится не больше 2 000" in curator.sees().replace("\xa0", " ")
    async with town.database.look() as session:
        assert (await session.scalars(select(Evidence))).all() == []


async def test_a_date_that_the_paper_does_not_give_is_typed(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "2.2")
    await curator.presses("Ввести дату")
    await curator.says("31 февраля")
    assert "Такого дня в календаре нет" in curator.sees()
    await curator.says("до 16 ноября")
    assert "Записала: до 16 ноября" in curator.sees()
    assert [task.due for task in await tasks_of(town, "2.2")] == [date(2026, 11, 16)]
    assert "Изменить дату" in await curator.offered()


async def test_a_row_with_a_date_of_the_paper_is_not_asked_for_one(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "1.2")
    assert "Ввести дату" not in await curator.offered()


async def test_the_responsible_person_opens_and_closes_her_row(town: Town, platform: str) -> None:
    _, anna = await with_responsible(town, platform)
    await town.turn(days=7)
    await anna.presses("Строка 1.2")
    assert "Формирование базы наставников" in anna.sees()
    await anna.presses("Выполнено")
    (task,) = await tasks_of(town, "1.2")
    assert task.done_at is not None


async def test_a_row_goes_with_the_person_who_was_untied(town: Town, platform: str) -> None:
    curator, anna = await with_responsible(town, platform)
    await town.turn(days=7)
    await opens_names(curator)
    for label in ("Петрова А.С.", "☑ Петрова Анна Сергеевна"):
        await curator.presses(label)
    await anna.presses("Строка 1.2")
    assert "Этой строки среди Ваших сейчас нет" in anna.sees()


async def test_a_reminder_leads_on_from_whichever_organisation_she_is_in(town: Town, platform: str) -> None:
    _, anna = await with_responsible(town, platform)
    other = await founded(town, "telegram", "Белова Инна Игоревна", organisation="Школа № 5")
    await town.turn(days=7)
    await anna.opens(await invitation(other, platform))
    for label in ("Начать", "Да, мне есть 18", "Даю согласие"):
        if label in await anna.offered():
            await anna.presses(label)
    await anna.presses("Строка 1.2")
    assert "Формирование базы наставников" in anna.sees()


async def test_the_responsible_person_finds_her_rows_and_comes_back_to_them(town: Town, platform: str) -> None:
    _, anna = await with_responsible(town, platform)
    await town.turn(days=7)
    await anna.presses("Строка 1.2")
    await anna.presses("Назад")
    assert "За что Вы отвечаете: 13" in anna.sees()
    assert (await anna.offered())[:2] == ["1.2", "1.3 · 31.10"]


async def test_a_participant_has_no_roadmap(town: Town, platform: str) -> None:
    _, anna = await with_responsible(town, platform)
    await anna.says("меню")
    assert "Дорожная карта" not in await anna.offered()


async def test_the_roadmap_comes_as_a_spreadsheet(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    for label in ("К дорожной карте", "Картинка и документы", "Таблицей"):
        await curator.presses(label)
    assert [file["name"] for file in curator.files()] == ["Дорожная карта.xlsx"]
    assert (await curator.downloads()).startswith(b"PK")
