"""What the journal tells of consents, ages and the term of keeping, and that it holds no erased name."""

from datetime import timedelta

from domain.consents import By, ConsentKind
from tests.client import Person, Town
from tests.handlers.couples import Cast, cast
from tests.handlers.test_consents import at_consents, card_of


async def journal_of(curator: Person) -> str:
    await curator.says("меню")
    for label in ("Ещё", "Сотрудники программы", "Журнал"):
        await curator.presses(label)
    return curator.sees()


async def also_elsewhere(town: Town, person: Person) -> None:
    """The person takes part in another school too, so that she keeps her name when this one erases her."""
    async with town.database.begin() as storage:
        now = town.world.clock.now
        school = await storage.organisations.add("Школа № 1", "Europe/Moscow", now)
        starts = now.date()
        await storage.organisations.add_programme(school.id, starts, starts + timedelta(days=300), now)
        known = (await storage.people.account(person.platform, person.id, now)).person_id or 0
        await storage.consents.give(known, school.id, ConsentKind.PROCESSING, By.PAPER, now)


async def on_paper(there: Cast, png: bytes) -> None:
    """The curator makes Анна a minor and photographs her paper."""
    await card_of(there.curator, "Петрова")
    for label in ("Это несовершеннолетний", "Да, исправить", "На бумаге: обработка"):
        await there.curator.presses(label)
    await there.curator.sends("согласие.png", png, "image/png")


async def test_the_journal_tells_of_papers_ages_and_terms_and_names_nobody_who_is_erased(
    town: Town, platform: str, png: bytes
) -> None:
    there = await cast(town, platform)
    await on_paper(there, png)
    told = await journal_of(there.curator)
    assert "возраст исправлен на «14–17 лет»: Петрова Анна Олеговна" in told
    assert "Смирнова Ольга Ивановна: согласие на обработку данных принято на бумаге: Петрова Анна" in told
    await also_elsewhere(town, there.anna)
    await at_consents(there.anna)
    for label in ("Отозвать: обработка", "Да, отозвать"):
        await there.anna.presses(label)
    told = await journal_of(there.curator)
    assert "(имя скрыто): согласие на обработку данных отозвано, всё личное удалено" in told
    assert "принято на бумаге: (имя скрыто)" in told and "Петрова" not in told


async def test_the_journal_tells_who_changed_the_term_of_keeping_once(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await there.curator.says("меню")
    for label in ("Ещё", "Хранение данных", "Два года", "Да, сделать длиннее", "Год"):
        await there.curator.presses(label)
    await there.curator.says("12 месяцев")
    told = await journal_of(there.curator)
    assert told.count("Смирнова Ольга Ивановна: срок хранения") == 2
    assert "после окончания программы: 24 мес." in told and "после окончания программы: 12 мес." in told
