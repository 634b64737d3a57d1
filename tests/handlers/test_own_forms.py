"""A curator's own form from the template to the result, on both messengers."""

from collections.abc import AsyncIterator
from io import BytesIO

from openpyxl import Workbook, load_workbook
from sqlalchemy import func, select

from domain.forms.own.layout import COLUMNS
from storage.models import AnswerChange, AnswerRow, OwnForm, Submission, Survey
from tests.client import Person, Town
from tests.handlers.couples import Cast, cast, news, paired
from tests.scenes import fill_in

Question = tuple[str, ...]
YES_NO = ("1", "Были ли Вы на встрече?", "Да или нет", "", "да", "", "")
WORDS = ("2", "Что изменить?", "Короткий ответ", "", "нет", "", "1 = да")
SCALE = ("3", "Оцените встречу", "Шкала от 1 до 10", "", "да", "", "")


def sheet(*questions: Question, title: str = "После нетворкинга") -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    for row in (("Название", title), ("Кто заполняет", "Наставляемые"), (), COLUMNS, *questions):
        page.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


async def at_own_forms(curator: Person) -> Person:
    await curator.says("меню")
    await curator.presses("Опросы")
    return await curator.presses("Своя анкета")


async def with_form(there: Cast, *questions: Question) -> Person:
    await at_own_forms(there.curator)
    await there.curator.presses("Прислать файл")
    return await there.curator.sends("анкета.xlsx", sheet(*(questions or (YES_NO, WORDS, SCALE))))


async def count(town: Town, table: type) -> int:
    async with town.database.look() as session:
        return (await session.scalars(select(func.count()).select_from(table))).one()


async def test_the_template_can_be_filled_in_and_sent_back(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await at_own_forms(there.curator)
    await there.curator.presses("Шаблон Excel")
    book = load_workbook(BytesIO(await there.curator.downloads()))
    assert "здоровье" in " ".join(str(cell.value) for cell in book.worksheets[1]["A"])
    titled = next(row for row in book.worksheets[0].iter_rows(max_col=3) if row[0].value == "Название")
    titled[2].value = "Как прошёл сентябрь"
    content = BytesIO()
    book.save(content)
    await there.curator.sends("Своя анкета.xlsx", content.getvalue())
    assert "Как прошёл сентябрь" in there.curator.sees()
    assert "4 вопроса" in there.curator.sees()


async def test_what_is_wrong_is_named_cell_by_cell_and_the_file_is_waited_for(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    itself = ("1", "Кто Вы?", "Один из списка", "", "может быть", "", "2 = да")
    many = ("2", "Что выбрать?", "Несколько из списка", "\n".join(f"Вариант {n}" for n in range(61)), "", "", "")
    await with_form(there, itself, many)
    text = there.curator.sees()
    for cell in ("D5", "E5", "G5", "D6: здесь 61 вариант"):
        assert cell in text
    await there.curator.sends("анкета.xlsx", sheet(YES_NO))
    assert "всё понятно" in there.curator.sees()


async def test_a_look_at_the_form_keeps_nothing(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    before = await count(town, AnswerRow)
    await with_form(there)
    await there.curator.presses("Попробовать")
    assert "Это проба" in there.curator.sees()
    await fill_in(there.curator, "")
    assert "Это проба: ответы никуда не уйдут" in there.curator.sees()
    await there.curator.presses("Закончить пробу")
    assert "Ответы пробы я стёрла" in there.curator.sees()
    assert await count(town, AnswerRow) == before
    assert not [row async for row in trials(town)]


async def trials(town: Town) -> AsyncIterator[Submission]:
    async with town.database.look() as session:
        for row in await session.scalars(select(Submission).where(Submission.trial)):
            yield row


async def sent(town: Town, platform: str) -> Cast:
    """The form is sent to both mentees for a week."""
    there = await cast(town, platform)
    await with_form(there)
    await there.curator.presses("Отправить")
    assert (await there.curator.offered())[0] == "Наставляемым (2)"
    await there.curator.presses("Наставляемым (2)")
    for person in (there.anna, there.vera, there.maria):
        await person.reads()
    await there.curator.says("12.10")
    await there.curator.presses("Да, отправить")
    await town.turn(days=1)
    return there


async def test_the_form_goes_to_its_audience_and_the_result_comes_back(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    assert "После нетворкинга" in await news(there.anna)
    assert "После нетворкинга" not in await news(there.maria)
    await there.anna.presses("Ответить")
    await fill_in(there.anna, "")
    assert "Спасибо" in there.anna.sees()
    for label in ("Посмотреть ответы", "Исправить ответ", "Оцените встречу"):
        await there.anna.presses(label)
    await there.anna.says("4")
    assert "4 из 10" in there.anna.sees() and "Изменено: " in there.anna.sees()
    await town.turn(days=7)
    assert "«После нетворкинга» закончился: ответил 1 из 2" in await news(there.curator)
    await there.curator.presses("Посмотреть результат")
    assert "Ответил 1 из 2" in there.curator.sees()
    await there.curator.presses("Результат в Excel")
    book = load_workbook(BytesIO(await there.curator.downloads()))
    assert "Петрова Анна Олеговна" in [cell.value for row in book["Ответы Участники"] for cell in row]


async def test_before_it_goes_the_curator_sees_to_whom_and_what_they_will_read(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await with_form(there)
    for label in ("Отправить", "Наставляемым (2)", "До 12 октября"):
        await there.curator.presses(label)
    for words in ("2 человека", "Петрова Анна Олеговна", "12 октября", "ответить на вопросы: «После нетворкинга»"):
        assert words in there.curator.sees()
    assert await count(town, Survey) == 0
    await there.curator.presses("Да, отправить")
    assert await count(town, Survey) == 1
    await there.curator.presses("Отменить")
    await town.turn(days=1)
    assert "После нетворкинга" not in await news(there.anna)


async def test_a_confirmation_that_stood_for_weeks_sends_nothing_that_is_over(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await with_form(there)
    for label in ("Отправить", "Наставляемым (2)", "До 12 октября"):
        await there.curator.presses(label)
    sure = there.curator.answer[-1]["id"]
    await town.turn(days=14)
    await there.curator.presses("Да, отправить", message=sure)
    assert "Нужен день не раньше сегодняшнего" in there.curator.sees()
    assert await count(town, Survey) == 0


async def test_a_corrected_file_is_the_next_version_and_what_was_begun_goes_on(town: Town, platform: str) -> None:
    there = await sent(town, platform)
    await there.anna.presses("Ответить")
    await there.anna.presses("Начать анкету")
    await there.anna.presses("Да")
    await at_own_forms(there.curator)
    await there.curator.presses("После нетворкинга")
    await there.curator.presses("Исправить файл")
    await there.curator.sends("анкета.xlsx", sheet(SCALE))
    assert "2-й вариант" in there.curator.sees()
    await there.anna.says("/start")
    await there.anna.presses("Ответить на опрос")
    assert "Вопрос 2 из 3" in there.anna.sees()
    assert await count(town, OwnForm) == 2


async def test_nobody_hears_of_a_sending_before_it_stands(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await there.curator.says("меню")
    await there.curator.presses("Опросы")
    await there.curator.presses("Отправить опрос")
    await there.anna.reads()
    await town.turn(minutes=9)
    assert "опрос" not in await news(there.anna)
    await there.curator.presses("Отменить")
    await town.turn(days=1)
    assert "опрос" not in await news(there.anna)


async def test_diagnostics_before_and_after_are_compared_by_person_and_in_total(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    for stage, mark in (("Отправить: в начале", "4"), ("Отправить: в конце", "7")):
        await there.curator.says("меню")
        for label in ("Опросы", "Диагностика", stage):
            await there.curator.presses(label)
        await town.turn(days=1)
        await there.anna.presses("Ответить")
        await rated(there.anna, mark)
    for label in ("Все опросы", "Диагностика", "Сравнить"):
        await there.curator.presses(label)
    book = load_workbook(BytesIO(await there.curator.downloads()))
    totals = [row[:6] for row in book["Итог"].iter_rows(values_only=True)]
    assert ("Наставляемые", "Ведение занятий и уроков", 1, 4, 7, 3) in totals
    assert any(row[0] == "Петрова Анна Олеговна" for row in book["Наставляемые"].iter_rows(values_only=True))


async def rated(person: Person, mark: str) -> None:
    """Give this mark to everything."""
    await person.presses("Начать анкету")
    while "Пропустить" not in await person.offered():
        await person.says(mark)
    await fill_in(person, "")


async def test_a_change_after_sending_is_shown_and_what_was_said_before_is_kept(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    for label in ("Мои ответы", "Анкета наставляемого", "Исправить ответ", "Что хотели бы освоить"):
        await there.anna.says("меню") if label == "Мои ответы" else None
        await there.anna.presses(label)
    await there.anna.presses("☐ Ведение занятий")
    await there.anna.presses("Готово")
    assert "Изменено: сегодня" in there.anna.sees()
    async with town.database.look() as session:
        kept = (await session.scalars(select(AnswerChange))).one()
    assert kept.value == {"chosen": ["planning"], "own": ""}
    assert await count(town, Survey) == 0


async def test_a_single_scale_is_not_compared_with_itself(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await with_form(there, SCALE)
    for label in ("Отправить", "Наставляемым (2)"):
        await there.curator.presses(label)
    await there.curator.says("12.10")
    await there.curator.presses("Да, отправить")
    await town.turn(days=1)
    await there.anna.presses("Ответить")
    await fill_in(there.anna, "")
    await town.turn(days=7)
    await there.curator.presses("Посмотреть результат")
    assert "«Оцените встречу»: средняя оценка " in there.curator.sees()
    assert "одинаково" not in there.curator.sees()
