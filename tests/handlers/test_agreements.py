"""Mentors who are employees, on both messengers: the agreement in writing, and laying the duties down in time."""

from datetime import date
from io import BytesIO

from docx import Document
from sqlalchemy import select

from storage.models import Membership, MentorAgreement, Mentorship
from tests.client import Town
from tests.handlers.couples import cast, news, paired

PARTS = {
    "content": "Помогает планировать занятия и обсуждает их",
    "term": "с 1 октября 2026 года по 31 мая 2027 года",
    "form": "очно, в рабочее время",
    "pay": "доплата 3 000 рублей в месяц",
}


async def test_the_curator_tells_four_parts_and_gets_the_papers_to_be_signed(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    await curator.says("меню")
    for label in ("Люди", "Наставники", "1", "Согласия и возраст", "Соглашение с наставником"):
        await curator.presses(label)
    assert "Вопрос 1 из 4" in curator.sees()
    await curator.says("?")
    assert "Вопрос 1 из 4" in curator.sees()
    for words in PARTS.values():
        await curator.says(words)
    assert curator.files()[0]["name"] == "Соглашение с наставником Иванова Мария Сергеевна.docx"
    text = "\n".join(each.text for each in Document(BytesIO(await curator.downloads())).paragraphs)
    assert "Работник: Иванова Мария Сергеевна. Должность: воспитатель." in text
    assert all(text.count(words) == 2 for words in PARTS.values())
    async with town.database.look() as session:
        kept = (await session.scalars(select(MentorAgreement))).one()
    assert {key: getattr(kept, key) for key in PARTS} == PARTS


async def test_a_mentor_stays_three_working_days_and_then_the_pair_ends(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await there.maria.says("меню")
    for label in ("Ещё", "Сложить обязанности"):
        await there.maria.presses(label)
    assert "9 октября" in there.maria.sees() or "в пятницу" in there.maria.sees()
    await there.maria.presses("Да, сложить")
    await there.anna.reads()
    await town.turn(days=3)
    assert "складывает обязанности наставника" in await news(there.curator)
    async with town.database.look() as session:
        assert (await session.scalars(select(Mentorship.status))).one() == "agreed"
        leaving = (await session.scalars(select(Membership).where(Membership.leaves_on.is_not(None)))).one()
    assert (leaving.leaves_on, leaving.left_at) == (date(2026, 10, 9), None)
    await town.turn(days=4)
    async with town.database.look() as session:
        assert (await session.scalars(select(Mentorship.status))).one() == "closed"
    assert "Есть новость о Вашей паре" in await news(there.anna)
    await there.anna.presses("Посмотреть")
    assert "наставник сложил обязанности" in there.anna.sees()


async def test_the_duties_are_laid_down_once_and_only_by_a_mentor(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await there.anna.says("меню")
    await there.anna.presses("Ещё")
    assert "Сложить обязанности" not in await there.anna.offered()
    await there.maria.says("меню")
    for label in ("Ещё", "Сложить обязанности", "Да, сложить"):
        await there.maria.presses(label)
    await there.maria.says("меню")
    for label in ("Ещё", "Сложить обязанности"):
        await there.maria.presses(label)
    assert "Вы уже предупредили" in there.maria.sees()
