"""What the curator sees of the people of her programme, on both messengers."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select

from domain.consents import Age
from domain.forms import Kind, load
from domain.people import Category, Role
from domain.reminders import Kind as Reminder
from domain.statuses import Status
from storage.models import Notice
from tests.client import Person as Speaker
from tests.client import Town
from tests.handlers.couples import cast, member, paired
from tests.scenes import consented, founded, participant

MENTOR, MENTEE = "Иванова Мария Сергеевна", "Петрова Анна Олеговна"
NOVICE = "Дюма Анна Петровна"


async def curator_of_three(town: Town, platform: str) -> Speaker:
    """A curator at «Люди» with a mentor and two mentees who have sent their questionnaires."""
    return await at_people((await cast(town, platform)).curator)


async def at_people(curator: Speaker) -> Speaker:
    await curator.says("меню")
    return await curator.presses("Люди")


async def silent(town: Town, platform: str) -> Speaker:
    """A mentor who has begun the questionnaire and not sent it."""
    return await member(town, platform, NOVICE, Role.MENTOR, sent=False)


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
        return list((await session.scalars(select(Notice).where(Notice.kind == Reminder.FORM))).all())


async def test_the_numbers_of_the_programme(town: Town, platform: str) -> None:
    curator = await curator_of_three(town, platform)
    assert "Наставников: 1 · Наставляемых: 2" in curator.sees()
    assert "Анкеты отправили: 3 из 3" in curator.sees()
    assert not [label for label in await curator.offered() if label.startswith("Напомнить")]


async def test_the_list_marks_who_has_not_sent_the_questionnaire(town: Town, platform: str) -> None:
    curator = await curator_of_three(town, platform)
    await silent(town, platform)
    await curator.presses("Наставники")
    assert f"1. {NOVICE} — анкета не отправлена\n2. {MENTOR}\n" in curator.sees()
    assert MENTEE not in curator.sees()


async def test_a_long_list_has_pages(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    for name in ("Волкова Ия", "Громова Ия", "Дроздова Ия", "Ежова Ия", "Жукова Ия"):
        await member(town, platform, name, Role.MENTOR)
    await at_people(curator)
    await curator.presses("Наставники")
    assert f"6. {MENTOR}" not in curator.sees()
    await curator.presses("Дальше")
    await curator.presses("6")
    assert curator.sees().startswith(MENTOR)
    await curator.presses("Назад")
    assert f"6. {MENTOR}" in curator.sees()


async def test_a_card_tells_the_answers_in_short(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await participant(town, curator, NOVICE, platform, "Наставляемым")
    await at_people(curator)
    await curator.presses("Наставляемые")
    await curator.presses("1")
    assert curator.sees().startswith(NOVICE)
    assert "наставляемый" in curator.sees()
    assert "Согласие на обработку персональных данных: есть" in curator.sees()
    assert "Что хотели бы освоить: Планирование и программы" in curator.sees()
    assert "Пары пока нет" in curator.sees()


async def test_a_card_fits_a_message_whatever_was_typed(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    await member(town, platform, NOVICE, Role.MENTOR, Role.MENTEE)
    async with town.database.begin() as storage:
        [organisation] = await storage.organisations.all()
        for submission in await storage.forms.in_organisation(organisation.id, ["mentor", "mentee"]):
            for question in load(submission.form).questions:
                if question.kind in {Kind.LONG_TEXT, Kind.TEXT}:
                    await storage.forms.save(
                        submission, question.key, "&" * 100, personal=question.personal, now=town.world.clock.now
                    )
    await at_people(curator)
    await curator.presses("Наставники")
    await curator.presses("1")
    assert "Чем гордитесь: &&&" in curator.sees()


async def test_a_card_shows_the_pair(town: Town, platform: str) -> None:
    curator = await at_people((await paired(town, platform)).curator)
    await curator.presses("Наставники")
    await curator.presses("1")
    assert f"Пара: {MENTOR} — {MENTEE}" in curator.sees()


async def test_unsent_answers_stay_with_their_author(town: Town, platform: str) -> None:
    curator = await curator_of_three(town, platform)
    await silent(town, platform)
    await curator.presses("Наставники")
    await curator.presses("1")
    assert "Анкета наставника: ещё не отправлена" in curator.sees()
    assert "Планирование" not in curator.sees()


async def test_the_base_of_mentees_as_a_spreadsheet(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await participant(town, curator, NOVICE, platform, "Наставляемым")
    await at_people(curator)
    await curator.presses("Таблицы и бланки")
    await curator.presses("Наставляемые в Excel")
    row = cells(await sheet(curator))
    assert row["ФИО наставляемого"] == NOVICE
    assert row["Основной запрос"] == "Планирование и программы"
    assert row["Дата вхождения в программу"] == town.world.clock.now.replace(hour=0, minute=0, tzinfo=None)
    assert not {"Пожелания", "К концу года"} & set(row)


async def test_the_base_of_mentors_names_their_mentees(town: Town, platform: str) -> None:
    curator = await at_people((await paired(town, platform)).curator)
    await curator.presses("Таблицы и бланки")
    await curator.presses("Наставники в Excel")
    row = cells(await sheet(curator))
    assert (row["ФИО наставника"], row["Основные компетенции"]) == (MENTOR, "Планирование и программы")
    assert (row["ФИО наставляемых"], row["Место работы или учёбы наставляемых"]) == (
        MENTEE,
        "Детский сад № 8, воспитатель",
    )
    assert curator.files()[0]["name"] == "База наставников.xlsx"


async def test_an_empty_base_is_said_to_be_empty(town: Town, platform: str) -> None:
    curator = await at_people(await founded(town, platform))
    await curator.presses("Таблицы и бланки")
    await curator.presses("Наставники в Excel")
    assert "пока никого нет" in curator.sees()
    assert not curator.files()
    assert "Пригласить" in await curator.offered()


async def test_the_silent_are_reminded_by_one_tap(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    novice = await silent(town, platform)
    await novice.reads()
    await at_people(there.curator)
    await there.curator.presses("Напомнить тем, кто не заполнил (1)")
    assert "Напомню 1 участнику" in there.curator.sees()
    await town.turn(minutes=1)
    assert "Анкета наставника" in (await novice.reads())[0]["text"]
    assert not await there.maria.reads()


async def test_nobody_is_reminded_twice_on_one_day(town: Town, platform: str) -> None:
    curator = await curator_of_three(town, platform)
    await silent(town, platform)
    await at_people(curator)
    await curator.presses("Напомнить")
    await curator.presses("Напомнить")
    assert "Сегодня я им уже напоминала" in curator.sees()
    assert len(await nudges(town)) == 1
    await town.turn(town.world.clock.now + timedelta(days=1))
    await curator.presses("Напомнить")
    assert "Напомню 1 участнику" in curator.sees()


async def test_a_reminder_at_night_waits_for_the_morning(town: Town, platform: str) -> None:
    curator = await curator_of_three(town, platform)
    novice = await silent(town, platform)
    await town.turn(hours=12)
    await novice.reads()
    await at_people(curator)
    await curator.presses("Напомнить")
    await town.turn(minutes=5)
    assert not await novice.reads()
    await town.turn(hours=12)
    assert len(await novice.reads()) == 1


async def test_a_reminder_that_is_no_longer_needed_is_not_sent(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    novice = await consented(town, curator, "Анна", platform)
    await novice.presses("Наставником")
    await at_people(curator)
    await curator.presses("Напомнить")
    await finish(town)
    await novice.reads()
    await town.turn(hours=1)
    assert [notice.state for notice in await nudges(town)] == ["withdrawn"]
    assert not await novice.reads()


async def finish(town: Town) -> None:
    """The questionnaire is sent before the reminder goes."""
    async with town.database.begin() as storage:
        [organisation] = await storage.organisations.all()
        for submission in await storage.forms.unfinished_in(organisation.id):
            submission.sent_at = town.world.clock.now


@pytest.mark.parametrize("label", ["Наставники", "Наставники в Excel", "Персонифицированный учёт"])
async def test_old_buttons_show_nobody_to_who_is_no_longer_curator(town: Town, platform: str, label: str) -> None:
    curator = await curator_of_three(town, platform)
    await curator.presses("Таблицы и бланки")
    async with town.database.begin() as storage:
        [organisation] = await storage.organisations.all()
        [person] = await storage.people.members(organisation.id, Role.CURATOR)
        for membership in await storage.people.memberships(person.id):
            membership.left_at = town.world.clock.now
    await curator.presses(label)
    assert "Эта кнопка уже не действует" in curator.sees()
    assert not curator.files()


async def test_a_bank_is_searched_by_a_typed_word(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    await member(town, platform, "Ёлкина Алёна Ильинична", Role.MENTEE)
    await at_people(curator)
    await curator.presses("Наставляемые")
    await curator.says("ЕЛКИНА")
    assert "«ЕЛКИНА» — 1 человек" in curator.sees() and "1. Ёлкина Алёна Ильинична" in curator.sees()
    assert MENTEE not in curator.sees()
    await curator.says("планирование")
    assert MENTEE in curator.sees()
    await curator.says("астроном")
    assert "Таких здесь нет" in curator.sees()
    await curator.presses("Показать всех")
    assert MENTEE in curator.sees() and "Ёлкина" in curator.sees()


async def test_a_bank_is_narrowed_by_buttons(town: Town, platform: str) -> None:
    curator = (await paired(town, platform)).curator
    await silent(town, platform)
    await at_people(curator)
    for labels, seen, unseen in (
        (("Анкета не отправлена",), NOVICE, MENTOR),
        (("Чем может помочь", "Планирование"), MENTOR, NOVICE),
        (("Педагог, ученик", "Педагог"), MENTOR, "Таких здесь нет"),
        (("Квалификация", "Без категории"), MENTOR, "Таких здесь нет"),
        (("Есть свободное место",), "Таких здесь нет", MENTOR),
        (("Без пары",), NOVICE, MENTOR),
    ):
        await curator.presses("Наставники") if "Наставники" in await curator.offered() else None
        await curator.presses("Отобрать")
        for label in labels:
            await curator.presses(label)
        assert seen in curator.sees() and unseen not in curator.sees(), labels


async def test_only_what_somebody_has_answered_is_offered_to_narrow_by(town: Town, platform: str) -> None:
    curator = await at_people((await cast(town, platform)).curator)
    for label in ("Наставники", "Отобрать", "Чем может помочь"):
        await curator.presses(label)
    assert await curator.offered() == ["Планирование и программы", "Назад"]
    for label in ("Назад", "День встреч"):
        await curator.presses(label)
    assert "Отбирать пока не по чему" in curator.sees() and await curator.offered() == ["Назад"]


async def test_who_may_not_be_shown_is_not_named(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    async with town.database.begin() as storage:
        [organisation] = await storage.organisations.all()
        [mentor] = await storage.people.members(organisation.id, Role.MENTOR)
        mentor.age = Age.CHILD
    await at_people(there.curator)
    await there.curator.presses("Наставники")
    assert "Имя скрыто: нет согласия" in there.curator.sees() and MENTOR not in there.curator.sees()
    await there.curator.presses("1")
    assert MENTOR not in there.curator.sees() and "Планирование" not in there.curator.sees()
    await there.curator.presses("Назад")
    await there.curator.says("Иванова")
    assert "Таких здесь нет" in there.curator.sees()


async def test_who_may_not_be_a_mentor_yet_is_not_offered_for_a_pair(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    await at_people(curator)
    for label in ("Наставники", "1", "Допуск наставника", "Высшая категория", "Пока не может"):
        await curator.presses(label)
    await curator.says("первый год работы")
    assert "Категория: высшая" in curator.sees()
    assert "Можно быть наставником: пока нет (первый год работы)" in curator.sees()
    await curator.says("меню")
    await curator.presses("Пары")
    await curator.presses("Составить пару")
    assert MENTOR.split(maxsplit=1)[0] not in "".join(await curator.offered())


async def test_the_category_that_a_mentor_named_is_only_confirmed(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    await participant(town, curator, MENTOR, platform, "Наставником")
    await at_people(curator)
    for label in ("Наставники", "1"):
        await curator.presses(label)
    assert "Категория: не отмечена (в анкете: первая)" in curator.sees()
    await curator.presses("Допуск наставника")
    await curator.presses("Подтвердить: первая")
    assert "Категория: первая\n" in curator.sees()
    assert not [label for label in await curator.offered() if label.startswith(("Подтвердить", "Первая"))]


async def test_the_personal_register_names_roles_forms_and_dates(town: Town, platform: str) -> None:
    curator = await at_people((await paired(town, platform)).curator)
    await curator.presses("Таблицы и бланки")
    await curator.presses("Персонифицированный учёт")
    row = cells(await sheet(curator))
    assert (row["ФИО"], row["Роль"], row["Категория участника"]) == (MENTOR, "наставник", "Педагог")
    assert (row["Форма наставничества"], row["Наставник или наставляемые"]) == ("педагог — педагог", MENTEE)
    assert str(row["Дата вхождения в программу"]).startswith("2026-10-05")
    assert row["Дата выхода из программы"] is None


async def test_the_register_keeps_the_pair_that_was_and_the_last_day_that_was_named(
    town: Town, platform: str
) -> None:
    curator = await at_people((await paired(town, platform)).curator)
    async with town.database.begin() as storage:
        [organisation] = await storage.organisations.all()
        [pair] = await storage.mentorships.live(organisation.id)
        now = town.world.clock.now
        await storage.mentorships.close(pair.mentorship, Status.CLOSED, now)
        [role] = await storage.people.memberships(pair.mentor.id)
        role.leaves_on, role.left_at = now.date() - timedelta(days=1), now
    await curator.presses("Таблицы и бланки")
    await curator.presses("Персонифицированный учёт")
    row = cells(await sheet(curator))
    assert row["Наставник или наставляемые"] == f"{MENTEE} (по 06.10.2026)"
    assert row["Форма наставничества"] == "педагог — педагог"
    assert str(row["Дата выхода из программы"]).startswith("2026-10-05")


async def test_a_pupil_who_said_to_be_of_age_is_doubted_on_the_card(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    async with town.database.begin() as storage:
        [organisation] = await storage.organisations.all()
        [mentor] = await storage.people.members(organisation.id, Role.MENTOR)
        [role] = await storage.people.memberships(mentor.id)
        role.category = Category.PUPIL
    await at_people(curator)
    for label in ("Наставники", "1"):
        await curator.presses(label)
    assert "указано, что старше 18. Проверьте" in curator.sees()


async def test_a_formula_in_a_name_stays_text(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    await member(town, platform, '=HYPERLINK("http://x") Мария', Role.MENTOR)
    await at_people(curator)
    await curator.presses("Таблицы и бланки")
    await curator.presses("Наставники в Excel")
    found = [cell for row in (await sheet(curator)).iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert [cell.data_type for cell in found] == ["s"]
