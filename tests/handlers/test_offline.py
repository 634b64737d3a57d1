"""Somebody without a messenger: consent on paper, answers by the curator, a pair, blanks; on both messengers."""

from io import BytesIO

from docx import Document
from sqlalchemy import select

from domain.statuses import Status
from storage.models import Account, Mentorship, Person, Submission
from tests.client import Person as Speaker
from tests.client import Town
from tests.handlers.couples import Cast, cast
from tests.handlers.test_consents_journal import journal_of
from tests.scenes import fill_in

VERA = "Громова Вера Ильинична"


async def at_offline(town: Town, platform: str) -> Cast:
    there = await cast(town, platform)
    await there.curator.says("меню")
    for label in ("Люди", "Добавить без мессенджера", "Педагог", "Наставляемый"):
        await there.curator.presses(label)
    return there


async def entered(town: Town, platform: str, png: bytes) -> Cast:
    """The curator has entered Vera's questionnaire."""
    there = await at_offline(town, platform)
    await there.curator.sends("согласие.png", png, "image/png")
    await fill_in(there.curator, VERA)
    return there


async def named(town: Town, name: str) -> Person | None:
    async with town.database.look() as session:
        return (await session.scalars(select(Person).where(Person.name == name))).one_or_none()


async def test_nothing_is_asked_before_the_paper_consent(town: Town, platform: str) -> None:
    there = await at_offline(town, platform)
    async with town.database.look() as session:
        before = len((await session.scalars(select(Person))).all())
    await there.curator.says(VERA)
    assert "нужно фото подписанного согласия" in there.curator.sees()
    await there.curator.presses("Назад")
    async with town.database.look() as session:
        assert len((await session.scalars(select(Person))).all()) == before


async def test_who_it_is_may_be_typed_too(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    await curator.says("меню")
    for label in ("Люди", "Добавить без мессенджера"):
        await curator.presses(label)
    for said, then in (
        ("кто-то", "Не поняла. Выберите, пожалуйста, кнопкой."),
        ("ученица", "Сколько лет участнику?"),
        ("много", "Сколько лет участнику?"),
        ("ей 13", "Кем будет в программе?"),
        ("не знаю", "Не поняла. Выберите, пожалуйста, кнопкой."),
        ("наставляемая", "Подписывает родитель."),
    ):
        await curator.says(said)
        assert then in curator.sees(), said


async def test_every_question_says_for_whom(town: Town, platform: str, png: bytes) -> None:
    there = await at_offline(town, platform)
    await there.curator.sends("согласие.png", png, "image/png")
    assert "Вы заполняете за: нового участника" in there.curator.sees()
    await there.curator.says(VERA)
    assert f"Вы заполняете за: {VERA}" in there.curator.sees()
    await fill_in(there.curator, VERA)
    assert f"Анкета внесена: {VERA}" in there.curator.sees()
    assert f"согласие на обработку данных принято на бумаге: {VERA}" in await journal_of(there.curator)


async def test_she_is_in_the_bank_and_the_curator_keeps_her_own_name(town: Town, platform: str, png: bytes) -> None:
    there = await entered(town, platform, png)
    vera = await named(town, VERA)
    assert vera is not None and await named(town, "Смирнова Ольга Ивановна") is not None
    async with town.database.look() as session:
        [submission] = (await session.scalars(select(Submission).where(Submission.person_id == vera.id))).all()
        assert submission.sent_at is not None and submission.entered_by is not None
        assert not (await session.scalars(select(Account).where(Account.person_id == vera.id))).all()
    await there.curator.presses("Люди")
    await there.curator.presses("Наставляемые")
    assert f"{VERA}\n" in there.curator.sees()


async def test_she_agrees_to_a_pair_in_person(town: Town, platform: str, png: bytes) -> None:
    there = await entered(town, platform, png)
    await there.curator.says("меню")
    for label in ("Пары", "Составить пару", "Иванова", "Громова"):
        await there.curator.presses(label)
    assert f"За {VERA} ответите Вы" in there.curator.sees() and "спрошу обоих" not in there.curator.sees()
    await there.curator.presses("Предложить")
    assert "отметьте сами" in there.curator.sees()
    for label in ("Все пары", "1"):
        await there.curator.presses(label)
    await there.curator.presses("Согласие получено лично: Громова")
    assert "Записала согласие" in there.curator.sees()
    await town.turn(hours=1)
    assert "недоступ" not in "".join(message["text"] for message in await there.curator.reads())
    await there.maria.says("меню")
    await there.maria.presses("Посмотреть")
    await there.maria.presses("Согласиться")
    async with town.database.look() as session:
        assert [each.status for each in await session.scalars(select(Mentorship))] == [Status.AGREED]


async def test_nobody_with_a_messenger_is_answered_for(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await there.curator.says("меню")
    for label in ("Пары", "Составить пару", "Иванова", "Петрова", "Предложить", "Все пары", "1"):
        await there.curator.presses(label)
    assert not [label for label in await there.curator.offered() if "лично" in label]


async def test_only_a_curator_reaches_what_was_entered(town: Town, platform: str, png: bytes) -> None:
    there = await at_offline(town, platform)
    await there.curator.sends("согласие.png", png, "image/png")
    async with town.database.begin() as storage:
        [organisation] = await storage.organisations.all()
        for person in await storage.people.members(organisation.id, "curator"):
            await storage.people.leave(person.id, organisation.id, "curator", town.world.clock.now)
    await there.curator.says(VERA)
    assert "Вопрос" not in there.curator.sees()
    assert await named(town, VERA) is None


async def prints(curator: Speaker, *labels: str) -> str:
    await curator.says("меню")
    for label in ("Люди", "Таблицы и бланки", "Бланки анкет", *labels):
        await curator.presses(label)
    document = Document(BytesIO(await curator.downloads()))
    tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *tables])


async def test_a_blank_has_its_code_its_questions_and_a_place_for_the_consent(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    blank = await prints(curator, "Анкета наставника", "Педагог")
    assert "Код бланка: Б-1-" in blank
    assert "Кем Вы работаете?" in blank and "☐ Планирование и программы" in blank
    assert "Согласие на обработку персональных данных" in blank
    assert "ребятам" not in blank and "Нажмите" not in blank


async def test_a_name_that_is_there_already_is_told_in_any_spelling(town: Town, platform: str, png: bytes) -> None:
    there = await at_offline(town, platform)
    await there.curator.sends("согласие.png", png, "image/png")
    await there.curator.says("Петрова А. О.")
    assert "В программе уже есть Петрова Анна Олеговна" in there.curator.sees()


async def test_nobody_without_a_messenger_is_reminded(town: Town, platform: str, png: bytes) -> None:
    there = await at_offline(town, platform)
    await there.curator.sends("согласие.png", png, "image/png")
    await there.curator.says(VERA)
    await there.curator.says("меню")
    await there.curator.presses("Люди")
    assert not [label for label in await there.curator.offered() if label.startswith("Напомнить")]
    await town.turn(days=4)
    assert VERA not in "".join(message["text"] for message in await there.curator.reads())
