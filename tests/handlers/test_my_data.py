"""«Мои данные» on both messengers: everything is there, as pages and as a file; it is corrected and erased."""

from io import BytesIO

from docx import Document
from sqlalchemy import select

from documents.paper import Paper
from documents.writers import draw
from handlers.my_data.telling import COUNTED, TELLERS
from storage.models import AnswerRow, Table
from storage.models import Person as Kept
from storage.own_data import person_columns
from tests.client import Person, Town
from tests.handlers.couples import Cast, meeting, paired
from tests.scenes import founded, participant

ANNA = "Петрова Анна Олеговна"


async def at_data(person: Person) -> Person:
    await person.says("меню")
    for label in ("Ещё", "Мои данные"):
        await person.presses(label)
    return person


async def every_page(person: Person) -> str:
    await person.presses("Посмотреть")
    seen = person.sees()
    while "Дальше" in await person.offered():
        await person.presses("Дальше")
        seen += person.sees()
    return seen


def words_of(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)


async def with_a_letter(town: Town, platform: str) -> Cast:
    there = await meeting(town, platform)
    await there.anna.says("Мне нужен совет <куратора>")
    await there.anna.presses("Передать куратору")
    return there


def test_no_table_that_points_to_a_person_is_forgotten() -> None:
    """A new table is told in words, or counted, before anybody's data can be in it."""
    pointing = {each.class_ for each in Table.registry.mappers if person_columns(each.class_)}
    told = {table for tellers in TELLERS.values() for table in tellers}
    assert pointing == told | set(COUNTED)
    assert not told & set(COUNTED)


async def test_everything_is_told_page_by_page_and_in_the_file(town: Town, platform: str) -> None:
    there = await with_a_letter(town, platform)
    await at_data(there.anna)
    assert "Пары и встречи: 2 записи" in there.anna.sees()
    pages = await every_page(there.anna)
    await at_data(there.anna)
    await there.anna.presses("Всё одним файлом")
    paper = words_of(await there.anna.downloads())
    for word in (ANNA, "Обработка данных", "Иванова Мария Сергеевна", "назначена", "совет <куратора>", "отправлена"):
        assert word in pages, word
        assert word in paper, word
    assert str(there.anna.id) in pages and "Белова" not in pages + paper


async def test_there_is_no_way_before_the_first_page_and_after_the_last(town: Town, platform: str) -> None:
    there = await with_a_letter(town, platform)
    await at_data(there.anna)
    await there.anna.presses("Посмотреть")
    assert "Раньше" not in await there.anna.offered()
    await every_page(await at_data(there.anna))
    assert "Дальше" not in await there.anna.offered() and "Раньше" in await there.anna.offered()


async def test_a_name_is_corrected_on_the_card_and_in_the_questionnaire(town: Town, platform: str) -> None:
    anna = await participant(town, await founded(town, "vk"), ANNA, platform, "Наставляемым")
    await at_data(anna)
    for label in ("Исправить", "Имя"):
        await anna.presses(label)
    assert "Не получилось понять имя" in (await anna.says("5")).sees()
    await anna.says("Петрова-Водкина Анна Олеговна")
    assert "Исправила" in anna.sees() and "Петрова-Водкина" in anna.sees()
    async with town.database.look() as session:
        names = (await session.scalars(select(Kept.name))).all()
        answers = [str(each) for each in await session.scalars(select(AnswerRow.value))]
    assert "Петрова-Водкина Анна Олеговна" in names and ANNA not in names and ANNA not in answers


async def test_erasing_leads_to_the_consequences_first(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await at_data(there.anna)
    await there.anna.presses("Удалить мои данные")
    assert "Вернуть удалённое будет нельзя" in there.anna.sees()
    await there.anna.presses("Да, отозвать")
    async with town.database.look() as session:
        assert ANNA not in (await session.scalars(select(Kept.name))).all()


def test_a_long_list_is_drawn_whole() -> None:
    lines = [f'строка {number} =HYPERLINK("x") \x00' for number in range(300)]
    data = {"title": "Мои данные", "note": "на сегодня", "sections": [("Письма", lines)]}
    paper = words_of(draw(Paper("person_docx", "Мои данные", data)).content)
    assert "строка 299" in paper and paper.count("HYPERLINK") == 300
