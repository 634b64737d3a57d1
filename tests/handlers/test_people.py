"""What the curator sees of the people of her programme, on both messengers."""

from datetime import timedelta
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select

from domain.reminders import Kind
from storage.models import Mentorship, Notice
from tests.client import Person as Speaker
from tests.client import Town
from tests.scenes import consented, founded, participant

MENTOR, MENTEE = "Ткач Мария Сергеевна", "Дюма Анна Петровна"


async def curator_with_two(town: Town, platform: str) -> Speaker:
    """A curator at «Люди» with a mentor and a mentee who have sent their questionnaires."""
    curator = await founded(town, platform)
    await participant(town, curator, MENTOR, platform, "Наставником")
    await participant(town, curator, MENTEE, platform, "Наставляемым")
    return await at_people(curator)


async def at_people(curator: Speaker) -> Speaker:
    await curator.says("меню")
    return await curator.presses("Люди")


async def silent(town: Town, curator: Speaker, platform: str) -> Speaker:
    """Somebody who has chosen a role and answered nothing."""
    person = await consented(town, curator, "Анна", platform)
    return await person.presses("Наставником")


async def sheet(person: Speaker) -> Worksheet:
    book = load_workbook(BytesIO(await person.downloads()))
    assert isinstance(book.active, Worksheet)
    return book.active


def cells(worksheet: Worksheet) -> dict[str, object]:
    """Heading → value in the first row below the headings."""
    rows = list(worksheet.iter_rows(values_only=True))
    top = next(number for number, row in enumerate(rows) if row[0] == "№")
    return dict(zip(map(str, rows[top]), rows[top + 1], strict=True))


async def nudges(town: Town) -> list[Notice]:
    async with town.database.look() as session:
        return list((await session.scalars(select(Notice).where(Notice.kind == Kind.FORM))).all())


async def test_the_numbers_of_the_programme(town: Town, platform: str) -> None:
    curator = await curator_with_two(town, platform)
    assert "Наставников: 1 · Наставляемых: 1" in curator.sees()
    assert "Анкеты отправили: 2 из 2" in curator.sees()
    assert not [label for label in await curator.offered() if label.startswith("Напомнить")]


async def test_the_list_marks_who_has_not_sent_the_questionnaire(town: Town, platform: str) -> None:
    curator = await curator_with_two(town, platform)
    await silent(town, curator, platform)
    await at_people(curator)
    await curator.presses("Наставники")
    assert f"{MENTOR}\n" in curator.sees() + "\n"
    assert "(имя пока не указано) — анкета не отправлена" in curator.sees()
    assert MENTEE not in curator.sees()


async def test_a_long_list_has_pages(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    for name in ("Белова Ия", "Волкова Ия", "Громова Ия", "Дроздова Ия", "Ежова Ия", "Жукова Ия"):
        await participant(town, curator, name, platform, "Наставником")
    await at_people(curator)
    await curator.presses("Наставники")
    assert "5. Ежова Ия" in curator.sees()
    await curator.presses("Дальше")
    assert "6. Жукова Ия" in curator.sees()
    await curator.presses("6")
    await curator.presses("Назад")
    assert "6. Жукова Ия" in curator.sees()


async def test_a_card_tells_the_answers_in_short(town: Town, platform: str) -> None:
    curator = await curator_with_two(town, platform)
    await curator.presses("Наставляемые")
    await curator.presses("1")
    card = curator.sees()
    assert card.startswith(MENTEE)
    assert "наставляемый" in card
    assert "Согласие на обработку персональных данных: есть" in card
    assert "Что хотели бы освоить: Планирование и программы" in card
    assert "Пары пока нет" in card


async def test_a_card_shows_the_pair(town: Town, platform: str) -> None:
    curator = await curator_with_two(town, platform)
    await paired(town)
    await curator.presses("Наставники")
    await curator.presses("1")
    assert f"Пара: {MENTOR} — {MENTEE}" in curator.sees()


async def paired(town: Town) -> None:
    """The mentor and the mentee have agreed."""
    async with town.database.begin() as storage:
        organisation = (await storage.organisations.all())[0]
        programme = await storage.organisations.programme(organisation.id)
        [mentor] = await storage.people.members(organisation.id, "mentor")
        [mentee] = await storage.people.members(organisation.id, "mentee")
        now = town.world.clock.now
        made = await storage.mentorships.propose(
            organisation.id, programme.id, mentor.id, [mentee.id], mentor.id, now
        )
        assert isinstance(made, Mentorship)
        made.status = "agreed"


async def test_unsent_answers_stay_with_their_author(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    anna = await silent(town, curator, platform)
    await anna.presses("Начать анкету")
    await anna.says(MENTEE)
    await anna.says("Воспитатель")
    await anna.says("17")
    await at_people(curator)
    await curator.presses("Наставники")
    await curator.presses("1")
    assert "Анкета наставника: ещё не отправлена" in curator.sees()
    assert "17" not in curator.sees()


async def test_the_base_of_mentees_as_a_spreadsheet(town: Town, platform: str) -> None:
    curator = await curator_with_two(town, platform)
    await paired(town)
    await curator.presses("Наставляемые в Excel")
    row = cells(await sheet(curator))
    assert row["ФИО наставляемого"] == MENTEE
    assert row["ФИО наставника"] == MENTOR
    assert row["Основной запрос"] == "Планирование и программы"
    assert row["Дата вхождения в программу"] == town.world.clock.now.replace(hour=0, minute=0, tzinfo=None)


async def test_the_base_of_mentors_has_the_columns_of_the_target_model(town: Town, platform: str) -> None:
    curator = await curator_with_two(town, platform)
    await curator.presses("Наставники в Excel")
    row = cells(await sheet(curator))
    assert (row["ФИО наставника"], row["Основные компетенции"]) == (MENTOR, "Планирование и программы")
    assert curator.files()[0]["name"] == "База наставников.xlsx"
    assert not {"Пожелания", "Скольких коллег"} & set(row)


async def test_an_empty_base_is_said_to_be_empty(town: Town, platform: str) -> None:
    curator = await at_people(await founded(town, platform))
    await curator.presses("Наставники в Excel")
    assert "пока никого нет" in curator.sees()
    assert not curator.files()
    assert "Пригласить" in await curator.offered()


async def test_the_silent_are_reminded_by_one_tap(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    anna = await silent(town, curator, platform)
    await anna.reads()
    await at_people(curator)
    await curator.presses("Напомнить тем, кто не заполнил (1)")
    assert "Напомню 1 участнику" in curator.sees()
    await town.turn(minutes=1)
    [message] = await anna.reads()
    assert "Анкета наставника" in message["text"]
    assert "Продолжить" in await anna.offered()


async def test_nobody_is_reminded_twice_on_one_day(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await silent(town, curator, platform)
    await at_people(curator)
    await curator.presses("Напомнить")
    await curator.presses("Напомнить")
    assert "Сегодня я им уже напоминала" in curator.sees()
    assert len(await nudges(town)) == 1
    await town.turn(town.world.clock.now + timedelta(days=1))
    await curator.presses("Напомнить")
    assert "Напомню 1 участнику" in curator.sees()


async def test_a_reminder_at_night_waits_for_the_morning(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    anna = await silent(town, curator, platform)
    await town.turn(hours=12)
    await anna.reads()
    await at_people(curator)
    await curator.presses("Напомнить")
    await town.turn(minutes=5)
    assert not await anna.reads()
    await town.turn(hours=12)
    assert len(await anna.reads()) == 1


async def test_a_participant_sees_no_lists(town: Town, platform: str) -> None:
    curator = await curator_with_two(town, platform)
    stranger = await consented(town, curator, "Ева", platform)
    await town.bot_answers(platform)
    assert "Люди" not in await stranger.offered()
    await stranger.presses("Наставником")
    await stranger.says("люди")
    assert MENTOR not in stranger.sees()
