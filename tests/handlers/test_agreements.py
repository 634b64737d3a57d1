"""Mentors who are employees, on both messengers: the agreement in writing, and laying the duties down in time."""

from datetime import date
from io import BytesIO

from docx import Document
from sqlalchemy import select

from storage.models import Membership, MentorAgreement, Mentorship
from tests.client import Town
from tests.handlers.couples import cast, meeting, news, paired, proposed

PARTS = {
    "content": "Помогает планировать занятия и обсуждает их",
    "term": "с 5 октября 2026 года по 31 августа 2027 года",
    "form": "очно, в рабочее время",
    "pay": "доплата 3 000 рублей в месяц",
}


async def test_the_curator_tells_four_parts_and_gets_the_papers_to_be_signed(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    await curator.says("меню")
    for label in ("Люди", "Наставники", "1", "Соглашение с наставником"):
        await curator.presses(label)
    assert "Вопрос 1 из 4" in curator.sees()
    await curator.says("?")
    assert "Вопрос 1 из 4" in curator.sees()
    await curator.says(PARTS["content"])
    await curator.says("до конца года")
    assert "нужны дни" in curator.sees() and "Вопрос 2 из 4" in curator.sees()
    await curator.presses("По 31 августа 2027 года")
    for words in (PARTS["form"], PARTS["pay"]):
        await curator.says(words)
    assert curator.files()[0]["name"] == "Соглашение с наставником Иванова Мария Сергеевна.docx"
    text = "\n".join(each.text for each in Document(BytesIO(await curator.downloads())).paragraphs)
    assert "Работник: Иванова Мария Сергеевна. Должность: воспитатель." in text
    assert all(text.count(words[1:]) == 2 for words in PARTS.values())
    assert "2. Срок. С 5 октября 2026 года по 31 августа 2027 года.\n" in text
    assert "к трудовому договору № ______" in text
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
    paper = Document(BytesIO(await there.maria.downloads()))
    assert "Последний день работы наставником — 9 октября 2026 года." in "\n".join(p.text for p in paper.paragraphs)
    assert "последний день" in (await there.maria.says("меню")).sees()
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
    assert "Наставник сложил обязанности, теперь нужен другой" in await news(there.curator)
    assert "Здравствуйте, Мария Сергеевна! Сейчас у Вас нет роли" in (await there.maria.says("меню")).sees()


async def test_who_thinks_again_in_time_stays_and_nobody_has_heard(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await there.maria.says("меню")
    for label in ("Ещё", "Сложить обязанности", "Да, сложить", "Отменить"):
        await there.maria.presses(label)
    assert "Отменила сложение обязанностей наставника" in there.maria.sees()
    await there.curator.reads()
    await town.turn(minutes=11)
    assert "складывает обязанности" not in await news(there.curator)
    async with town.database.look() as session:
        assert not (await session.scalars(select(Membership).where(Membership.leaves_on.is_not(None)))).all()


async def test_the_curator_hears_with_the_pair_that_an_agreement_is_due(town: Town, platform: str) -> None:
    there = await proposed(town, platform)
    for person in (there.maria, there.anna):
        await person.presses("Посмотреть")
        await person.presses("Согласиться")
    await town.turn(minutes=1)
    assert "письменное соглашение" in await news(there.curator)
    await there.curator.presses("Соглашение с наставником")
    assert "Вопрос 1 из 4" in there.curator.sees()


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


async def test_nobody_is_reminded_of_a_meeting_after_the_last_day(town: Town, platform: str) -> None:
    there = await meeting(town, platform, "10.10 в 14")
    await there.maria.says("меню")
    for label in ("Ещё", "Сложить обязанности", "Да, сложить"):
        await there.maria.presses(label)
    await there.anna.reads()
    await town.turn(days=3, hours=11)
    assert "Напоминаю" not in await news(there.anna)
    await town.turn(hours=13)
    await there.anna.presses("Посмотреть")
    assert "Встречи сегодня в 14:00 не будет" in there.anna.sees()
