"""Founding an organisation: who may, what is asked, what becomes of the answers."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from sqlalchemy import select

from domain.breaks import read_ranges
from storage.models import DayOff, Membership, Organisation, Programme, SchoolHoliday
from tests.client import Town
from tests.scenes import founded, founding


async def test_the_answers_become_the_organisation(town: Town, platform: str) -> None:
    await founded(
        town, platform, organisation="Школа <№ 5> & Ко", timezone="Екатеринбург", period="Учебный 2027/2028"
    )
    async with town.database.look() as session:
        organisation = (await session.scalars(select(Organisation))).one()
        programme = (await session.scalars(select(Programme))).one()
    assert (organisation.name, organisation.timezone) == ("Школа <№ 5> & Ко", "Asia/Yekaterinburg")
    assert organisation.head_name == "Лиманская Галина Николаевна"
    assert (programme.starts, programme.ends) == (date(2027, 9, 1), date(2028, 8, 31))


async def test_whoever_has_the_code_becomes_the_curator_after_her_consent(town: Town, platform: str) -> None:
    olga = await town.person("Ольга", platform)
    await olga.says("/start")
    await olga.says(await town.curator_code())
    async with town.database.look() as session:
        assert (await session.scalars(select(Membership))).all() == []
    await olga.presses("Даю согласие")
    async with town.database.look() as session:
        assert [each.role for each in await session.scalars(select(Membership))] == ["curator"]


async def test_leaving_before_the_consent_loses_nothing(town: Town, platform: str) -> None:
    olga, code = await town.person("Ольга", platform), await town.curator_code()
    await olga.says("/start")
    await olga.says(code)
    await olga.says("а это зачем?")
    await olga.presses("Полный текст")
    await olga.presses("Даю согласие")
    assert "Ваша организация" in olga.sees()


async def test_a_founder_consents_to_the_organisation_that_has_no_name_yet(town: Town, platform: str) -> None:
    olga = await town.person("Ольга", platform)
    await olga.says(await town.curator_code())
    assert "Коротко: организация, которую Вы подключаете, хранит" in olga.sees()
    await olga.presses("Полный текст")
    words = "\n".join(each.text for each in Document(BytesIO(await olga.downloads())).paragraphs)
    assert "даю организации, которую я подключаю к программе (далее — оператор), согласие" in words
    assert "сейчас 12 месяцев" in words


async def test_school_holidays_are_understood_and_shown(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await curator.says("меню")
    await curator.presses("Ещё")
    await curator.presses("Мои ответы")
    await curator.presses("Ваша организация")
    await curator.presses("Исправить ответ")
    while "Каникулы" not in await curator.offered():
        await curator.presses("Дальше")
    await curator.presses("Каникулы")
    await curator.says("25.10-02.11; 31.12–11.01")
    assert "25.10–02.11, 31.12–11.01" in curator.sees()
    async with town.database.look() as session:
        days = [(each.starts, each.ends) for each in await session.scalars(select(SchoolHoliday))]
    assert days == [(date(2026, 10, 25), date(2026, 11, 2)), (date(2026, 12, 31), date(2027, 1, 11))]


async def test_the_calendar_is_filled_by_itself(town: Town, platform: str) -> None:
    await founded(town, platform)
    await town.turn(minutes=1)
    async with town.database.look() as session:
        days = {each.day for each in await session.scalars(select(DayOff).where(DayOff.is_off))}
    assert {date(2026, 11, 4), date(2027, 5, 9)} <= days


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("25.10–02.11", [(date(2026, 10, 25), date(2026, 11, 2))]),
        ("с 25.10 по 02.11", [(date(2026, 10, 25), date(2026, 11, 2))]),
        ("28.03.2027 - 05.04.2027", [(date(2027, 3, 28), date(2027, 4, 5))]),
        ("31.12-11.01", [(date(2026, 12, 31), date(2027, 1, 11))]),
        ("26–31 октября", [(date(2026, 10, 26), date(2026, 10, 31))]),
        ("с 28 марта по 5 апреля 2027 г.", [(date(2027, 3, 28), date(2027, 4, 5))]),
        ("как у всех", None),
        ("31.02–05.03", None),
        ("25.10–02.11 и ещё 3 дня", None),
    ],
)
def test_breaks_are_read_as_people_type_them(typed: str, days: list[tuple[date, date]] | None) -> None:
    assert read_ranges(typed, date(2026, 9, 1), date(2027, 8, 31)) == days


def test_the_winters_break_goes_beyond_a_calendar_year() -> None:
    found = read_ranges("31.12–11.01", date(2026, 1, 1), date(2026, 12, 31))
    assert found == [(date(2026, 12, 31), date(2027, 1, 11))]


async def test_what_is_no_name_and_no_holidays_is_asked_again_at_the_question(town: Town, platform: str) -> None:
    curator = await founding(town, platform)
    for question, wrong, said, right in (
        ("Руководитель", "123", "Не получилось узнать здесь имя", "ЛИМАНСКАЯ ГАЛИНА НИКОЛАЕВНА"),
        ("Каникулы", "как у всех", "Не получилось понять дни каникул", "с 26 октября по 3 ноября"),
    ):
        for label in ("Исправить ответ", "Дальше", question):
            await curator.presses(label)
        await curator.says(wrong)
        assert said in curator.sees()
        await curator.says(right)
    assert "Лиманская Галина Николаевна" in curator.sees()
    await curator.presses("Отправить анкету")
    assert "Каникулы записала: 26.10–03.11" in curator.sees()


async def test_words_before_the_form_is_sent_lead_back_to_it(town: Town, platform: str) -> None:
    curator = await founding(town, platform)
    await curator.says("что дальше?")
    assert "Начнём с дорожной карты" not in curator.sees()
    await curator.presses("Отправить анкету")
    assert "Детский сад № 8" in curator.sees()
