"""Consents behind the door on both messengers: what may be changed, what withdrawing does, what the curator sees."""

from io import BytesIO

from docx import Document
from sqlalchemy import delete, select, text

from domain.consents import Age
from domain.people import Role
from storage.models import Account, Consent, File, Guardianship, Membership, Mentorship, Notice, Retention
from storage.models import Person as Kept
from tests.client import Person, Town
from tests.handlers.couples import Cast, cast, give_role, meeting, news, paired
from tests.handlers.families import code_of, opened_by_parent
from tests.scenes import fill_in, founded, guest, participant


async def everything(town: Town) -> str:
    """All rows of all tables as one text, encrypted ones aside."""
    async with town.database.look() as session:
        names = (await session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'"))).all()
        return "\n".join([str((await session.execute(text(f'SELECT * FROM "{name}"'))).all()) for name in names])


async def at_consents(person: Person) -> Person:
    await person.says("меню")
    await person.presses("Ещё")
    return await person.presses("Мои согласия")


async def card_of(curator: Person, name: str, role: str = "Наставляемые") -> Person:
    """The curator at a person's consents and age."""
    await curator.says("меню")
    for label in ("Люди", role):
        await curator.presses(label)
    line = next(each for each in curator.sees().splitlines() if name in each)
    await curator.presses(line.split(".")[0])
    return await curator.presses("Согласия и возраст")


async def test_publishing_and_news_are_asked_once_after_the_questionnaire(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    anna = await participant(town, curator, "Петрова Анна Олеговна", platform, "Наставляемым")
    await anna.presses("Два вопроса")
    assert "в публикациях" in anna.sees()
    await anna.presses("Да, можно")
    assert "новости программы" in anna.sees()
    await anna.presses("Нет, не нужно")
    assert "Имя и фото в публикациях: есть" in anna.sees()
    assert "Новости программы: нет" in anna.sees()
    async with town.database.look() as session:
        kept = (await session.scalars(select(Consent).where(Consent.kind != "processing"))).all()
    assert {each.kind: each.withdrawn_at is None for each in kept} == {"publishing": True, "news": False}
    await anna.says("меню")
    assert "Два вопроса" not in str(await anna.offered())


async def test_the_full_texts_come_as_three_documents(town: Town, platform: str) -> None:
    anna = await at_consents((await cast(town, platform)).anna)
    await anna.presses("Полные тексты")
    assert [each["name"] for each in anna.files()] == [
        "Согласие на обработку персональных данных.docx",
        "Согласие на распространение персональных данных.docx",
        "Согласие на получение новостей программы.docx",
    ]


async def test_a_withdrawal_takes_two_taps_and_leaves_nothing_personal(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await there.anna.says("Мне нужен совет куратора")
    await there.anna.presses("Передать куратору")
    await at_consents(there.anna)
    await there.anna.presses("Отозвать: обработка")
    assert "Вернуть удалённое будет нельзя" in there.anna.sees()
    assert "Петрова Анна" in await everything(town)
    await there.anna.presses("Да, отозвать")
    assert "всё личное удалено" in there.anna.sees()
    await is_gone(town, there)


async def is_gone(town: Town, there: Cast) -> None:
    kept = await everything(town)
    assert "Петрова" not in kept and "петрова" not in kept
    async with town.database.look() as session:
        person = (await session.scalars(select(Kept).where(Kept.name == ""))).one()
        accounts = (await session.execute(select(Account.platform, Account.external_id))).all()
        waiting = select(Notice).where(Notice.person_id == person.id, Notice.state == "waiting")
        assert (there.anna.platform, there.anna.id) not in accounts
        assert not (await session.scalars(waiting)).all()
        assert (await session.scalars(select(Mentorship.status))).all() == ["closed"]
        assert (await session.scalars(select(Membership).where(Membership.person_id == person.id))).one().left_at
        fact = (await session.scalars(select(Consent).where(Consent.person_id == person.id))).one()
        assert fact.withdrawn_at and fact.account_hash


async def test_the_curator_and_the_partner_learn_of_a_withdrawal(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await there.maria.reads()
    await at_consents(there.anna)
    for label in ("Отозвать: обработка", "Да, отозвать"):
        await there.anna.presses(label)
    await town.turn(minutes=1)
    assert "Есть новость о Вашей паре" in await news(there.maria), "on the same day: a meeting is near"
    told = await news(there.curator)
    assert "отозвал согласие" in told and "Иванова Мария Сергеевна" in told and "Петрова" not in told
    await there.maria.presses("Посмотреть")
    assert "наставляемый вышел из программы" in there.maria.sees()
    assert "Встречи в четверг, 8 октября, в 14:00 не будет" in there.maria.sees()


async def test_who_has_withdrawn_is_a_stranger_until_a_new_consent(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    anna = await participant(town, curator, "Петрова Анна Олеговна", platform, "Наставляемым")
    await at_consents(anna)
    for label in ("Отозвать: обработка", "Да, отозвать"):
        await anna.presses(label)
    assert "Я веду программы наставничества" in (await anna.says("/start")).sees()
    again = await guest(town, curator, "Анна", platform)
    for label in ("Начать", "Да, мне есть 18", "Даю согласие", "Наставляемым"):
        await again.presses(label)
    await fill_in(again, "Петрова Анна Олеговна")
    assert "Спасибо" in again.sees()


async def test_the_curator_sees_who_has_no_consent_and_reminds(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await card_of(there.curator, "Петрова")
    for label in ("Это несовершеннолетний", "Да, исправить"):
        await there.curator.presses(label)
    await town.turn(days=1)
    assert "согласие родителя" in await news(there.anna)
    await there.curator.says("меню")
    await there.curator.presses("Люди")
    await there.curator.presses("Согласия: 2 из 3")
    assert "Петрова Анна Олеговна" in there.curator.sees()
    await there.curator.presses("Напомнить (1)")
    assert "Напомню 1 участнику" in there.curator.sees()
    await there.curator.presses("Напомнить (1)")
    assert "уже напоминала" in there.curator.sees()


async def test_a_child_who_said_to_be_thirty_is_held_until_the_parent_agrees(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await card_of(there.curator, "Петрова")
    await there.curator.presses("Это ребёнок до 14 лет")
    assert "а пара закончится" in there.curator.sees()
    await there.curator.presses("Да, исправить")
    for words in ("меню", "/start", "Меня зовут Аня"):
        assert "согласие родителя" in (await there.anna.says(words)).sees()
        assert "Куратор уточнил возраст: Вам нет 18" in there.anna.sees() and "не храню" not in there.anna.sees()
    async with town.database.look() as session:
        assert (await session.scalars(select(Mentorship.status))).all() == ["closed"]
    await there.curator.says("меню")
    for label in ("Пары", "Составить пару", "Иванова"):
        await there.curator.presses(label)
    assert "Белова" in str(await there.curator.offered()) and "Петрова" not in str(await there.curator.offered())


async def test_a_paper_that_the_curator_photographs_counts(town: Town, platform: str, png: bytes) -> None:
    there = await cast(town, platform)
    await card_of(there.curator, "Петрова")
    for label in ("Это несовершеннолетний", "Да, исправить", "На бумаге: обработка"):
        await there.curator.presses(label)
    assert there.curator.files()[0]["name"].startswith("Согласие на обработку")
    await there.curator.says("вот")
    assert "нужно фото" in there.curator.sees()
    await there.curator.sends("согласие.png", png, "image/png")
    assert "Бумажное согласие сохранено" in there.curator.sees()
    assert "Здравствуйте, Анна Олеговна" in (await there.anna.says("меню")).sees()
    async with town.database.look() as session:
        paper = (await session.scalars(select(Consent).where(Consent.by == "paper"))).one()
        assert (paper.given_by, paper.file_id) == (None, (await session.scalars(select(File.id))).one())
        assert (await session.scalars(select(Kept.age).where(Kept.id == paper.person_id))).one() == Age.TEEN


async def test_a_withdrawal_in_writing_does_the_same_as_one_in_the_chat(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await there.anna.reads()
    await card_of(there.curator, "Петрова")
    for label in ("Отозвано письменно", "Отозвать: обработка"):
        await there.curator.presses(label)
    assert "Вернуть удалённое будет нельзя" in there.curator.sees() and "Петрова" in await everything(town)
    await there.curator.presses("Да, отозвать")
    assert "всё личное удалено" in there.curator.sees() and "Петрова" not in await everything(town)
    await town.turn(minutes=1)
    assert "По письменному заявлению Ваше участие" in await news(there.anna)
    await is_gone(town, there)


async def test_a_curator_withdraws_her_own_consent_in_her_chat_alone(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    async with town.database.begin() as storage:
        await give_role(storage, town, there.curator, Role.MENTOR, sent=True)
    await card_of(there.curator, "Смирнова", "Наставники")
    assert "Обработка данных: есть" in there.curator.sees()
    assert "Отозвано письменно" not in await there.curator.offered()


async def test_a_guardian_decides_neither_for_a_grown_up_nor_for_who_is_not_her_child(
    town: Town, platform: str
) -> None:
    there = await cast(town, platform)
    async with town.database.begin() as storage:
        now = town.world.clock.now
        maria = (await storage.people.account(platform, there.maria.id, now)).person_id or 0
        anna = (await storage.people.account(platform, there.anna.id, now)).person_id or 0
        organisation = (await storage.organisations.all())[0].id
        programme = (await storage.organisations.programme(organisation)).id
        await storage.guardians.add(anna, maria, organisation, now)
        await storage.people.join(maria, organisation, programme, Role.GUARDIAN, now)
    await there.maria.says("меню")
    await there.maria.presses("Мои дети")
    await there.maria.presses("Согласия: Петрова")
    assert "теперь о своих согласиях решает он сам" in there.maria.sees()
    assert "Отозвать" not in str(await there.maria.offered())
    await there.maria.says("меню")
    await there.maria.presses("Мои дети")
    children = there.maria.answer[-1]["id"]
    async with town.database.begin() as storage:
        await storage.session.execute(delete(Guardianship))
    await there.maria.presses("Согласия: Петрова", message=children)
    assert "Этого уже нет" in there.maria.sees()


async def test_the_parent_of_a_corrected_child_is_not_told_that_nothing_is_kept(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await card_of(there.curator, "Петрова")
    for label in ("Это ребёнок до 14 лет", "Да, исправить"):
        await there.curator.presses(label)
    await there.anna.says("меню")
    parent = await opened_by_parent(town, await code_of(there.anna, platform), platform)
    assert "всё личное о нём закрыто" in parent.sees() and "ничего не хранится" not in parent.sees()
    await parent.presses("Не соглашаться")
    assert "остаётся закрытым" in parent.sees()


async def test_who_agreed_to_a_shorter_term_hears_of_a_longer_one(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await there.curator.says("меню")
    for label in ("Ещё", "Хранение данных"):
        await there.curator.presses(label)
    await there.curator.says("полтора года")
    assert "уже дали согласие на прежний" in there.curator.sees() and "18 месяцев" in there.curator.sees()
    async with town.database.look() as session:
        assert not (await session.scalars(select(Retention).where(Retention.months == 18))).all()
    await there.curator.presses("Да, сделать длиннее")
    await town.turn(days=1)
    assert "18 месяцев после окончания программы" in await news(there.anna)
    await there.anna.presses("Мои согласия")
    assert "Отозвать: обработка данных" in await there.anna.offered()


async def test_the_consent_names_the_term_that_the_organisation_has_set(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    for label in ("В начало", "Ещё", "Хранение данных", "Два года"):
        await curator.presses(label)
    anna = await guest(town, curator, "Анна", platform)
    for label in ("Начать", "Да, мне есть 18"):
        await anna.presses(label)
    term = "до окончания программы и ещё на срок хранения, который установила организация (сейчас 24 месяца)"
    assert f"{term}, или до отзыва." in anna.sees()
    await anna.presses("Полный текст")
    words = "\n".join(each.text for each in Document(BytesIO(await anna.downloads())).paragraphs)
    assert f"Срок: {term}, или до отзыва согласия." in words
    assert "организации «Детский сад № 8» (далее — оператор)" in words
