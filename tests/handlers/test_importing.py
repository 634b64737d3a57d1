"""A curator invites people by a list, on both messengers: looked through, invited by name, never twice."""

from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO

from docx import Document
from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from storage.models import Membership, Person, PersonalInvitation
from tests.client import Person as Speaker
from tests.client import Town
from tests.handlers.couples import Cast, cast
from tests.scenes import fill_in, founded

HEADINGS = ("ФИО", "Должность", "Роль", "Телефон")
ANNA = ("Ёлкина Анна Петровна", "воспитатель", "наставник", "8 913 123-45-67")
FORTY = [
    (f"Фамильева{chr(1072 + i % 30)} Имя Отчествовна{chr(1072 + i // 30)}", "педагог", "наставляемый", "")
    for i in range(40)
]


def book(*rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> bytes:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (headings, *rows):
        sheet.append(list(row))
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


async def sends_list(curator: Speaker, *rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> Speaker:
    await curator.says("меню")
    await curator.presses("Люди")
    await curator.presses("Пригласить по списку")
    return await curator.sends("Педагоги.xlsx", book(*rows, headings=headings))


async def invited(curator: Speaker) -> dict[str, dict[str, str]]:
    """Name → row of the list that came with the invitations."""
    number = next(n for n, file in enumerate(curator.files()) if file["name"].endswith(".xlsx"))
    sheet = load_workbook(BytesIO(await curator.downloads(number))).active
    assert sheet is not None
    rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    top = next(row for row in rows if row[0] == "№")
    return {row[1]: dict(zip(top, row, strict=True)) for row in rows[rows.index(top) + 1 :]}


async def names(town: Town) -> list[str]:
    async with town.database.look() as session:
        return sorted(filter(None, (await session.scalars(select(Person.name))).all()))


async def test_forty_people_are_invited_and_come_by_both_messengers(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await sends_list(curator, *FORTY)
    assert "Новых: 40" in curator.sees()
    await curator.presses("Пригласить 40 человек")
    codes = await invited(curator)
    assert len({row["Код"] for row in codes.values()}) == 40
    for number, name in enumerate([FORTY[0][0], FORTY[39][0]]):
        other = ["telegram", "vk"][number]
        guest = await town.person("Гость", other)
        await guest.opens(codes[name][f"Ссылка для {['Telegram', 'VK'][number]}"])
        for label in ("Начать", "Да, мне есть 18", "Даю согласие"):
            await guest.presses(label)
        assert "Анкета наставляемого" in guest.sees()
        await fill_in(guest, "нигде не спросят")
    assert await names(town) == sorted([FORTY[0][0], FORTY[39][0], "Смирнова Ольга Ивановна"])


async def test_the_named_one_finds_her_name_post_and_phone_in_the_questionnaire(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await sends_list(curator, ANNA)
    await curator.presses("Пригласить 1 человека")
    code = (await invited(curator))[ANNA[0]]["Код"]
    anna = await (await town.person("Анна", platform)).says("наставничество")
    await anna.says(code)
    assert ANNA[0] not in await names(town)
    for label in ("Начать", "Да, мне есть 18", "Даю согласие"):
        await anna.presses(label)
    assert "3 ответа у меня уже есть" in anna.sees()
    async with town.database.look() as session:
        assert not (await session.scalars(select(PersonalInvitation))).all()
    await curator.says("меню")
    await curator.presses("Люди")
    await curator.presses("Наставники")
    assert ANNA[0] in curator.sees()


async def test_the_same_list_twice_makes_no_doubles(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    member = ("мария сергеевна ИВАНОВА", "", "", "")
    await sends_list(curator, ANNA, member)
    assert "Новых: 1" in curator.sees() and "Уже участвуют: 1" in curator.sees()
    await curator.presses("Пригласить 1 человека")
    await curator.presses("Пригласить 1 человека")
    assert "уже обработан" in curator.sees()
    await sends_list(curator, ("анна петровна елкина", "", "", ""), member)
    assert "Уже приглашены: 1" in curator.sees()
    assert not [label for label in await curator.offered() if label.startswith("Пригласить ")]


async def test_who_has_stepped_down_is_known_still(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    async with town.database.begin() as storage:
        [organisation] = await storage.organisations.all()
        for person in await storage.people.members(organisation.id, "mentor"):
            await storage.people.leave(person.id, organisation.id, "mentor", town.world.clock.now)
    await sends_list(curator, ("Иванова Мария Сергеевна", "", "", ""))
    assert "Новых: 0" in curator.sees() and "Уже участвуют: 1" in curator.sees()


async def test_a_code_lets_one_person_in(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await sends_list(curator, ANNA)
    await curator.presses("Пригласить 1")
    code = (await invited(curator))[ANNA[0]]["Код"]
    first, second = await town.person("Анна", "telegram"), await town.person("Чужая", "telegram")
    for guest in (first, second):
        await guest.says("наставничество")
        await guest.says(code)
    assert "Здравствуйте" in first.sees() or "Начать" in await first.offered()
    assert "Начать" not in await second.offered()


async def test_faults_are_told_by_their_cells_and_skipped(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await sends_list(curator, ANNA, ("Белова", "", "", ""), ("Котова Вера", "", "волшебник", ""))
    assert "A3: нужны хотя бы фамилия и имя, а здесь «Белова»" in curator.sees()
    assert "C4: не поняла роль или категорию «волшебник»" in curator.sees()
    await curator.says("да")
    assert "ждёт Вашего решения" in curator.sees()
    await curator.presses("Пригласить 1")
    assert "Готово: 1 личное приглашение" in curator.sees()


async def test_all_faults_of_a_line_are_told_and_a_formula_is_no_name(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await sends_list(curator, ('\'=HYPERLINK("http://x","Иванов")', "", "космонавт", ""))
    assert "A2: в имени бывают только буквы" in curator.sees()
    assert "C2: не поняла роль или категорию «космонавт»" in curator.sees()
    assert "надо поправить: 1" in curator.sees()


async def test_the_button_of_a_replaced_list_invites_nobody(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await sends_list(curator, ANNA)
    first = (await curator.chat())[-1]["id"]
    await sends_list(curator, ("Белова Вера", "", "", ""), ("Котова Нина", "", "", ""))
    await curator.presses("Пригласить 1 человека", first)
    assert "Этот список уже заменён" in curator.sees()
    async with town.database.look() as session:
        assert not (await session.scalars(select(PersonalInvitation))).all()
    await curator.presses("Пригласить 2 человека")
    assert "Готово: 2 личных приглашения" in curator.sees()


async def test_what_is_no_list_is_asked_for_again(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await sends_list(curator, ("Педсовет", "сентябрь"), headings=("Мероприятие", "Срок"))
    assert "Не вижу столбца с именами" in curator.sees()
    await curator.says("вот список")
    assert "нужен файл Excel" in curator.sees()
    await curator.presses("Прислать шаблон")
    assert curator.files()[0]["name"] == "Список для приглашений.xlsx"
    await curator.sends("Список для приглашений.xlsx", await curator.downloads())
    assert "Новых: 0" in curator.sees()


async def test_names_that_never_consented_are_gone_after_thirty_days(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await sends_list(curator, ANNA)
    await curator.presses("Пригласить 1")
    await curator.presses("Кто ещё не пришёл (1)")
    assert ANNA[0] in curator.sees()
    await curator.presses("Список и памятки ещё раз")
    slip = "".join(
        cell.text for row in Document(BytesIO(await curator.downloads(1))).tables[0].rows for cell in row.cells
    )
    assert ANNA[0] in slip and "Ваш код" in slip
    await town.turn(town.world.clock.now + timedelta(days=31))
    async with town.database.look() as session:
        assert not (await session.scalars(select(PersonalInvitation))).all()


async def opened_by(town: Town, there: Cast, name: str, person: Speaker) -> Speaker:
    """The curator invites ``name`` as a mentor, and a participant opens that invitation."""
    await sends_list(there.curator, (name, "", "наставник", ""))
    await there.curator.presses("Пригласить 1")
    return await person.says((await invited(there.curator))[name]["Код"])


async def test_who_takes_part_already_takes_the_role_of_her_invitation_by_a_tap(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await opened_by(town, there, "Петрова А. О.", there.anna)
    assert "ещё одну роль: наставник" in there.anna.sees()
    await there.anna.presses("Стать и наставником")
    assert "Анкета наставника" in there.anna.sees()
    async with town.database.look() as session:
        anna = (await session.scalars(select(Person).where(Person.name == "Петрова Анна Олеговна"))).one()
        roles = await session.scalars(select(Membership.role).where(Membership.person_id == anna.id))
        assert set(roles) == {"mentor", "mentee"}
        assert not (await session.scalars(select(PersonalInvitation))).all()


async def test_an_invitation_in_other_hands_still_waits_for_its_own_person(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    await opened_by(town, there, ANNA[0], there.maria)
    assert "для другого человека" in there.maria.sees()
    guest = await town.person("Анна", platform)
    await guest.says("наставничество")
    async with town.database.begin() as storage:
        [organisation] = await storage.organisations.all()
        [waiting] = await storage.imports.waiting(organisation.id)
    await guest.says(waiting.code)
    assert "Начать" in await guest.offered()
