"""Wishes after the networking meeting: who is asked, what is kept, and that nobody who is named learns of it."""

from sqlalchemy import select

from domain.consents import ConsentKind
from domain.people import Role
from storage.models import Wish
from tests.client import Person as Speaker
from tests.client import Town
from tests.handlers.couples import Cast, cast, member, news


async def asked(town: Town, platform: str) -> Cast:
    """The curator has asked both sides."""
    there = await cast(town, platform)
    for person in (there.maria, there.anna, there.vera):
        await person.reads()
    await at_board(there)
    await there.curator.presses("Спросить тех")
    await town.turn(days=1)
    return there


async def at_board(there: Cast) -> Speaker:
    await there.curator.says("меню")
    for label in ("Опросы", "Собрания", "Пожелания"):
        await there.curator.presses(label)
    return there.curator


async def wishes(town: Town) -> list[tuple[str, int, bool]]:
    async with town.database.look() as session:
        return [(each.role, each.rank, each.veto) for each in await session.scalars(select(Wish).order_by(Wish.id))]


async def test_both_sides_choose_and_the_curator_sees_who_agrees(town: Town, platform: str) -> None:
    there = await asked(town, platform)
    assert "увидит только куратор" in await news(there.maria)
    for label in ("Ответить", "Петрова", "Белова", "Готово"):
        await there.maria.presses(label)
    assert "ничего не скажу" in there.maria.sees()
    for label in ("Ответить", "Иванова", "Готово"):
        await there.anna.presses(label)
    curator = await at_board(there)
    assert "Ответили 2 из 3" in curator.sees()
    first, second = [line for line in curator.sees().splitlines() if "Иванова" in line]
    assert "Петрова Анна Олеговна — взаимно" in first and "Белова" in second and "хочет наставник" in second
    await curator.says("меню")
    for label in ("Пары", "Составить пару", "Иванова"):
        await curator.presses(label)
    assert (await curator.offered())[0] == "взаимно · Петрова Анна Олеговна"


async def test_who_is_named_learns_nothing(town: Town, platform: str) -> None:
    there = await asked(town, platform)
    for label in ("Ответить", "Петрова", "Готово"):
        await there.maria.presses(label)
    await there.anna.reads()
    await town.turn(days=7)
    assert "Иванова" not in await news(there.anna)
    await there.anna.says("меню")
    await there.anna.presses("Ответить")
    assert "1 ·" not in str(await there.anna.offered()) and "1." not in there.anna.sees()
    await there.anna.presses("Пока никого")
    assert await wishes(town) == [("mentor", 1, False), ("mentee", 0, False)]


async def test_a_veto_is_told_to_the_curator_alone_and_ends_the_wish(town: Town, platform: str) -> None:
    there = await asked(town, platform)
    for label in ("Ответить", "Иванова", "Только не с", "Иванова", "К пожеланиям", "Готово"):
        await there.anna.presses(label)
    assert await wishes(town) == [("mentee", 0, True)]
    assert "просили не ставить вместе" in (await at_board(there)).sees()


async def test_a_wish_is_no_veto_and_a_typed_surname_is_a_press(town: Town, platform: str) -> None:
    there = await asked(town, platform)
    await there.maria.presses("Ответить")
    await there.maria.says("петрова")
    assert "Хотелось бы: 1. Петрова Анна Олеговна" in there.maria.sees()
    await there.maria.presses("Только не с")
    assert "Не ставить вместе: пока никого\nХотелось бы: 1. Петрова" in there.maria.sees()
    await there.maria.says("Сидоров")
    assert "Не нашла такого имени" in there.maria.sees()
    assert await wishes(town) == [("mentor", 1, False)]


async def test_only_who_has_sent_the_questionnaire_is_offered_and_asked(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    async with town.database.begin() as storage:
        [organisation] = await storage.organisations.all()
        for submission in await storage.forms.in_organisation(organisation.id, ("mentee",)):
            person = await storage.people.get(submission.person_id)
            submission.sent_at = None if person.name.startswith("Петрова") else submission.sent_at
    await at_board(there)
    await there.curator.presses("Спросить тех, кто не ответил (2)")
    await town.turn(days=1)
    assert "с кем Вам хотелось бы" not in await news(there.anna)
    await there.maria.presses("Ответить")
    offered = await there.maria.offered()
    assert "Белова" in str(offered) and "Петрова" not in str(offered)


async def test_no_more_than_three_and_an_old_button_changes_nothing(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    for name in ("Гусева Нина Павловна", "Дюма Инга Львовна"):
        await member(town, platform, name, Role.MENTEE)
    await at_board(there)
    await there.curator.presses("Спросить тех")
    await town.turn(days=1)
    for label in ("Ответить", "Белова", "Гусева", "Дюма", "Петрова"):
        await there.maria.presses(label)
    assert "Выбрано уже трое" in there.maria.sees()
    await there.maria.presses("2 · Гусева")
    assert "2. Дюма" in there.maria.sees()
    assert await wishes(town) == [("mentor", 1, False), ("mentor", 2, False)]


async def test_who_has_withdrawn_is_offered_to_nobody_and_named_in_no_wish(town: Town, platform: str) -> None:
    there = await asked(town, platform)
    for label in ("Ответить", "Петрова", "Готово"):
        await there.maria.presses(label)
    async with town.database.begin() as storage:
        account = await storage.people.account(platform, there.anna.id, town.world.clock.now)
        organisation, person_id = (await storage.organisations.all())[0], account.person_id or 0
        now = town.world.clock.now
        await storage.consents.withdraw(person_id, organisation.id, list(ConsentKind), now, None)
        await storage.erasing.erase(person_id, organisation.id, now, for_good=False)
    assert await wishes(town) == []
    await there.maria.presses("Изменить")
    assert not [label for label in await there.maria.offered() if "Петрова" in label]
    assert "Петрова" not in (await at_board(there)).sees()
