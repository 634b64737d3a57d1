"""Filling in a questionnaire as people do: stopping, going back, correcting, old buttons, another messenger."""

import re

from sqlalchemy import select

from storage.models import AnswerRow, Person, Submission
from tests.client import Person as Speaker
from tests.client import Town
from tests.scenes import answer_plainly, consented, fill_in, founded, participant

OTHER = {"telegram": "vk", "vk": "telegram"}


async def started(town: Town, platform: str) -> Speaker:
    """A mentor at the first question."""
    anna = await consented(town, await founded(town, "vk"), "Анна", platform)
    await anna.presses("Наставником")
    return await anna.presses("Начать анкету")


def code_in(text: str) -> str:
    return re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}", text)[0]


async def answers(town: Town, form: str) -> dict[str, object]:
    async with town.database.look() as session:
        rows = await session.execute(
            select(AnswerRow.question, AnswerRow.value)
            .join(Submission, Submission.id == AnswerRow.submission_id)
            .where(Submission.form == form)
        )
        return {question: value for question, value in rows}  # noqa: C416 - rows are not plain pairs


async def test_one_question_a_message_with_its_number(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    assert "Вопрос 1 из 11" in anna.sees()
    await anna.says("Иванова Анна Петровна")
    assert "Вопрос 2 из 11" in anna.sees()


async def test_the_section_stands_beside_the_number(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    assert "Вопрос 1 из 11 · О Вас" in anna.sees()
    for text in ("Иванова Анна", "Воспитатель", "12", "Высшая"):
        await anna.says(text)
    assert "Вопрос 5 из 11 · Чем поделитесь" in anna.sees()


async def test_words_under_the_introduction_are_no_answer(town: Town, platform: str) -> None:
    anna = await consented(town, await founded(town, "vk"), "Анна", platform)
    await anna.presses("Наставником")
    await anna.says("а это долго?")
    assert "Вопрос 1 из 11" in anna.sees()
    assert await answers(town, "mentor") == {}


async def test_each_answer_is_kept_at_once(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await anna.says("Иванова Анна Петровна")
    await anna.says("Воспитатель <b>старшей</b> группы 🙂")
    assert await answers(town, "mentor") == {
        "name": "Иванова Анна Петровна",
        "post": "Воспитатель <b>старшей</b> группы 🙂",
    }


async def test_back_shows_the_question_before_with_its_answer(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await anna.says("Иванова Анна")
    await anna.says("Воспитатель")
    await anna.presses("Назад")
    assert "Вопрос 2 из 11" in anna.sees()
    assert "Сейчас записано: Воспитатель" in anna.sees()
    await anna.says("назад")
    assert "Вопрос 1 из 11" in anna.sees()


async def test_stop_puts_the_form_off_and_is_no_answer(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await anna.says("Иванова Анна")
    await anna.says("Стоп")
    assert "продолжить можно в любой день" in anna.sees()
    await anna.presses("В начало")
    await anna.presses("Продолжить анкету")
    assert "Вопрос 2 из 11" in anna.sees()


async def test_going_back_loses_nothing(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    for text in ("Иванова Анна", "Воспитатель", "12", "Высшая"):
        await anna.says(text)
    for _ in range(3):
        await anna.presses("Назад")
    await anna.says("Старший воспитатель")
    assert "Вопрос 5 из 11" in anna.sees()


async def test_who_goes_back_to_look_goes_on_without_losing_the_answer(town: Town, platform: str) -> None:
    anna = await at_pride(town, platform)
    await anna.says("Курс «Школа внимания»")
    await anna.presses("Назад")
    assert await anna.offered() == ["Дальше", "Убрать ответ", "Назад"]
    await anna.presses("Дальше")
    assert "Вопрос 7 из 11" in anna.sees()
    await anna.says("назад")
    await anna.says("пропустить")
    assert "Вопрос 7 из 11" in anna.sees()
    assert (await answers(town, "mentor"))["achievements"] == "Курс «Школа внимания»"


async def test_an_answer_that_may_be_left_out_can_be_taken_away(town: Town, platform: str) -> None:
    anna = await at_pride(town, platform)
    await anna.says("Курс «Школа внимания»")
    await anna.presses("Назад")
    await anna.presses("Убрать ответ")
    assert (await answers(town, "mentor"))["achievements"] is None


async def at_pride(town: Town, platform: str) -> Speaker:
    """A mentor at the sixth question, which may be left out."""
    anna = await started(town, platform)
    for text in ("Иванова Анна", "Воспитатель", "12", "Высшая", "1"):
        await anna.says(text)
    assert "Вопрос 6 из 11" in anna.sees()
    return anna


async def test_several_options_are_ticked_one_by_one(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    for text in ("Иванова Анна", "Воспитатель", "12", "Высшая"):
        await anna.says(text)
    await anna.presses("☐ Планирование")
    assert "☑ Планирование и программы" in await anna.offered()
    await anna.presses("Готово")
    assert (await answers(town, "mentor"))["competences"] == {"chosen": ["planning"], "own": ""}


async def test_a_bad_answer_is_told_kindly_and_the_question_stays(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await anna.says("Иванова Анна")
    await anna.says("Воспитатель")
    await anna.says("очень давно")
    assert "Не получилось найти здесь число" in anna.sees()
    assert "Вопрос 3 из 11" in anna.sees()


async def test_a_text_of_ten_thousand_characters_is_refused_with_its_length(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await anna.says("Я" * 10_000)
    assert "поместится не больше 120" in anna.sees()
    assert await answers(town, "mentor") == {}


async def test_a_photo_where_words_are_asked(town: Town, platform: str, png: bytes) -> None:
    anna = await started(town, platform)
    await anna.sends("я.png", png, "image/png")
    assert "нужен ответ словами" in anna.sees()
    assert "Вопрос 1 из 11" in anna.sees()


async def test_start_in_the_middle_restarts_nothing(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await anna.says("Иванова Анна")
    await anna.says("/start")
    await anna.presses("Продолжить анкету")
    assert "Вопрос 2 из 11" in anna.sees()


async def test_an_old_button_changes_nothing_and_shows_the_open_question(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await anna.says("Иванова Анна")
    second = anna.answer[-1]["id"]
    await anna.says("Воспитатель")
    await anna.says("12")
    await anna.presses("Назад", message=second)
    assert "«Должность» Вы уже ответили: Воспитатель" in anna.sees()
    assert "Вопрос 4 из 11" in anna.sees()
    assert (await answers(town, "mentor"))["post"] == "Воспитатель"


async def test_an_old_option_leaves_the_answer_and_a_second_tap_needs_no_word(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    for text in ("Иванова Анна", "Воспитатель", "12"):
        await anna.says(text)
    fourth = anna.answer[-1]["id"]
    await anna.says("высшая")
    await anna.presses("Первая", message=fourth)
    assert "Вы уже ответили: Высшая" in anna.sees()
    await anna.says("/start")
    await anna.presses("Продолжить анкету")
    assert "Вопрос 5 из 11" in anna.sees()
    assert (await answers(town, "mentor"))["qualification"] == {"chosen": ["highest"], "own": ""}


async def test_the_rest_of_a_text_that_was_cut_up_is_no_answer(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await anna.says("Иванова Анна")
    await anna.says("Я" * 4096 + "ы" * 90)
    assert "Получилось 4\xa0186 знаков" in anna.sees()
    assert "Вопрос 2 из 11" in anna.sees()
    await anna.says("Воспитатель")
    assert "Вопрос 3 из 11" in anna.sees()
    assert (await answers(town, "mentor"))["post"] == "Воспитатель"


async def test_after_a_week_it_goes_on_in_the_other_messenger(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await anna.says("Иванова Анна Петровна")
    await town.turn(days=7)
    await anna.says("меню")
    await anna.presses("Ещё")
    await anna.presses("Куда мне писать")
    await anna.presses("Продолжить в другом мессенджере")
    code = code_in(anna.sees())
    there = await town.person("Анна", OTHER[platform])
    await there.says("/start")
    await there.says(code)
    assert "Мы остановились на вопросе 2 из 11" in there.sees()
    await anna.says("Воспитатель")
    assert "Продолжить анкету" in await anna.offered()
    await there.presses("Посмотреть ответы")
    assert "Иванова Анна Петровна" in there.sees()
    assert "Исправить ответ" in await there.offered()
    await there.presses("Продолжить")
    await there.says("Воспитатель")
    assert "Вопрос 3 из 11" in there.sees()
    async with town.database.look() as session:
        assert len((await session.scalars(select(Person))).all()) == 2


async def test_the_code_for_the_other_messenger_ends_after_ten_minutes(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await anna.says("меню")
    await anna.presses("Ещё")
    await anna.presses("Куда мне писать")
    await anna.presses("Продолжить в другом мессенджере")
    code = code_in(anna.sees())
    await town.turn(minutes=11)
    there = await town.person("Анна", OTHER[platform])
    await there.says("/start")
    assert "не подходит" in (await there.says(code)).sees()


async def test_answers_are_checked_and_corrected_before_sending(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await fill_in_until_review(anna)
    assert "никто не увидит" in anna.sees()
    await anna.presses("Исправить ответ")
    await anna.presses("Должность")
    await anna.says("Методист")
    assert "Исправила" in anna.sees()
    await anna.presses("Отправить анкету")
    assert "анкета у куратора" in anna.sees()
    assert (await answers(town, "mentor"))["post"] == "Методист"


async def fill_in_until_review(person: Speaker) -> None:
    for _ in range(40):
        labels = await person.offered()
        if "Отправить анкету" in labels:
            return
        await answer_plainly(person, "Иванова Анна", person.sees(), labels)


async def test_who_is_both_is_asked_nothing_twice(town: Town, platform: str) -> None:
    anna = await consented(town, await founded(town, "vk"), "Анна", platform)
    await anna.presses("И тем, и другим")
    await fill_in(anna, "Иванова Анна Петровна")
    async with town.database.look() as session:
        sent = (await session.scalars(select(Submission).where(Submission.sent_at.is_not(None)))).all()
        person = (await session.scalars(select(Person).where(Person.name == "Иванова Анна Петровна"))).one()
    assert {each.form for each in sent} == {"organisation", "mentor", "mentee"}
    assert (await answers(town, "mentee"))["name"] == person.name


async def test_a_phone_is_kept_encrypted(town: Town, platform: str) -> None:
    anna = await participant(town, await founded(town, "vk"), "Ткач Анна", platform, "Наставником")
    await anna.says("меню")
    await anna.presses("Мои ответы")
    await anna.presses("Анкета наставника")
    await anna.presses("Исправить ответ")
    while not any("елефон" in label for label in await anna.offered()):
        await anna.presses("Дальше")
    await anna.presses(next(label for label in await anna.offered() if "елефон" in label))
    await anna.says("8 913 123-45-67")
    async with town.database.look() as session:
        row = (await session.scalars(select(AnswerRow).where(AnswerRow.question == "phone"))).one()
    assert row.value is None
    assert row.secret is not None and b"913" not in row.secret


async def test_an_unfinished_form_is_reminded_of_twice_and_no_more(town: Town, platform: str) -> None:
    anna = await started(town, platform)
    await anna.says("Иванова Анна")
    await anna.reads()
    await town.turn(days=60)
    nudges = await anna.reads()
    assert len(nudges) == 2
    assert all("осталось 10 вопросов, это около 5 мин" in message["text"] for message in nudges)
    await anna.presses("Продолжить: Анкета наставника")
    assert "Вопрос 2 из 11" in anna.sees()
