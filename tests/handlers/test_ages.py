"""The age at the door on both messengers: what is read as one, and that no child becomes an adult by her own word."""

import pytest
from sqlalchemy import select

from storage.models import Account, Consent
from storage.models import Person as Kept
from tests.client import Person, Town
from tests.handlers.families import child_at_the_door, code_of, opens_code
from tests.scenes import founded, guest, invitation


async def pupil(town: Town, curator: Person, platform: str) -> Person:
    """Somebody who is asked the age after opening the pupils' invitation."""
    link = await invitation(curator, platform, "Учеников")
    person = await (await town.person("Даша", platform)).opens(link)
    return await person.presses("Начать")


async def ages(town: Town) -> list[str]:
    async with town.database.look() as session:
        return list((await session.scalars(select(Kept.age).order_by(Kept.id))).all())


@pytest.mark.parametrize("typed", ["школа 25, 6 класс", "скоро 18", "2 октября", "нет", "214", "не скажу"])
async def test_a_number_among_other_words_is_no_age(town: Town, typed: str) -> None:
    child = await pupil(town, await founded(town, "vk"), "telegram")
    assert "Не получилось понять" in (await child.says(typed)).sees()
    async with town.database.look() as session:
        assert set(await session.scalars(select(Account.age))) == {""}


async def test_a_code_at_the_question_is_a_code(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    friend = await child_at_the_door(town, curator, platform)
    code = (await code_of(friend, platform)).rpartition("=")[2]
    await friend.says("/start")
    await friend.presses("Начать")
    assert "Этот код — для родителя" in (await friend.says(code)).sees()


async def test_a_pupil_who_says_to_be_thirty_is_held_until_the_curator_confirms_it(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    dasha = await pupil(town, curator, platform)
    assert (await dasha.offered())[:2] == ["Мне ещё нет 14", "Мне 14–17 лет"]
    assert "подтвердит куратор" in (await dasha.says("мне 30")).sees()
    await dasha.presses("Даю согласие")
    assert "Куратору я написала" in dasha.sees()
    for words in ("меню", "/start", "Меня зовут Даша Петрова"):
        assert "нужно ещё согласие родителя" in (await dasha.says(words)).sees()
    assert await ages(town) == ["adult", "teen"]
    await town.turn(minutes=1)
    told = "".join(each["text"] for each in await curator.reads())
    assert "указал, что ему есть 18" in told and "Имени я ещё не спрашивала" in told
    await curator.presses("Да, 18 есть")
    await town.turn(minutes=1)
    assert "Куратор подтвердил" in "".join(each["text"] for each in await dasha.reads())
    await dasha.presses("Выбрать")
    assert "Кем Вы хотели бы быть" in dasha.sees() and await ages(town) == ["adult", "adult"]


async def test_a_refused_claim_leaves_the_way_by_the_parent(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    dasha = await pupil(town, curator, platform)
    for label in ("Да, мне есть 18", "Даю согласие"):
        await dasha.presses(label)
    await town.turn(minutes=1)
    await curator.presses("Нет, младше")
    assert "до согласия родителя" in curator.sees()
    assert await code_of(dasha, platform) and await ages(town) == ["adult", "teen"]


async def test_who_has_said_to_be_a_child_does_not_grow_up_by_another_link_or_tap(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    petya = await child_at_the_door(town, curator, platform)
    await petya.says("/start")
    for label in ("Начать", "Да, мне есть 18", "Даю согласие"):
        await petya.presses(label)
    assert "Куратору я написала" in petya.sees()
    await petya.says("меню")
    assert "Кем Вы хотели бы быть" not in petya.sees() and await ages(town) == ["adult", "teen"]


async def test_children_do_not_vouch_for_one_another(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    petya, vasya = [await child_at_the_door(town, curator, platform) for _ in range(2)]
    link = await code_of(petya, platform)
    assert "для родителя" in (await opens_code(vasya, link)).sees()
    async with town.database.look() as session:
        assert len((await session.scalars(select(Consent))).all()) == 1


async def test_a_grown_up_by_the_teachers_link_agrees_alone(town: Town, platform: str) -> None:
    anna = await guest(town, await founded(town, "vk"), "Анна", platform)
    await anna.presses("Начать")
    await anna.says("мне уже 34 года")
    await anna.presses("Даю согласие")
    assert "Кем Вы хотели бы быть" in anna.sees()
