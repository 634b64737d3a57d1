"""One person with two records: the curator joins them from a card, or she herself with a code; on both messengers."""

from sqlalchemy import select

from domain.audit import Audited
from domain.people import Role
from storage.models import Account, AuditEntry, Membership, Submission
from storage.models import Person as Record
from tests.client import Person, Town
from tests.handlers.couples import cast, member, news, paired
from tests.handlers.test_arriving import OTHER, at_card, link_for
from tests.handlers.test_offline import VERA, entered, named

ANNA = "Петрова Анна Олеговна"


async def records(town: Town) -> list[str]:
    async with town.database.look() as session:
        return sorted(filter(None, await session.scalars(select(Record.name))))


async def at_joining(curator: Person, word: str, other: str) -> Person:
    await curator.says("меню")
    await curator.presses("Люди")
    await curator.presses("Наставляемые")
    await curator.says(word)
    for label in ("1", "Это тот же человек, что…", other):
        await curator.presses(label)
    return curator


async def test_the_curator_joins_the_record_from_paper_with_the_one_in_the_messenger(
    town: Town, platform: str, png: bytes
) -> None:
    there = await entered(town, platform, png)
    await member(town, platform, "Громова В. И.", Role.MENTOR)
    await at_joining(there.curator, VERA, "Громова В. И. · наставник")
    assert "без мессенджера" in there.curator.sees() and "Разделить потом нельзя" in there.curator.sees()
    await there.curator.presses("Да, один человек")
    assert f"{VERA} — теперь одна запись" in there.curator.sees()
    await there.curator.presses("Открыть карточку")
    assert "наставник, наставляемый" in there.curator.sees() and "Без мессенджера" not in there.curator.sees()
    vera = await named(town, VERA)
    assert vera is not None and "Громова В. И." not in await records(town)
    async with town.database.look() as session:
        roles = set(await session.scalars(select(Membership.role).where(Membership.person_id == vera.id)))
        forms = set(await session.scalars(select(Submission.form).where(Submission.person_id == vera.id)))
        assert roles == forms == {"mentor", "mentee"}
        joined = select(AuditEntry).where(AuditEntry.action == Audited.PERSONS_JOINED)
        assert [each.subject for each in await session.scalars(joined)] == [{"person": vera.id}]


async def test_similar_names_come_first_and_the_one_who_writes_is_told(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    second = await member(town, OTHER[platform], "Анна Петрова", Role.MENTEE)
    await at_joining(there.curator, ANNA, "Анна Петрова · наставляемый")
    await there.curator.presses("Имя: Анна Петрова")
    await there.curator.presses("Да, один человек")
    await town.turn(hours=1)
    assert "соединил две Ваши записи" in await news(there.anna) + await news(second)
    assert "Анна Петрова" in await records(town) and ANNA not in await records(town)
    async with town.database.look() as session:
        record = (await session.scalars(select(Record).where(Record.name == "Анна Петрова"))).one()
        accounts = await session.scalars(select(Account.platform).where(Account.person_id == record.id))
        assert set(accounts) == {"telegram", "vk"}


async def test_two_people_of_one_pair_stay_apart(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await at_joining(there.curator, ANNA, "Иванова")
    assert "значит, это разные люди" in there.curator.sees()
    assert "Да, один человек" not in await there.curator.offered()
    await at_joining(there.curator, ANNA, "Белова")
    assert "Обе записи — в одном мессенджере" in there.curator.sees()


async def test_a_name_is_found_by_its_part(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await at_joining(there.curator, ANNA, "Иванова")
    await there.curator.presses("Выбрать другую запись")
    await there.curator.says("белов")
    assert [each.split(" ")[0] for each in await there.curator.offered()][:2] == ["Белова", "Назад"]
    await there.curator.says("астроном")
    assert "Такого имени не нашла" in there.curator.sees() and "Белова" in "".join(await there.curator.offered())


async def test_she_opens_her_own_link_in_a_chat_that_knows_her_and_loses_nothing(
    town: Town, platform: str, png: bytes
) -> None:
    there = await entered(town, platform, png)
    vera = await member(town, platform, "Громова Вера", Role.MENTOR)
    await vera.opens(await link_for(there, platform))
    if platform == "vk":
        await vera.says("Здравствуйте")
    assert "Здесь я знаю Вас как Вера" in vera.sees()
    await vera.presses("Да, обе записи мои")
    assert "Готово: всё вместе" in vera.sees()
    await at_card(there.curator)
    assert "Без мессенджера" not in there.curator.sees() or VERA not in await records(town)
    assert "Громова Вера" in await records(town) and VERA not in await records(town)


async def test_a_code_from_the_other_chat_joins_two_records_when_she_says_so(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    second = await member(town, OTHER[platform], "Петрова Аня", Role.MENTOR)
    await there.anna.says("меню")
    for label in ("Ещё", "Куда мне писать", "Продолжить в другом мессенджере"):
        if label in "".join(await there.anna.offered()):
            await there.anna.presses(label)
    code = there.anna.sees().partition("код ")[2][:9]
    await second.says(code)
    await second.presses("Нет, это не я")
    assert "ничего не меняю" in second.sees() and ANNA in await records(town)
    await second.says(code)
    await second.presses("Да, обе записи мои")
    assert ANNA not in await records(town) and "Петрова Аня" in await records(town)
    async with town.database.look() as session:
        record = (await session.scalars(select(Record).where(Record.name == "Петрова Аня"))).one()
        accounts = (await session.scalars(select(Account).where(Account.person_id == record.id))).all()
        assert {each.platform for each in accounts} == {"telegram", "vk"}
        assert record.preferred_account_id == next(each.id for each in accounts if each.external_id == second.id)
