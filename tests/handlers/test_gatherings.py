"""A gathering from making to the protocol: «Я здесь», the quick poll by name and without, papers and evidence."""

from io import BytesIO

import docx
from openpyxl import load_workbook
from sqlalchemy import func, select

from domain.people import Role
from storage.models import Account, Attendance, Evidence, Gathering, Person, PollCount, PollVoice, Submission
from tests.client import Person as Speaker
from tests.client import Town
from tests.handlers.couples import Cast, cast, member, news
from tests.handlers.plans import PLAN, switched_on

DOMAINS = {"telegram": "t.me", "vk": "vk.me"}


async def made(there: Cast, kind: str, *, polled: bool = True) -> str:
    """The curator makes a gathering for right now in four taps; its link."""
    curator = there.curator
    await curator.says("меню")
    for label in ("Опросы", "Собрания", "Новое собрание", kind, "Прямо сейчас"):
        await curator.presses(label)
    await curator.presses("С быстрым опросом" if polled else "Только отметиться")
    return next(word for word in curator.sees().split() if DOMAINS[curator.platform] in word)


async def comes(person: Speaker, link: str) -> Speaker:
    """A known person opens the link; in VK it goes along with her next words."""
    await person.opens(link)
    return await person.says("Здравствуйте") if person.platform == "vk" else person


async def presses_all(person: Speaker, *labels: str) -> Speaker:
    for label in labels:
        await person.presses(label)
    return person


async def count(town: Town, table: type) -> int:
    async with town.database.look() as session:
        return (await session.scalars(select(func.count()).select_from(table))).one()


async def test_a_participant_is_there_with_one_tap_and_answers_a_short_poll(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    link = await made(there, "Педсовет")
    assert (await there.curator.downloads()).startswith((b"\x89PNG", b"\xff\xd8"))
    await comes(there.anna, link)
    await there.anna.presses("Я здесь")
    assert "Вы здесь" in there.anna.sees() and "Вопрос 1 из" in there.anna.sees()
    if platform == "telegram":  # in VK a link opens once
        await there.anna.opens(link)
        assert "уже отмечены" in there.anna.sees() and "Вопрос 1 из" in there.anna.sees()
    await presses_all(there.anna, "Да, понятно", "Да, хочу", "☐", "Готово", "Нет", "Пропустить")
    assert "Спасибо" in there.anna.sees()
    assert await count(town, Attendance) == 1
    await presses_all(there.curator, "Результат")
    assert "отметился 1 человек, на опрос ответил 1, хотят" in there.curator.sees()
    assert "Петрова Анна Олеговна" in there.curator.sees()


async def test_who_wants_to_be_a_mentor_is_invited_once(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await comes(there.anna, await made(there, "Педсовет"))
    labels = ("Я здесь", "Да, понятно", "Да, хочу", "☐", "Готово", "Нет", "Пропустить")
    await presses_all(there.anna, *labels)
    await there.curator.says("меню")
    await presses_all(there.curator, "Опросы", "Собрания", "Педсовет", "Пригласить в наставники (1)")
    assert "Напишу 1 участнику" in there.curator.sees()
    await there.curator.presses("Пригласить в наставники")
    assert "второй раз не буду" in there.curator.sees()
    await town.turn(days=1)
    assert "хотели бы стать наставником" in await news(there.anna)
    await there.anna.presses("Заполнить анкету")
    assert "анкет" in there.anna.sees().casefold()


async def test_somebody_new_consents_first_then_says_the_name(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    link = await made(there, "Педсовет", polled=False)
    newcomer = await town.person("Ольга", platform)
    await newcomer.opens(link)
    assert "согласие" in newcomer.sees()
    people = await count(town, Person)
    await presses_all(newcomer, "Отметиться", "Да, мне есть 18")
    assert await count(town, Person) == people
    await newcomer.presses("Даю согласие")
    assert "Как Вас записать" in newcomer.sees()
    await newcomer.says("я")
    assert "Не получилось понять имя" in newcomer.sees()
    await newcomer.says("ткач ольга петровна")
    assert "Вы здесь" in newcomer.sees() and "Кем Вы работаете" in newcomer.sees()
    assert await count(town, Attendance) == 1
    await newcomer.says("учитель физики")
    await there.curator.presses("Лист регистрации")
    table = docx.Document(BytesIO(await there.curator.downloads())).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[1][1:3] == ["Ткач Ольга Петровна", "учитель физики"] and "отметка в мессенджере" in rows[1][3]
    assert rows[2] == ["2", "", "", ""] and len(rows) == 12


async def test_start_in_between_leads_back_to_the_name_question(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    link = await made(there, "Педсовет", polled=False)
    newcomer = await town.person("Ольга", platform)
    await newcomer.opens(link)
    await presses_all(newcomer, "Отметиться", "Да, мне есть 18", "Даю согласие")
    await newcomer.says("/start")
    assert "Как Вас записать" in newcomer.sees()
    await newcomer.says("Ткач Ольга Петровна")
    assert "Вы здесь" in newcomer.sees() and await count(town, Attendance) == 1
    await newcomer.says("/start")
    assert "Как Вас записать" not in newcomer.sees()


async def test_a_parent_may_answer_without_a_name_and_only_counts_are_kept(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    link = await made(there, "Родительское")
    people, filled = await count(town, Person), await count(town, Submission)
    parent = await town.person("Ирина", platform)
    await parent.opens(link)
    await parent.presses("Ответить на вопросы без имени")
    await parent.presses("Отчасти")
    await parent.says("не знаю что сказать")
    assert "Не получилось понять ответ" in parent.sees()
    await parent.says("да")
    for label in ("Да, хочу", "Научить тому"):
        await parent.presses(label)
    assert "без имени" in parent.sees()
    if platform == "telegram":  # in VK a link opens once
        await parent.opens(link)
        await parent.presses("Ответить на вопросы без имени")
    assert "учтены без имени" in parent.sees()
    assert (await count(town, Person), await count(town, Attendance), await count(town, Submission)) == (
        people,
        0,
        filled,
    )
    async with town.database.look() as session:
        counts = {row.question: row.count for row in await session.scalars(select(PollCount))}
        account = (await session.scalars(select(Account).where(Account.external_id == parent.id))).one()
        hashes = (await session.scalars(select(PollVoice.hash))).all()
    assert counts == {"clear": 1, "child": 1, "mentor": 1, "help": 1}
    assert account.person_id is None and len(hashes) == 1 and str(parent.id) not in hashes[0]
    await town.turn(days=1)
    assert await count(town, PollVoice) == 0


async def test_the_link_closes_at_the_end_of_the_day(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    link = await made(there, "Педсовет")
    await comes(there.vera, link)
    await town.turn(days=1)
    await there.vera.presses("Я здесь")
    assert "уже закончено" in there.vera.sees()
    await comes(there.anna, link)
    assert "уже закончено" in there.anna.sees()
    assert await count(town, Attendance) == 0


async def test_a_gathering_ahead_is_typed_and_can_be_taken_back(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await there.curator.says("меню")
    await presses_all(there.curator, "Опросы", "Собрания", "Новое собрание", "Нетворкинг")
    await there.curator.says("когда-нибудь")
    assert "Не получилось понять день" in there.curator.sees()
    await there.curator.says("в четверг в 14")
    assert "8 октября, в 14:00" in there.curator.sees()
    await there.curator.presses("С быстрым опросом")
    link = next(word for word in there.curator.sees().split() if DOMAINS[platform] in word)
    await comes(there.anna, link)
    assert "Отметиться можно в этот день" in there.anna.sees()
    await there.curator.presses("Отменить")
    assert await count(town, Gathering) == 0


async def test_tables_hold_the_answers_and_a_name_stays_text(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    guest = await member(town, platform, "=HYPERLINK Анна Петровна", Role.MENTEE)
    await comes(guest, await made(there, "Педсовет"))
    await presses_all(guest, "Я здесь", "Отчасти", "Пока нет", "Да, нужна", "Пропустить")
    await there.curator.presses("Таблицы Excel")
    people, counts = [load_workbook(BytesIO(await there.curator.downloads(number)))["Список"] for number in (0, 1)]
    values = [value for row in people.iter_rows(values_only=True) for value in row]
    assert {"=HYPERLINK Анна Петровна", "Отчасти", "Пока нет"} <= set(values)
    assert all(cell.data_type != "f" for row in people.iter_rows() for cell in row)
    said = {(row[0], row[1]): row[2] for row in counts.iter_rows(values_only=True)}
    assert said["Хотите ли Вы стать наставником?", "Пока нет"] == 1


async def test_a_gathering_proves_a_row_once_and_rows_that_speak_of_it_come_first(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform, PLAN.replace("Совещания кураторов", "Выступление на педсовете"))
    there = Cast(town, curator, curator, curator, curator)
    await made(there, "Педсовет", polled=False)
    await curator.presses("Приложить к строке карты")
    assert (await curator.offered())[0].startswith("1.3: Выступление")
    for _ in range(2):
        await curator.presses("1.3: Выступление")
        assert "Приложила к строке 1.3" in curator.sees()
        await presses_all(curator, "К собранию", "Приложить к строке карты")
    async with town.database.look() as session:
        assert [each.text for each in await session.scalars(select(Evidence))] == [
            "Педсовет, 5 октября 2026 года. Для протокола: отметились 0 человек."
        ]


async def test_a_participant_cannot_make_or_read_gatherings(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await there.anna.says("меню")
    assert "Собрания" not in await there.anna.buttons()
