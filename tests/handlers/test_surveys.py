"""The satisfaction survey from sending to the result, on both messengers."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from storage.models import Notice, Submission, Survey
from tests.client import Person as Speaker
from tests.client import Town
from tests.handlers.couples import Cast, cast, news, paired
from tests.scenes import fill_in


async def at_surveys(there: Cast) -> Speaker:
    await there.curator.says("меню")
    return await there.curator.presses("Опросы")


async def sent(town: Town, platform: str) -> Cast:
    """The survey is sent to Мария and Анна, and both have been told."""
    there = await paired(town, platform)
    for person in (there.maria, there.anna):
        await person.reads()
    await at_surveys(there)
    await there.curator.presses("Отправить опрос")
    await town.turn(days=1)
    return there


async def answered(person: Speaker, *marks: str) -> None:
    """Answer the five scales with ``marks``, say yes to going on, and skip the rest."""
    await person.presses("Ответить")
    await person.presses("Начать анкету")
    for mark in marks:
        await person.says(mark)
    await fill_in(person, "")


async def survey_of(town: Town) -> Survey:
    async with town.database.look() as session:
        return (await session.scalars(select(Survey))).one()


async def notices(town: Town, kind: str) -> list[Notice]:
    async with town.database.look() as session:
        return list((await session.scalars(select(Notice).where(Notice.kind == kind).order_by(Notice.id))).all())


async def test_without_an_agreed_pair_there_is_nobody_to_ask(town: Town, platform: str) -> None:
    curator = await at_surveys(await cast(town, platform))
    assert "Пока спрашивать некого" in curator.sees()
    assert await curator.offered() == ["Своя анкета", "Собрания", "Пары", "В начало"]


async def test_the_curator_reads_who_will_be_asked_before_she_sends(town: Town, platform: str) -> None:
    curator = await at_surveys(await paired(town, platform))
    assert "1 наставника и 1 наставляемого" in curator.sees()
    assert (await curator.offered())[0] == "Отправить опрос"


async def test_only_the_people_of_the_pair_are_asked_and_told_who_will_read(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    for person in (there.maria, there.anna):
        told = await news(person)
        assert "восемь вопросов" in told
        assert "не анонимный" in told
    assert "опрос" not in await news(there.vera)


async def test_before_the_first_question_it_is_said_that_the_curator_will_read(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await there.anna.presses("Ответить")
    assert "Опрос не анонимный" in there.anna.sees()
    await there.anna.presses("Начать анкету")
    assert "Насколько Вы довольны" in there.anna.sees()


async def test_home_leads_to_the_survey_that_waits(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await there.maria.says("меню")
    await there.maria.presses("Ответить на опрос")
    assert "Как Вам программа: наставнику" in there.maria.sees()


async def test_an_interrupted_survey_goes_on_where_it_was(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await there.anna.presses("Ответить")
    await there.anna.presses("Начать анкету")
    await there.anna.says("9")
    await there.anna.says("меню")
    await there.anna.presses("Ответить на опрос")
    assert "Вопрос 2 из 8" in there.anna.sees()


async def test_who_has_begun_is_reminded_of_what_is_left(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    for label in ("Ответить", "Начать анкету", "9", "8"):
        await there.anna.presses(label)
    await town.turn(days=8)
    assert "Осталось 6 вопросов" in await news(there.anna)
    await there.anna.presses("Ответить")
    assert "Вопрос 3 из 8" in there.anna.sees()


async def test_an_answer_is_counted_and_the_silent_are_named(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await answered(there.anna, "9", "8", "10", "7", "6")
    assert "Спасибо" in there.anna.sees()
    await at_surveys(there)
    await there.curator.presses("6 октября")
    assert "Наставляемые: ответил 1 из 1" in there.curator.sees()
    assert "Наставники: ответили 0 из 1\nЕщё не ответили: Иванова Мария Сергеевна." in there.curator.sees()


async def test_the_result_is_a_picture_and_three_sentences(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await answered(there.anna, "9", "8", "10", "7", "6")
    await answered(there.maria, "5", "5", "5", "5", "5")
    await there.curator.presses("Результат")
    text = there.curator.sees()
    assert "Средняя оценка по всем вопросам — 6,5 из 10 (наставники 5,0, наставляемые 8,0)." in text
    assert "Выше всего — «Общение» (7,5), ниже всего — «Продвижение» (5,5)." in text
    assert "Довольны 1 из 2 (50 %): это те, чья средняя оценка не ниже 7 из 10." in text
    assert (await there.curator.downloads()).startswith((b"\x89PNG", b"\xff\xd8"))


async def test_the_result_can_be_read_while_the_survey_is_open(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await answered(there.anna, "9", "8", "10", "7", "6")
    await there.curator.presses("Результат")
    assert "(наставляемые 8,0)" in there.curator.sees()
    assert "Закрыть опрос" in await there.curator.offered()


@pytest.mark.parametrize("label", ["Результат", "Результат в Excel"])
async def test_without_an_answer_there_is_nothing_to_show(town: Town, platform: str, label: str) -> None:
    there = await sent(town, platform)
    await there.curator.presses(label)
    assert "Пока не ответил никто" in there.curator.sees()
    assert not there.curator.files()


async def test_the_spreadsheet_holds_every_answer_with_its_author(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await answered(there.anna, "9", "8", "10", "7", "6")
    await there.curator.presses("Результат в Excel")
    book = load_workbook(BytesIO(await there.curator.downloads()))
    values = [value for row in book["Ответы Наставляемые"].iter_rows(values_only=True) for value in row]
    assert "Петрова Анна Олеговна" in values
    assert {9, 8, 10, 7, 6} <= set(values)


async def test_a_sending_can_be_taken_back_before_anybody_hears_of_it(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await at_surveys(there)
    await there.anna.reads()
    await there.curator.presses("Отправить опрос")
    await there.curator.presses("Отменить")
    await town.turn(days=1)
    assert "опрос" not in await news(there.anna)
    assert (await survey_of(town)).closed_at is not None
    assert {notice.state for notice in await notices(town, "survey_opened")} == {"withdrawn"}


async def test_after_ten_minutes_a_sending_stands(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await at_surveys(there)
    await there.curator.presses("Отправить опрос")
    await town.turn(minutes=11)
    await there.curator.presses("Отменить")
    assert "Отменить уже нельзя" in there.curator.sees()
    assert (await survey_of(town)).closed_at is None


async def test_an_old_button_does_not_send_a_second_survey(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await at_surveys(there)
    await at_surveys(there)
    for _ in range(2):
        await there.curator.presses("Отправить опрос")
    assert "второй раз спрашивать не буду" in there.curator.sees()
    assert await survey_of(town)


async def test_closing_can_be_taken_back(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await there.curator.presses("Закрыть опрос")
    assert "Опрос закрыт" in there.curator.sees()
    await there.curator.presses("Отменить")
    assert (await survey_of(town)).closed_at is None


async def test_a_closed_survey_takes_no_answers_from_old_buttons(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await there.curator.presses("Закрыть опрос")
    await there.anna.presses("Ответить")
    assert "уже закончен" in there.anna.sees()
    async with town.database.look() as session:
        assert not (await session.scalars(select(Submission).where(Submission.survey_id.is_not(None)))).all()


async def test_the_silent_are_nudged_and_who_has_answered_is_not(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await answered(there.anna, "9", "8", "10", "7", "6")
    for person in (there.anna, there.maria):
        await person.reads()
    await town.turn(days=7)
    assert "Последний день для ответа" in await news(there.maria)
    assert "опрос" not in await news(there.anna)


async def test_after_two_weeks_the_survey_closes_itself(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await town.turn((await survey_of(town)).closes_at + timedelta(minutes=1))
    await at_surveys(there)
    assert "Отправить опрос" in await there.curator.offered()
    assert (await survey_of(town)).closed_at is not None
