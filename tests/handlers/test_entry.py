"""The first minute, on both messengers: link, age, consent, role; and everything that may go wrong there."""

from datetime import timedelta
from io import BytesIO

import pytest
from docx import Document
from sqlalchemy import func, select

from handlers.codes import looks_like_code
from storage.models import Consent, Membership, Person
from tests.client import Town
from tests.scenes import consented, founded, guest, invitation


async def count(town: Town, table: type) -> int:
    async with town.database.look() as session:
        return (await session.scalars(select(func.count()).select_from(table))).one()


async def test_an_invitation_says_who_invites_and_leads_on(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    anna = await guest(town, curator, "Анна", platform)
    assert "Детский сад № 8" in anna.sees()
    assert await anna.offered() == ["Начать", "Что это за программа?"]


async def test_nothing_personal_is_kept_before_the_consent(town: Town, platform: str) -> None:
    curator = await founded(town, "telegram")
    people = await count(town, Person)
    anna = await guest(town, curator, "Анна", platform)
    await anna.presses("Начать")
    await anna.presses("Да, мне есть 18")
    assert "согласие" in anna.sees()
    assert await count(town, Person) == people


async def test_the_consent_is_a_step_of_its_own_and_is_kept_with_its_version(town: Town, platform: str) -> None:
    curator = await founded(town, "telegram")
    anna = await consented(town, curator, "Анна", platform)
    assert "Кем Вы хотели бы быть" in anna.sees()
    async with town.database.look() as session:
        consents = (await session.scalars(select(Consent).order_by(Consent.id))).all()
    assert [(each.kind, each.version, each.by) for each in consents] == [("processing", "2026-2", "self")] * 2
    assert all(each.given_by == each.person_id and each.account_id for each in consents)


async def test_the_whole_consent_comes_as_a_document(town: Town, platform: str) -> None:
    anna = await guest(town, await founded(town, "vk"), "Анна", platform)
    for label in ("Начать", "Да, мне есть 18", "Полный текст"):
        await anna.presses(label)
    assert anna.files()[0]["name"] == "Согласие на обработку персональных данных.docx"
    text = "\n".join(each.text for each in Document(BytesIO(await anna.downloads())).paragraphs)
    assert "«Детский сад № 8»" in text
    assert "Даю согласие" in await anna.offered()


async def test_not_now_keeps_the_door_open(town: Town, platform: str) -> None:
    anna = await guest(town, await founded(town, "vk"), "Анна", platform)
    await anna.presses("Начать")
    await anna.presses("Да, мне есть 18")
    await anna.presses("Не сейчас")
    assert await anna.offered() == ["Начать", "Что это за программа?"]


async def test_both_roles_are_taken_at_once(town: Town, platform: str) -> None:
    anna = await consented(town, await founded(town, "vk"), "Анна", platform)
    await anna.presses("И тем, и другим")
    async with town.database.look() as session:
        roles = set((await session.scalars(select(Membership.role))).all())
    assert roles == {"curator", "mentor", "mentee"}


async def test_unsure_is_explained_and_leads_back(town: Town, platform: str) -> None:
    anna = await consented(town, await founded(town, "vk"), "Анна", platform)
    await anna.presses("Пока не знаю")
    await anna.presses("Выбрать")
    assert "Наставником" in await anna.offered()


async def test_a_stranger_with_a_guessed_code_stays_a_stranger(town: Town, platform: str) -> None:
    eve = await town.person("Ева", platform)
    await eve.says("/start")
    await eve.says("ABCD-EFGH")
    assert "не подходит" in eve.sees()
    assert await count(town, Person) == 0


async def test_a_code_opens_one_organisation_only_once(town: Town, platform: str) -> None:
    code = await town.curator_code()
    first, second = await town.person("Ольга", platform), await town.person("Ева", platform)
    await first.says("/start")
    await first.says(code)
    await first.presses("Даю согласие")
    await second.says("/start")
    await second.says(code.lower())
    assert "не подходит" in second.sees()


async def test_a_code_does_not_outlive_its_time(town: Town, platform: str) -> None:
    code = await town.curator_code()
    await town.turn(hours=73)
    olga = await town.person("Ольга", platform)
    await olga.says("/start")
    await olga.says(code)
    assert "не подходит" in olga.sees()


async def test_words_typed_at_the_door_are_no_attempts_at_a_code(town: Town, platform: str) -> None:
    anna = await guest(town, await founded(town, "vk"), "Анна", platform)
    for words in ("Здравствуйте", "а зачем это?", "согласна", "передумала", "ок", "да"):
        await anna.says(words)
        assert "Вас пригласили в организацию" in anna.sees()


async def test_the_age_may_be_typed(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    said = {
        "мне 17": "понадобится ещё согласие родителя",
        "да, мне 34": "Сначала нужно Ваше согласие",
        "13": "нужно согласие родителя",
        "нет": "Не получилось понять",
    }
    for words, told in said.items():
        anna = await guest(town, curator, "Анна", platform)
        await anna.presses("Начать")
        assert told in (await anna.says(words)).sees()


async def test_a_consent_that_is_there_is_not_asked_again(town: Town, platform: str) -> None:
    anna = await guest(town, await founded(town, "vk"), "Анна", platform)
    await anna.presses("Начать")
    question = anna.answer[-1]["id"]
    await anna.presses("Да, мне есть 18")
    await anna.presses("Даю согласие")
    await anna.presses("Наставником")
    await anna.presses("Даю согласие", message=question)
    assert "Ваше согласие уже есть" in anna.sees()


async def test_after_many_wrong_codes_even_a_good_one_waits(town: Town, platform: str) -> None:
    eve = await town.person("Ева", platform)
    await eve.says("/start")
    for number in range(2, 8):
        await eve.says(f"WRNG-CDE{number}")
    assert "Следующий я приму через" in eve.sees()
    code = await town.curator_code()
    assert "Следующий я приму через" in (await eve.says(code)).sees()
    await town.turn(town.world.clock.now + timedelta(minutes=10))
    assert "Код подошёл" in (await eve.says(code)).sees()


async def test_a_member_who_opens_the_link_again_comes_home(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    anna = await consented(town, curator, "Анна", platform)
    await anna.opens(await invitation(curator, platform))
    if platform == "vk":
        await anna.says("/start")
    assert "выбрать, кем" in anna.sees()


@pytest.mark.parametrize("typed", ["K7QF-29MX", "k7qf 29mx", "ABCD-1230"])
def test_a_code_is_known_by_its_looks(typed: str) -> None:
    assert looks_like_code(typed)


@pytest.mark.parametrize("typed", ["2026-2027", "спасибо!", "привет всем", "0000-0000"])
def test_other_words_are_no_code(typed: str) -> None:
    assert not looks_like_code(typed)
