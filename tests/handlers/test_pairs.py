"""A pair from the curator's choice to its end, on both messengers."""

import asyncio

import pytest
from sqlalchemy import select

from domain.people import Role
from domain.statuses import Status
from storage.models import Mentorship, Notice
from tests.client import Person, Town
from tests.handlers.couples import cast, member, news, paired, proposed


async def statuses(town: Town) -> list[str]:
    async with town.database.look() as session:
        return list(await session.scalars(select(Mentorship.status).order_by(Mentorship.id)))


async def choose(curator: Person, *labels: str) -> None:
    await curator.says("меню")
    for label in ("Пары", "Составить пару", *labels):
        await curator.presses(label)


async def test_the_curator_sees_both_side_by_side_before_anybody_is_asked(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await choose(there.curator, "Иванова Мария Сергеевна · 0", "Петрова")
    seen = there.curator.sees()
    assert "Иванова Мария Сергеевна, воспитатель\nМожет помочь: Планирование и программы" in seen
    assert "Петрова Анна Олеговна, воспитатель\nНужна помощь: Планирование и программы" in seen
    assert await statuses(town) == []


PROPOSED = "Вам предлагают пару. Посмотрите, пожалуйста, кто это."


async def test_both_are_told_without_a_name_and_see_who_it_is_behind_the_button(town: Town, platform: str) -> None:
    there = await proposed(town, platform)
    assert await news(there.maria) == await news(there.anna) == PROPOSED
    await there.maria.presses("Посмотреть")
    await there.anna.presses("Посмотреть")
    assert "стать наставником" in there.maria.sees()
    assert "Петрова Анна Олеговна" in there.maria.sees()
    assert "предлагает Вам наставника" in there.anna.sees()
    assert "Иванова Мария Сергеевна" in there.anna.sees()


async def test_two_yeses_make_a_pair_and_the_others_are_told(town: Town, platform: str) -> None:
    there = await proposed(town, platform)
    for person in (there.anna, there.maria):
        await person.presses("Посмотреть")
        await person.presses("Согласиться")
    assert "Пара сложилась" in there.maria.sees()
    assert await statuses(town) == [Status.AGREED]
    await town.turn(days=1)
    assert "Пара сложилась: Иванова Мария Сергеевна — Петрова Анна Олеговна" in await news(there.curator)
    assert "Есть новость о Вашей паре." in await news(there.anna)


async def test_home_shows_the_pair_to_each_side(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await there.anna.says("меню")
    await there.maria.says("меню")
    assert "Ваш наставник — Иванова Мария Сергеевна. Встреча пока не назначена." in there.anna.sees()
    assert "Ваш наставляемый — Петрова Анна Олеговна." in there.maria.sees()


async def test_one_no_ends_it_and_the_others_learn_of_it_later(town: Town, platform: str) -> None:
    there = await proposed(town, platform)
    await there.anna.presses("Посмотреть")
    await there.anna.presses("Отказаться")
    assert await statuses(town) == [Status.DECLINED]
    await news(there.maria)
    await town.turn(days=1)
    assert await news(there.maria) == "Есть новость о Вашей паре."
    await there.maria.presses("Посмотреть")
    assert "не сложилась" in there.maria.sees()
    assert "отказ" not in there.maria.sees().lower()
    assert "Отказ со стороны наставляемого" in await news(there.curator)


async def test_a_no_that_is_taken_back_is_never_told(town: Town, platform: str) -> None:
    there = await proposed(town, platform)
    await there.anna.presses("Посмотреть")
    await there.anna.presses("Отказаться")
    await there.anna.presses("Отменить")
    assert "всё как было" in there.anna.sees()
    assert await statuses(town) == [Status.PROPOSED]
    await town.turn(days=1)
    assert "не сложилась" not in await news(there.curator)
    await there.anna.presses("Посмотреть")
    await there.anna.presses("Согласиться")
    assert "Ждём ответа второй стороны" in there.anna.sees()


async def test_a_yes_can_be_taken_back_for_ten_minutes(town: Town, platform: str) -> None:
    there = await proposed(town, platform)
    await there.anna.presses("Посмотреть")
    await there.anna.presses("Согласиться")
    await town.turn(minutes=11)
    await there.anna.presses("Отменить")
    assert "Отменить уже нельзя" in there.anna.sees()


async def test_the_last_yes_taken_back_waits_for_an_answer_again(town: Town, platform: str) -> None:
    there = await proposed(town, platform)
    for person in (there.maria, there.anna):
        await person.presses("Посмотреть")
        await person.presses("Согласиться")
    await there.anna.presses("Отменить")
    assert await statuses(town) == [Status.PROPOSED]
    await there.maria.says("меню")
    assert "Ждём ответа второй стороны" in there.maria.sees()


async def test_a_mentee_with_a_mentor_is_not_offered_again(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await choose(there.curator, "Иванова")
    offered = await there.curator.offered()
    assert "Белова Вера Юрьевна" in offered
    assert "Петрова Анна Олеговна" not in offered


async def test_two_curators_at_once_make_one_pair(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    second = await member(town, platform, "Котова Инна Павловна", Role.CURATOR)
    await member(town, platform, "Дюма Ирина Львовна", Role.MENTOR)
    await choose(there.curator, "Иванова", "Петрова")
    await choose(second, "Дюма", "Петрова")
    await asyncio.gather(there.curator.presses("Предложить"), second.presses("Предложить"))
    assert await statuses(town) == [Status.PROPOSED]


async def test_the_second_of_two_curators_is_told_why_not(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    second = await member(town, platform, "Котова Инна Павловна", Role.CURATOR)
    await member(town, platform, "Дюма Ирина Львовна", Role.MENTOR)
    await choose(there.curator, "Иванова", "Петрова")
    await choose(second, "Дюма", "Петрова")
    await there.curator.presses("Предложить")
    await second.presses("Предложить")
    assert "наставник уже есть или предложен" in second.sees()
    assert "Выбрать другого наставляемого" in await second.offered()


async def test_a_second_press_shows_the_pair_that_is_there(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    second = await member(town, platform, "Котова Инна Павловна", Role.CURATOR)
    await choose(there.curator, "Иванова", "Петрова")
    await choose(second, "Иванова", "Петрова")
    await there.curator.presses("Предложить")
    await second.presses("Предложить")
    assert "Эта пара уже есть" in second.sees()
    assert await statuses(town) == [Status.PROPOSED]


async def test_nobody_is_offered_as_the_own_mentee(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await member(town, platform, "Ткач Нина Ильинична", Role.MENTOR, Role.MENTEE)
    await choose(there.curator, "Ткач")
    assert not any("Ткач" in label for label in await there.curator.offered())


async def test_whoever_has_not_sent_the_questionnaire_is_named_apart(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await member(town, platform, "Дюма Ирина Львовна", Role.MENTOR, sent=False)
    await choose(there.curator)
    assert "Анкета не заполнена: Дюма Ирина Львовна" in there.curator.sees()
    assert not any("Дюма" in label for label in await there.curator.offered())


async def test_when_every_mentee_is_asked_the_curator_is_told_so(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await propose_everybody(there.curator)
    await choose(there.curator, "Иванова")
    assert "наставник уже есть или предложен" in there.curator.sees()
    assert "Пригласить" in await there.curator.offered()


async def propose_everybody(curator: Person) -> None:
    for mentee in ("Петрова", "Белова"):
        await choose(curator, "Иванова", mentee, "Предложить")


async def test_a_name_can_be_typed(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    for number in range(6):
        await member(town, platform, f"Ёлкина{number} Анна Ильинична", Role.MENTOR)
    await choose(there.curator)
    await there.curator.says("елкина3")
    assert await there.curator.offered() == ["Ёлкина3 Анна Ильинична · 0", "Назад", "В начало"]
    await there.curator.says("Никтоева")
    assert "Такого имени среди них нет" in there.curator.sees()
    assert "Дальше" in await there.curator.offered()


async def test_a_withdrawn_proposal_is_told_only_to_who_had_heard_of_it(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await choose(there.curator, "Иванова", "Петрова", "Предложить")
    await there.curator.presses("Отменить")
    assert await statuses(town) == [Status.WITHDRAWN]
    await town.turn(days=2)
    assert await news(there.maria) == await news(there.anna) == ""


async def test_the_curator_takes_a_proposal_back_after_a_question(town: Town, platform: str) -> None:
    there = await proposed(town, platform)
    await there.curator.says("меню")
    for label in ("Пары", "1", "Отозвать предложение"):
        await there.curator.presses(label)
    assert await statuses(town) == [Status.PROPOSED]
    await there.curator.presses("Да, отозвать")
    assert await statuses(town) == [Status.WITHDRAWN]
    await news(there.anna)
    await town.turn(days=1)
    assert await news(there.anna) == "Есть новость о Вашей паре."
    await there.anna.presses("Посмотреть")
    assert "отозвал это предложение" in there.anna.sees()


async def test_the_curator_ends_a_pair_and_both_are_told(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await there.curator.says("меню")
    for label in ("Пары", "1", "Завершить пару", "Да, завершить"):
        await there.curator.presses(label)
    assert await statuses(town) == [Status.CLOSED]
    await news(there.maria)
    await town.turn(days=1)
    assert "Есть новость о Вашей паре." in await news(there.maria)
    await choose(there.curator, "Иванова")
    assert "Петрова Анна Олеговна" in await there.curator.offered()


async def test_an_old_confirmation_does_not_end_a_pair_that_has_come_about(town: Town, platform: str) -> None:
    there = await proposed(town, platform)
    await there.curator.says("меню")
    for label in ("Пары", "1", "Отозвать предложение"):
        await there.curator.presses(label)
    for person in (there.maria, there.anna):
        await person.presses("Посмотреть")
        await person.presses("Согласиться")
    await there.curator.presses("Да, отозвать")
    assert "с тех пор кое-что изменилось" in there.curator.sees()
    assert await statuses(town) == [Status.AGREED]


async def test_an_answer_to_a_proposal_that_is_gone_changes_nothing(town: Town, platform: str) -> None:
    there = await proposed(town, platform)
    await there.anna.presses("Посмотреть")
    await there.curator.says("меню")
    for label in ("Пары", "1", "Отозвать предложение", "Да, отозвать"):
        await there.curator.presses(label)
    await there.anna.presses("Согласиться")
    assert "отвечать уже не нужно" in there.anna.sees()
    assert await statuses(town) == [Status.WITHDRAWN]


async def test_both_answer_at_the_same_moment(town: Town, platform: str) -> None:
    there = await proposed(town, platform)
    await there.maria.presses("Посмотреть")
    await there.anna.presses("Посмотреть")
    await asyncio.gather(there.maria.presses("Согласиться"), there.anna.presses("Отказаться"))
    assert await statuses(town) == [Status.DECLINED]
    assert there.maria.sees()
    assert there.anna.sees()


@pytest.mark.parametrize("platform", ["telegram"])
async def test_the_list_of_pairs_is_paged(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    for number in range(6):
        await member(town, platform, f"Тихонова{number} Анна Ильинична", Role.MENTEE)
        await choose(there.curator, "Иванова")
        await there.curator.says(f"Тихонова{number}")
        await there.curator.presses("Тихонова")
        await there.curator.presses("Предложить")
    await there.curator.says("меню")
    await there.curator.presses("Пары")
    await there.curator.presses("Дальше")
    assert "Тихонова5" in there.curator.sees()
    assert "6" in await there.curator.offered()


@pytest.mark.parametrize("platform", ["telegram"])
async def test_a_notice_of_a_pair_names_its_moment_in_its_key(town: Town, platform: str) -> None:
    await proposed(town, platform)
    async with town.database.look() as session:
        keys = list(await session.scalars(select(Notice.key).where(Notice.kind == "pair_proposed")))
    assert len(keys) == 2
    assert all(key.startswith("pair:1:pair_proposed:2026-10-05T07:00:00+00:00:person:") for key in keys)
