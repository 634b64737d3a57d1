"""Minors and their guardians on both messengers: nothing is kept of a child before the guardian's consent."""

from sqlalchemy import select, text

from storage.models import Account, Consent, Guardianship, Membership, ProcessedUpdate
from storage.models import Person as Kept
from tests.client import Person, Town
from tests.handlers.families import child_at_the_door, code_of, consents, opened_by_parent, opens_code
from tests.scenes import fill_in, founded, invitation


async def everything(town: Town) -> str:
    """All rows of all tables as one text."""
    async with town.database.look() as session:
        names = (await session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'"))).all()
        return "\n".join([str((await session.execute(text(f'SELECT * FROM "{name}"'))).all()) for name in names])


async def test_a_child_is_kept_out_until_the_parent_agrees_in_the_parents_own_chat(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    petya = await child_at_the_door(town, curator, platform)
    assert "согласие родителя" in petya.sees()
    await petya.says("Петров Пётр, 4 «Б»")
    async with town.database.look() as session:
        assert len((await session.scalars(select(Kept))).all()) == 1
    assert "Петров" not in await everything(town)
    parent = await consents(await opened_by_parent(town, await code_of(petya, platform), platform))
    assert "Записала" in parent.sees()
    await town.turn(minutes=1)
    assert "Родитель дал согласие" in "".join(each["text"] for each in await petya.reads())
    await petya.presses("Выбрать")
    await petya.presses("Наставляемым")
    await fill_in(petya, "Петров Пётр Ильич")
    async with town.database.look() as session:
        child = (await session.scalars(select(Kept).where(Kept.name == "Петров Пётр Ильич"))).one()
        given = (await session.scalars(select(Consent).where(Consent.person_id == child.id))).one()
        tie = (await session.scalars(select(Guardianship))).one()
    assert child.age == "child"
    assert (given.by, given.given_by, tie.child_id) == ("guardian", tie.guardian_id, child.id)


async def test_a_pupil_of_fifteen_and_the_parent_both_consent(town: Town, platform: str) -> None:
    curator = await founded(town, "telegram")
    katya = await child_at_the_door(town, curator, platform, "Мне 14–17 лет", "Катя")
    assert "нужно ещё согласие родителя" in katya.sees()
    for words in ("/start", "меню", "Сидорова Екатерина"):
        assert "нужно ещё согласие родителя" in (await katya.says(words)).sees()
    await consents(await opened_by_parent(town, await code_of(katya, "telegram"), "telegram"))
    await town.turn(minutes=1)
    await katya.presses("Выбрать")
    assert "Кем Вы хотели бы быть" in katya.sees()
    async with town.database.look() as session:
        child = (await session.scalars(select(Kept).where(Kept.age == "teen"))).one()
        given = await session.scalars(select(Consent.by).where(Consent.person_id == child.id))
        assert set(given.all()) == {"self", "guardian"}


async def test_a_childs_code_is_of_no_use_in_the_childs_own_chat_or_twice(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    petya = await child_at_the_door(town, curator, platform)
    link = await code_of(petya, platform)
    assert "для родителя" in (await opens_code(petya, link)).sees()
    await consents(await opened_by_parent(town, link, platform))
    second = await opened_by_parent(town, link, platform, "Ева")
    assert "не подходит" in second.sees()


async def test_old_buttons_of_the_door_let_no_child_agree_alone(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    petya = await child_at_the_door(town, curator, platform)
    await petya.says("меню")
    await petya.presses("Начать")
    await petya.presses("Мне 14–17 лет")
    agree = petya.answer[-1]["id"]
    await petya.says("/start")
    await petya.presses("Начать")
    await petya.presses("Мне ещё нет 14")
    await petya.presses("Даю согласие", message=agree)
    assert "согласие родителя" in petya.sees()
    async with town.database.look() as session:
        assert len((await session.scalars(select(Kept))).all()) == 1


async def test_a_guardian_of_two_children_sees_both_and_gives_one_back(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    parent: Person | None = None
    for name in ("Петров Пётр", "Петрова Ольга"):
        child = await child_at_the_door(town, curator, platform, name=name)
        link = await code_of(child, platform)
        parent = await opens_code(parent, link) if parent else await opened_by_parent(town, link, platform)
        await consents(parent)
        await town.turn(minutes=1)
        await child.presses("Выбрать")
        await child.presses("Наставляемым")
        await fill_in(child, name)
    assert parent is not None
    await parent.says("меню")
    await parent.presses("Мои дети")
    assert "за 2 детей" in parent.sees()
    for label in ("Согласия: Петров Пётр", "Отозвать: обработка", "Да, отозвать"):
        await parent.presses(label)
    assert "всё о нём удалено" in parent.sees()
    kept = await everything(town)
    assert "Петров Пётр" not in kept and "Петрова Ольга" in kept
    async with town.database.look() as session:
        roles = (await session.scalars(select(Membership.role).where(Membership.left_at.is_(None)))).all()
    assert sorted(roles) == ["curator", "guardian", "mentee"]


async def test_a_child_whom_a_parent_takes_out_is_told_kindly_and_then_forgotten(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    petya = await child_at_the_door(town, curator, platform)
    parent = await consents(await opened_by_parent(town, await code_of(petya, platform), platform))
    await town.turn(minutes=1)
    await petya.presses("Выбрать")
    await petya.presses("Наставляемым")
    await fill_in(petya, "Петров Пётр")
    for label in ("В начало", "Мои дети", "Согласия: Петров Пётр", "Отозвать: обработка", "Да, отозвать"):
        await parent.presses(label)
    await petya.reads()
    await town.turn(minutes=1)
    told = "".join(each["text"] for each in await petya.reads())
    assert "Родитель отозвал согласие" in told and "Вы всё делали правильно" in told and "«Детский сад № 8»" in told
    async with town.database.look() as session:
        accounts = (await session.execute(select(Account.platform, Account.external_id))).all()
        given = (await session.scalars(select(Consent).where(Consent.by == "guardian"))).one()
    assert (petya.platform, petya.id) not in accounts and given.withdrawn_at
    assert "Я веду программы наставничества" in (await petya.says("/start")).sees()


async def test_a_child_who_is_back_at_the_door_before_being_told_loses_nothing(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    petya = await child_at_the_door(town, curator, platform)
    parent = await consents(await opened_by_parent(town, await code_of(petya, platform), platform))
    await parent.presses("Согласия за ребёнка")
    for label in ("Отозвать: обработка", "Да, отозвать"):
        await parent.presses(label)
    await petya.opens(await invitation(curator, platform, "Учеников"))
    if platform == "vk":
        await petya.says("Здравствуйте")
    for label in ("Начать", "Мне ещё нет 14"):
        await petya.presses(label)
    await town.turn(minutes=1)
    again = await consents(await opens_code(parent, await code_of(petya, platform)))
    assert "Спасибо, согласие есть" in again.sees()


async def test_a_parent_of_two_sees_by_the_code_which_child_it_is(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    here, other = ("telegram", "vk") if platform == "telegram" else ("vk", "telegram")
    first, second = [await code_of(await child_at_the_door(town, curator, each), each) for each in (here, other)]
    parent = await opened_by_parent(town, first, platform)
    assert f"Код получен сегодня в 10:00 в чате {'Telegram' if here == 'telegram' else 'VK'}" in parent.sees()
    await consents(parent)
    await consents(await parent.says(second.rpartition("=")[2]))
    await parent.says("меню")
    await parent.presses("Мои дети")
    assert {"Согласия: 1-й ребёнок, без имени", "Согласия: 2-й ребёнок, без имени"} <= set(await parent.offered())


async def test_a_parent_who_leaves_takes_the_children_along_and_is_told_so(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    petya = await child_at_the_door(town, curator, platform)
    parent = await consents(await opened_by_parent(town, await code_of(petya, platform), platform))
    await town.turn(minutes=1)
    await petya.presses("Выбрать")
    await petya.presses("Наставляемым")
    await fill_in(petya, "Петров Пётр")
    for label in ("В начало", "Ещё", "Мои согласия", "Отозвать: обработка"):
        await parent.presses(label)
    assert "за ребёнка: его данные тоже будут удалены" in parent.sees()
    await parent.presses("Да, отозвать")
    kept = await everything(town)
    assert not [name for name in ("Петров Пётр", "Ирина") if name in kept]
    await town.turn(minutes=1)
    async with town.database.look() as session:
        accounts = (await session.execute(select(Account.platform, Account.external_id))).all()
        updates = "".join((await session.scalars(select(ProcessedUpdate.key))).all())
    assert not [who for who in (petya, parent) if (who.platform, who.id) in accounts]
    assert platform == "telegram" or f":{petya.id}:" not in updates


async def test_a_guardian_who_left_without_a_name_is_asked_again_until_it_is_told(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    petya = await child_at_the_door(town, curator, platform)
    parent = await opened_by_parent(town, await code_of(petya, platform), platform)
    for label in ("Я родитель", "Даю согласие", "Даю согласие за ребёнка"):
        await parent.presses(label)
    for words in ("меню", "/start", "1"):
        await parent.says(words)
        assert "фамилию, имя и отчество" in parent.sees()
    assert "код" in (await parent.says("ABCD-EFGH")).sees()
    await parent.says("Петрова Ирина Юрьевна")
    assert "Записала" in parent.sees()
    async with town.database.look() as session:
        assert (await session.scalars(select(Kept).where(Kept.name == "Петрова Ирина Юрьевна"))).one()
    await parent.says("меню")
    assert "в «Мои дети»" in parent.sees() and "пара" not in parent.sees()
