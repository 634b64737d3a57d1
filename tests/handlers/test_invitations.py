"""Invitations: one link, code and poster a category; what each category meets at the door."""

from io import BytesIO

from docx import Document
from sqlalchemy import select

from storage.models import AuditEntry, Membership
from tests.client import Person, Town
from tests.scenes import founded, invitation, participant

CATEGORIES = {
    "Педагогов": ["Наставником", "Наставляемым", "И тем, и другим", "Пока не знаю"],
    "Учеников": ["Наставляемым", "Наставником для других", "И тем, и другим", "Пока не знаю"],
    "Родителей": ["Для моего ребёнка", "Наставником", "Пока не знаю"],
    "Выпускников": ["Наставником", "Наставляемым", "И тем, и другим", "Пока не знаю"],
    "Партнёров": ["Наставником", "Пока не знаю"],
}


async def at_the_choice(person: Person) -> list[str]:
    for label in ("Начать", "Да, мне есть 18", "Даю согласие"):
        await person.presses(label)
    return await person.offered()


async def confirmed(town: Town, curator: Person, pupil: Person) -> list[str]:
    """A pupil of age whom the curator knows."""
    await at_the_choice(pupil)
    await town.turn(minutes=1)
    await curator.presses("Да, 18 есть")
    await town.turn(minutes=1)
    await pupil.presses("Выбрать")
    return await pupil.offered()


def code_in(text: str) -> str:
    return next(word.strip(".") for word in text.split() if len(word.strip(".")) == 9 and word[4] == "-")


async def test_the_curator_gets_links_a_code_a_picture_and_a_poster(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await invitation(curator, platform, "Выпускников")
    assert "https://t.me/" in curator.sees() and "https://vk.me/" in curator.sees()
    assert (await curator.downloads()).startswith(b"\x89PNG")
    code = code_in(curator.sees())
    await curator.presses("Плакат для печати")
    assert {file["name"] for file in curator.files()} == {
        "Плакат для выпускников.docx",
        "Плакат для выпускников.pdf",
    }
    names = [file["name"] for file in curator.files()]
    words = Document(BytesIO(await curator.downloads(names.index("Плакат для выпускников.docx")))).paragraphs
    printed = "\n".join(each.text for each in words)
    assert code in printed and "Откройте t.me/" in printed and " или vk.me/" in printed


async def test_each_category_has_a_link_that_stays_and_its_own_roles(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    links = {whom: await invitation(curator, platform, whom) for whom in CATEGORIES}
    assert len(set(links.values())) == len(CATEGORIES)
    assert links["Педагогов"] == await invitation(curator, platform, "Педагогов")
    for whom, roles in CATEGORIES.items():
        person = await (await town.person(whom, platform)).opens(links[whom])
        choose = confirmed(town, curator, person) if whom == "Учеников" else at_the_choice(person)
        assert await choose == roles


async def test_the_category_is_said_at_the_door_and_kept_with_the_role(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    ivan = await (await town.person("Иван", platform)).opens(await invitation(curator, platform, "Выпускников"))
    assert "приглашение для выпускников" in ivan.sees()
    await at_the_choice(ivan)
    await ivan.presses("Наставником")
    async with town.database.look() as session:
        kept = await session.execute(select(Membership.role, Membership.category).order_by(Membership.id))
    assert [tuple(each) for each in kept] == [("curator", "teacher"), ("mentor", "graduate")]


async def test_a_parent_hears_how_the_child_comes_in(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    pupils = await invitation(curator, platform, "Учеников")
    olga = await (await town.person("Ольга", platform)).opens(await invitation(curator, platform, "Родителей"))
    await at_the_choice(olga)
    await olga.presses("Для моего ребёнка")
    assert pupils in olga.sees() and "Показать родителю" in olga.sees()
    await olga.presses("В начало")
    assert "Выбрать" in await olga.offered()


async def test_who_has_no_link_types_the_organisations_code(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await invitation(curator, platform, "Партнёров")
    code = code_in(curator.sees())
    pavel = await town.person("Павел", platform)
    await pavel.says("/start")
    await pavel.says(code.lower().replace("-", " "))
    assert "Детский сад № 8" in pavel.sees() and "приглашение для партнёров" in pavel.sees()


async def test_a_renewed_link_lets_nobody_new_in_and_keeps_who_came(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    old = await invitation(curator, platform)
    code = code_in(curator.sees())
    anna = await (await town.person("Анна", platform)).opens(old)
    await at_the_choice(anna)
    await curator.presses("Новая ссылка")
    await curator.presses("Сделать новую ссылку")
    assert old not in curator.sees()
    boris = await (await town.person("Борис", platform)).opens(old)
    assert "больше не действует" in boris.sees() and await boris.offered() == []
    await boris.says(code)
    assert "больше не действует" in boris.sees()
    await anna.opens(old)
    assert "больше не действует" not in anna.sees()
    async with town.database.look() as session:
        assert (await session.scalars(select(AuditEntry.action))).all() == ["link_renewed"]


async def test_a_role_that_the_category_does_not_offer_is_not_taken(town: Town, platform: str) -> None:
    """The buttons of an older welcome, after the person has come by another invitation."""
    curator = await founded(town, platform)
    anna = await (await town.person("Анна", platform)).opens(await invitation(curator, platform))
    await at_the_choice(anna)
    await anna.opens(await invitation(curator, platform, "Партнёров"))
    await anna.says("меню")
    await anna.presses("Наставляемым")
    assert [label for row in anna.answer[-1]["buttons"] for label in row] == CATEGORIES["Партнёров"]


async def test_a_curators_old_button_serves_nobody_who_is_no_curator_any_more(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await curator.says("меню")
    async with town.database.begin() as storage:
        account = await storage.people.account(platform, curator.id, town.world.clock.now)
        assert account.person_id is not None
        for membership in await storage.people.memberships(account.person_id):
            membership.left_at = town.world.clock.now
    await curator.presses("Пригласить")
    assert "Эта кнопка уже не действует" in curator.sees()
    assert curator.files() == []


async def test_a_participant_sees_no_curators_buttons(town: Town, platform: str) -> None:
    maria = await participant(town, await founded(town, "vk"), "Ткач Мария", platform, "Наставником")
    await maria.says("меню")
    assert not {"Пригласить", "Люди", "Публикации"} & set(await maria.offered())
