"""Somebody taken in on paper comes to a messenger by her own link: the same person, with all that is hers."""

import pytest
from sqlalchemy import func, select

from domain.statuses import Status
from storage.models import Account, Consent, Mentorship, Person, Submission
from tests.client import Person as Speaker
from tests.client import Town
from tests.handlers.couples import Cast
from tests.handlers.test_consents_journal import journal_of
from tests.handlers.test_offline import VERA, entered, named

OTHER = {"telegram": "vk", "vk": "telegram"}
HOST = {"telegram": "t.me", "vk": "vk.me"}


async def at_card(curator: Speaker, number: str = "1") -> Speaker:
    """At the card of VERA, alone under her letter of the mentees."""
    await curator.says("меню")
    for label in ("Люди", "Наставляемые"):
        await curator.presses(label)
    await curator.says(VERA)
    return await curator.presses(number)


async def link_for(there: Cast, platform: str) -> str:
    await at_card(there.curator)
    await there.curator.presses("Пригласить в мессенджер")
    return next(word for word in there.curator.sees().split() if HOST[platform] in word)


async def arrived(town: Town, there: Cast, platform: str) -> Speaker:
    vera = await town.person("Вера", platform)
    await vera.opens(await link_for(there, platform))
    return await vera.presses("Да, это я")


@pytest.mark.parametrize("arrives_at", ["telegram", "vk"])
async def test_her_chat_becomes_hers_with_consent_answers_and_role(
    town: Town, platform: str, arrives_at: str, png: bytes
) -> None:
    there = await entered(town, platform, png)
    vera = await arrived(town, there, arrives_at)
    assert "Теперь я пишу Вам сюда" in vera.sees()
    kept = await named(town, VERA)
    assert kept is not None
    async with town.database.look() as session:
        account = (await session.scalars(select(Account).where(Account.person_id == kept.id))).one()
        assert (account.platform, account.external_id) == (arrives_at, vera.id)
        assert kept.preferred_account_id == account.id
        assert (await session.scalars(select(Consent.by).where(Consent.person_id == kept.id))).all() == ["paper"]
        assert await session.scalar(select(func.count()).where(Submission.person_id == kept.id)) == 1
    await at_card(there.curator)
    assert "Без мессенджера" not in there.curator.sees()
    assert "личная ссылка в мессенджер: Громова Вера Ильинична" in await journal_of(there.curator)


async def test_from_then_on_she_is_asked_herself(town: Town, platform: str, png: bytes) -> None:
    there = await entered(town, platform, png)
    vera = await arrived(town, there, OTHER[platform])
    await there.curator.says("меню")
    for label in ("Пары", "Составить пару", "Иванова", "Громова", "Предложить"):
        await there.curator.presses(label)
    await town.turn(hours=1)
    assert "Вам предлагают пару" in "".join(message["text"] for message in await vera.reads())
    for person in (vera, there.maria):
        await person.says("меню")
        await person.presses("Посмотреть")
        await person.presses("Согласиться")
    async with town.database.look() as session:
        assert [each.status for each in await session.scalars(select(Mentorship))] == [Status.AGREED]


async def test_a_link_in_other_hands_opens_nothing(town: Town, platform: str, png: bytes) -> None:
    there = await entered(town, platform, png)
    link = await link_for(there, platform)
    stranger = await town.person("Кто-то", platform)
    await stranger.opens(link)
    assert "Громова" not in stranger.sees()
    await stranger.presses("Нет, не я")
    await there.anna.opens(link)
    if platform == "vk":
        await there.anna.says("Здравствуйте")
    assert "Вас я уже знаю" in there.anna.sees()
    kept = await named(town, VERA)
    async with town.database.look() as session:
        assert (
            kept is not None and await session.scalar(select(func.count()).where(Account.person_id == kept.id)) == 0
        )
        assert await session.scalar(select(func.count()).where(Person.name == "Петрова Анна Олеговна")) == 1


async def test_a_new_link_ends_the_one_before_and_a_used_one_is_over(town: Town, platform: str, png: bytes) -> None:
    there = await entered(town, platform, png)
    first, second = await link_for(there, platform), await link_for(there, platform)
    guest = await town.person("Гость", platform)
    await guest.opens(first)
    assert "Да, это я" not in await guest.offered()
    await guest.opens(second)
    await guest.says("это я?")
    await guest.presses("Да, это я")
    late = await town.person("Опоздавшая", platform)
    await late.opens(second)
    assert "Да, это я" not in await late.offered()
    await at_card(there.curator)
    assert "Пригласить в мессенджер" not in await there.curator.offered()


async def test_what_the_curator_entered_is_hers_to_change_and_no_longer_the_curators(
    town: Town, platform: str, png: bytes
) -> None:
    there = await entered(town, platform, png)
    link = await link_for(there, platform)
    await at_card(there.curator)
    for label in ("Внести анкету с бумаги", "Исправить: Анкета наставляемого"):
        await there.curator.presses(label)
    vera = await town.person("Вера", platform)
    await vera.opens(link)
    await vera.presses("Да, это я")
    await there.curator.presses("Исправить ответ")
    assert VERA not in there.curator.sees() and "Исправить ответ" not in await there.curator.offered()
