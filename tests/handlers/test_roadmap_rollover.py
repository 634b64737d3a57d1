"""The year after this one: its roadmap is drawn up, looked through, signed and switched on with everybody in it."""

from datetime import UTC, date, datetime
from io import BytesIO

import docx
from sqlalchemy import select

from domain.people import Role
from storage.models import Membership, Milestone, Programme, Roadmap, Task
from tests.client import Person, Town
from tests.handlers.plans import OLD_PLAN, PLAN, holds, opens_row, presses_in, sends_plan, switched_on
from tests.scenes import founded, participant

SPRING, AUGUST = datetime(2027, 3, 15, 7, tzinfo=UTC), datetime(2027, 8, 16, 7, tzinfo=UTC)
DOUBTFUL = PLAN.replace("База наставников\n", "Сборник за 2024-2025 учебный год\n").replace(
    "до 1 октября 2026 г.", "до 20 сентября 2027 г."
)


async def opens_roadmap(curator: Person) -> Person:
    await curator.says("меню")
    return await curator.presses("Дорожная карта")


async def drawn_up(town: Town, platform: str, text: str = PLAN, at: datetime = AUGUST) -> Person:
    """A curator whose next year's roadmap waits."""
    curator = await founded(town, platform)
    await sends_plan(curator, text)
    while switching := [label for label in await curator.offered() if label.startswith("Включить")]:
        await curator.presses(switching[0])
    town.set_clock(at)
    await opens_roadmap(curator)
    await curator.presses("Карта на следующий год")
    return await curator.presses("Составить")


async def switches_on(curator: Person) -> Person:
    await curator.presses("Включить год")
    return await curator.presses("Включить всё равно")


async def roadmaps(town: Town) -> list[Roadmap]:
    async with town.database.look() as session:
        return list((await session.scalars(select(Roadmap).order_by(Roadmap.id))).all())


async def phrases(town: Town, roadmap: int) -> dict[str, str]:
    async with town.database.look() as session:
        found = select(Milestone).where(Milestone.roadmap_id == roadmap, Milestone.removed_at.is_(None))
        return {each.number: each.phrase for each in await session.scalars(found.order_by(Milestone.position))}


async def to_look_at(town: Town) -> set[str]:
    async with town.database.look() as session:
        return set((await session.scalars(select(Milestone.number).where(Milestone.review))).all())


async def test_the_next_year_is_offered_from_spring_on_and_found_before(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await opens_roadmap(curator)
    assert "Карта на следующий год" not in await curator.offered()
    await curator.presses("Новая карта")
    assert "Карта на следующий год" in await curator.offered()
    town.set_clock(SPRING)
    await opens_roadmap(curator)
    await curator.presses("Карта на следующий год")
    assert "на 2027–2028 учебный год" in curator.sees()
    assert {"Составить", "Прислать свою", "Взять готовую"} <= set(await curator.offered())


async def test_the_rows_wait_with_the_dates_of_the_new_year(town: Town, platform: str) -> None:
    curator = await drawn_up(town, platform)
    before, new = await roadmaps(town)
    assert (new.state, new.origin, new.previous_id) == ("read", "rollover", before.id)
    assert (new.starts, new.ends) == (date(2027, 9, 1), date(2028, 8, 31))
    assert new.title.endswith("на 2027-2028 учебный год")
    assert await phrases(town, new.id) == {
        "1.1": "до 1 октября 2027 г.",
        "1.2": "до 19 октября 2027 г.",
        "1.3": "ежемесячно",
        "2.1": "в течение всего периода",
        "2.2": "по отдельному графику",
        "2.3": "по запросу",
        "2.4": "19 мая 2028 г.",
    }
    assert "Составила" in curator.sees()
    assert "В 1 строке срок выпадал на выходной" in curator.sees()


async def test_rows_that_cannot_be_moved_with_certainty_are_shown_one_by_one(town: Town, platform: str) -> None:
    curator = await drawn_up(town, platform, DOUBTFUL)
    assert await to_look_at(town) == {"1.1", "1.2"}
    await curator.presses("Посмотреть строки (2)")
    assert "уже за пределами этого учебного года" in curator.sees()
    assert "Было: «до 20 сентября 2027 г.»" in curator.sees()
    await curator.presses("Другой срок")
    await curator.says("до 30 июня")
    assert "в тексте строки остался другой год: «2024-2025»" in curator.sees()
    await curator.presses("Всё верно")
    assert "Все строки просмотрены" in curator.sees()
    assert await to_look_at(town) == set()
    assert (await phrases(town, (await roadmaps(town))[-1].id))["1.1"] == "до 30 июня"


async def test_another_organisation_in_a_moved_title_is_asked_about(town: Town, platform: str) -> None:
    text = PLAN.replace("внедрения наставничества\n", "внедрения наставничества в МАОУ «Лицей № 3»\n")
    curator = await drawn_up(town, platform, text)
    await curator.presses("Посмотреть сомнения")
    assert "названа другая организация: МАОУ «Лицей № 3»" in curator.sees()
    await curator.presses("Заменить на Детский сад № 8")
    assert (await roadmaps(town))[-1].title.endswith("в Детский сад № 8 на 2027-2028 учебный год")


async def test_a_row_is_taken_out_and_put_back(town: Town, platform: str) -> None:
    curator = await drawn_up(town, platform, DOUBTFUL)
    new = (await roadmaps(town))[-1].id
    await curator.presses("Посмотреть строки")
    await curator.presses("Убрать строку")
    assert "1.1" not in await phrases(town, new)
    await curator.presses("Отменить")
    assert "1.1" in await phrases(town, new)
    assert await to_look_at(town) == {"1.1", "1.2"}


async def test_all_the_rest_is_said_to_be_right_at_once(town: Town, platform: str) -> None:
    curator = await drawn_up(town, platform, DOUBTFUL)
    await curator.presses("Посмотреть строки")
    await curator.presses("Остальные верны")
    assert "Остальные строки оставила как есть." in curator.sees()
    assert await to_look_at(town) == set()


async def test_the_paper_to_be_signed_has_the_new_dates_and_who_signs(town: Town, platform: str) -> None:
    curator = await drawn_up(town, platform)
    await curator.presses("Бумага на подпись")
    await curator.presses("Всё равно сделать")
    paper = docx.Document(BytesIO(await curator.downloads()))
    words = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "УТВЕРЖДАЮ" in words
    assert "Г.Н. Лиманская" in words
    assert "на 2027-2028 учебный год" in words
    assert "О.И. Смирнова" in words
    cells = [cell.text for line in paper.tables[0].rows for cell in line.cells]
    assert "до 1 октября 2027 г." in cells
    assert "19 мая 2028 г." in cells


async def test_the_paper_that_the_head_signs_names_who_has_been_curator_longest(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    for name, role in (("Андреева Анна Сергеевна", Role.CURATOR), ("Лиманская Галина Николаевна", Role.HEAD)):
        person = await participant(town, curator, name, platform, "Наставником")
        await holds(town, person, role)
    await person.says("меню")
    await person.presses("Подписать дорожную карту")
    words = "\n".join(line.text for line in docx.Document(BytesIO(await person.downloads())).paragraphs)
    assert "О.И. Смирнова" in words and "Андреева" not in words


async def test_a_title_without_a_year_is_signed_with_it(town: Town, platform: str) -> None:
    curator = await drawn_up(town, platform, PLAN.replace("\nна 2026-2027 учебный год", ""))
    await curator.presses("Бумага на подпись")
    await curator.presses("Всё равно сделать")
    paper = docx.Document(BytesIO(await curator.downloads()))
    assert any(line.text.endswith("наставничества на 2027-2028 учебный год") for line in paper.paragraphs)


async def test_the_new_year_begins_with_everybody_and_the_old_rows_stay(town: Town, platform: str) -> None:
    curator = await switched_on(town, "vk")
    mentor = await participant(town, curator, "Петрова Анна Сергеевна", platform, "Наставником")
    town.set_clock(AUGUST)
    await opens_roadmap(curator)
    for label in ("Карта на следующий год", "Составить"):
        await curator.presses(label)
    await switches_on(curator)
    assert "Начался новый учебный год: все участники остались" in curator.sees()
    before, new = await roadmaps(town)
    assert (before.state, new.state) == ("replaced", "active")
    async with town.database.look() as session:
        programmes = (await session.scalars(select(Programme).order_by(Programme.id))).all()
        now = select(Membership.role).where(
            Membership.programme_id == programmes[-1].id, Membership.left_at.is_(None)
        )
        old_tasks = select(Task.id).join(Milestone).where(Milestone.roadmap_id == before.id)
        assert sorted((await session.scalars(now)).all()) == ["curator", "mentor"]
        assert (programmes[-1].starts, new.programme_id) == (date(2027, 9, 1), programmes[-1].id)
        assert before.programme_id == programmes[0].id
        assert (await session.scalars(old_tasks)).all()
    await opens_roadmap(curator)
    assert "2027-2028" in curator.sees()
    await mentor.says("меню")
    await mentor.presses("Мои ответы")
    assert "Анкета наставника" in await mentor.offered()


async def test_a_moved_row_shows_its_due_beside_the_one_of_the_paper(town: Town, platform: str) -> None:
    curator = await drawn_up(town, platform)
    await switches_on(curator)
    await opens_row(curator, "1.2")
    assert "Срок: «до 19 октября 2027 г.», в документе было: «до 19 октября 2026 г.»" in curator.sees()
    assert "Срок в документе" not in curator.sees()


async def test_the_new_year_is_taken_back_as_a_whole(town: Town, platform: str) -> None:
    curator = await drawn_up(town, platform)
    await switches_on(curator)
    await curator.presses("Отменить")
    assert [each.state for each in await roadmaps(town)] == ["active", "read"]
    async with town.database.look() as session:
        assert len((await session.scalars(select(Programme.id))).all()) == 1
        assert (await session.scalars(select(Membership.left_at))).all() == [None]


async def test_a_year_that_is_far_ahead_is_not_begun_without_a_warning(town: Town, platform: str) -> None:
    curator = await drawn_up(town, platform, at=SPRING)
    await curator.presses("Включить год")
    assert "Новый год по этой карте начнётся 1 сентября" in curator.sees()
    assert "карта подождёт здесь" in curator.sees()
    assert [each.state for each in await roadmaps(town)] == ["active", "read"]


async def test_a_roadmap_of_years_ago_is_moved_to_this_year_and_says_what_changed(town: Town, platform: str) -> None:
    text = OLD_PLAN.replace("на 2022-2023 учебный год", "на 2022 год").replace("20 мая 2023 г.", "20 мая 2022 г.")
    curator = await drawn_up(town, platform, text, datetime(2026, 10, 6, 7, tzinfo=UTC))
    new = (await roadmaps(town))[-1]
    assert (new.starts, new.title[-24:]) == (date(2026, 9, 1), "на 2026-2027 учебный год")
    assert "Прежняя карта была на календарный год" in curator.sees()
    moved = await phrases(town, new.id)
    assert (moved["1.1"], moved["2.4"]) == ("до 1 октября 2026 г.", "20 мая 2027 г.")
    assert await to_look_at(town) == {"1.1", "1.2", "2.4"}


async def test_an_old_button_draws_nothing_up_once_the_new_year_is_on(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    town.set_clock(AUGUST)
    await opens_roadmap(curator)
    await curator.presses("Карта на следующий год")
    old = curator.answer[-1]["id"]
    await opens_roadmap(curator)
    for label in ("Карта на следующий год", "Составить"):
        await curator.presses(label)
    await switches_on(curator)
    await presses_in(curator, old, "Составить")
    assert [each.state for each in await roadmaps(town)] == ["replaced", "active"]
