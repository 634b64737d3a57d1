"""The staff: roles by one-time codes, changing hands, the head, the psychologist, the editor, the journal."""

from sqlalchemy import select

from storage.models import AuditEntry, Consent, Membership, Notice
from storage.models import Person as Kept
from tests.client import Person, Town
from tests.handlers.plans import switched_on
from tests.scenes import founded, guest, participant

NAME = "Белова Ирина Павловна"


def code_in(text: str) -> str:
    return next(word for word in text.split() if len(word) == 9 and word[4] == "-")


async def code_for(curator: Person, role: str) -> str:
    """A code that the curator makes for a role."""
    await curator.says("меню")
    for label in ("Ещё", "Сотрудники программы", "Дать роль", role):
        await curator.presses(label)
    return code_in(curator.sees())


async def colleague(town: Town, platform: str, code: str, name: str = NAME) -> Person:
    """Somebody new who comes by a code, consents and tells the name."""
    person = await town.person(name, platform)
    await person.says("/start")
    await person.says(code)
    await person.presses("Даю согласие")
    await person.says(name)
    return person


async def roles_of(town: Town) -> dict[str, set[str]]:
    """Who holds which roles, by name."""
    async with town.database.look() as session:
        found = await session.execute(
            select(Kept.name, Membership.role)
            .join(Membership, Membership.person_id == Kept.id)
            .where(Membership.left_at.is_(None))
        )
        held: dict[str, set[str]] = {}
        for name, role in found:
            held.setdefault(name, set()).add(role)
        return held


async def journal(town: Town) -> list[str]:
    async with town.database.look() as session:
        return list((await session.scalars(select(AuditEntry.action).order_by(AuditEntry.id))).all())


async def test_a_code_gives_a_role_after_the_consent_and_the_journal_tells(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    code = await code_for(curator, "Руководитель")
    irina = await town.person(NAME, platform)
    await irina.says("/start")
    await irina.says(code.lower())
    assert "руководитель" in irina.sees() and "персональных данных" in irina.sees()
    assert set(await roles_of(town)) == {"Смирнова Ольга Ивановна"}
    await irina.presses("Даю согласие")
    async with town.database.look() as session:
        assert len((await session.scalars(select(Consent))).all()) == 2
    await irina.says(NAME)
    assert {"Как идут дела", "Журнал", "Люди"} <= set(await irina.offered())
    assert (await roles_of(town))[NAME] == {"head"}
    await town.turn(minutes=1)
    assert f"{NAME} — теперь руководитель" in (await curator.reads())[0]["text"]
    await irina.presses("Журнал")
    assert f"{NAME}: роль «руководитель» принята" in irina.sees()
    assert "Смирнова Ольга Ивановна: код для роли «руководитель»" in irina.sees()


async def test_the_curators_hear_who_came_once_she_has_said_her_name(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    irina = await town.person("Ирина", platform)
    await irina.says("/start")
    await irina.says(await code_for(curator, "Психолог"))
    await irina.presses("Даю согласие")
    await town.turn(minutes=1)
    assert not await curator.reads()
    await irina.says(NAME)
    await town.turn(minutes=1)
    assert [f"{NAME} — теперь психолог" in each["text"] for each in await curator.reads()] == [True]


async def test_the_head_is_known_by_the_name_that_the_organisation_told(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    galina = await town.person("Галина", platform)
    await galina.says("/start")
    await galina.says(await code_for(curator, "Руководитель"))
    await galina.presses("Даю согласие")
    assert "Вы — Лиманская Галина Николаевна?" in galina.sees()
    await galina.presses("Да, это я")
    assert "Журнал" in await galina.offered()
    assert (await roles_of(town))["Лиманская Галина Николаевна"] == {"head"}


async def test_a_code_stays_to_be_forwarded_whatever_is_pressed_under_it(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    code = await code_for(curator, "Психолог")
    await curator.presses("Сотрудники программы")
    assert code in str(await curator.chat())


async def test_a_colleague_who_left_without_a_name_is_asked_again_at_home(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    irina = await town.person("Ирина", platform)
    await irina.says("/start")
    await irina.says(await code_for(curator, "Психолог"))
    await irina.presses("Даю согласие")
    for words in ("меню", "/start"):
        assert "Как Вас зовут" in (await irina.says(words)).sees()
    assert "письмо или дело из дорожной карты" in (await irina.says(NAME)).sees()
    assert NAME in await roles_of(town)


async def test_wrong_used_late_own_and_doubled_codes_are_refused_kindly(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    code = await code_for(curator, "Психолог")
    await curator.says(code)
    assert "Этот код сделали Вы" in curator.sees()
    irina = await colleague(town, platform, code)
    await irina.says(code)
    assert "не подходит" in irina.sees()
    await irina.says(await code_for(curator, "Психолог"))
    assert "уже есть" in irina.sees()
    late = await code_for(curator, "Редактор рубрики")
    await town.turn(hours=73)
    await irina.says(late)
    assert "не подходит" in irina.sees()
    assert (await roles_of(town))[NAME] == {"psychologist"}


async def test_a_code_made_before_the_weekend_is_good_after_it(town: Town, platform: str) -> None:
    """Thursday and three working days: the weekend is not among them."""
    curator = await founded(town, platform)
    await town.turn(days=3)
    code = await code_for(curator, "Психолог")
    assert "13 октября" in curator.sees()
    await town.turn(days=4, hours=20)
    await colleague(town, platform, code)
    assert (await roles_of(town))[NAME] == {"psychologist"}


async def test_a_code_that_is_taken_back_opens_nothing(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    code = await code_for(curator, "Психолог")
    boris = await town.person("Борис", platform)
    await boris.says("/start")
    await boris.says(code)
    await curator.presses("Сотрудники программы")
    await curator.presses("Коды, которые ждут (1)")
    await curator.presses("1")
    assert "больше не действует" in curator.sees()
    await boris.presses("Даю согласие")
    assert "больше не действует" in boris.sees()
    assert await journal(town) == ["code_made", "code_taken_back"]
    assert len(await roles_of(town)) == 1


async def test_a_minor_cannot_use_a_code_of_the_staff(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    code = await code_for(curator, "Второй куратор")
    petya = await guest(town, curator, "Петя", platform)
    await petya.presses("Начать")
    await petya.presses("Мне ещё нет 14")
    await petya.says(code)
    assert "только взрослый" in petya.sees()
    assert len(await roles_of(town)) == 1


async def test_a_code_of_another_organisation_brings_its_own_consent(town: Town, platform: str) -> None:
    here = await founded(town, platform)
    there = await founded(town, platform, "Котова Вера Львовна", organisation="Школа № 2")
    maria = await participant(town, here, "Ткач Мария Олеговна", platform, "Наставником")
    await maria.says(await code_for(there, "Психолог"))
    assert "Школа № 2" in maria.sees() and "персональных данных" in maria.sees()
    await maria.presses("Даю согласие")
    assert (await roles_of(town))["Ткач Мария Олеговна"] == {"mentor", "psychologist"}


async def test_roles_are_taken_away_but_never_from_the_last_curator(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    irina = await colleague(town, platform, await code_for(curator, "Редактор рубрики"))
    assert "Публикации" in await irina.offered()
    await curator.presses("Сотрудники программы")
    await curator.presses("Снять роль")
    await curator.presses("1")
    assert "Единственного куратора снять нельзя" in curator.sees()
    await curator.presses("Снять роль")
    await curator.presses("2")
    await curator.presses("Снять роль")
    assert "снята" in curator.sees()
    await town.turn(minutes=1)
    assert "редактор рубрики" in "".join(each["text"] for each in await irina.reads())
    await irina.presses("Публикации")
    assert "Эта кнопка уже не действует" in irina.sees() and "Выбрать" in irina.answer[-1]["buttons"][0]
    assert (await journal(town))[-1] == "role_taken_away"


async def test_an_organisation_changes_hands_and_nothing_is_lost(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    maria = await participant(town, curator, "Ткач Мария Олеговна", platform, "Наставником")
    await curator.says("меню")
    for label in ("Ещё", "Сотрудники программы", "Передать организацию", "Сделать код"):
        await curator.presses(label)
    irina = await colleague(town, platform, code_in(curator.sees()))
    assert "Пары" in await irina.offered()
    await town.turn(minutes=1)
    await curator.presses("Завершить передачу")
    await maria.says("меню")
    await maria.presses("Написать куратору")
    await maria.says("Когда первая встреча?")
    await curator.presses("Передать и уйти")
    assert "Организация передана" in curator.sees()
    await town.turn(minutes=1)
    letters = [each["text"] for each in await irina.reads()]
    assert sum("написали через бота" in each for each in letters) == 1
    assert not [each for each in await curator.reads() if "написали" in each["text"]]
    held = await roles_of(town)
    assert held == {NAME: {"curator"}, "Ткач Мария Олеговна": {"mentor"}}
    assert (await journal(town))[-1] == "handed_over"


async def test_the_one_before_may_stay_as_second_curator_and_leave_later(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await curator.says("меню")
    for label in ("Ещё", "Сотрудники программы", "Передать организацию", "Сделать код"):
        await curator.presses(label)
    await colleague(town, platform, code_in(curator.sees()))
    await town.turn(minutes=1)
    await curator.presses("Завершить передачу")
    await curator.presses("Остаться вторым куратором")
    assert "вместе" in curator.sees()
    await curator.presses("Снять роль")
    place = next(line[0] for line in curator.sees().splitlines() if "Смирнова" in line)
    await curator.presses(place)
    assert "с себя" in curator.sees()
    await curator.presses("Снять роль")
    assert await roles_of(town) == {NAME: {"curator"}}
    assert "Мои данные" in await curator.offered()


async def test_the_head_signs_the_roadmap_and_the_curator_sees_it(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    irina = await colleague(town, platform, await code_for(curator, "Руководитель"))
    assert "ждёт подписи" in irina.sees()
    await irina.presses("Подписать дорожную карту")
    assert irina.files()[0]["name"].endswith(".docx")
    await irina.presses("Подписано")
    await irina.presses("Отменить")
    assert "Подписать дорожную карту" in str(irina.answer)
    await irina.says("меню")
    await irina.presses("Подписать дорожную карту")
    await irina.presses("Подписано")
    await town.turn(minutes=1)
    assert "подписал дорожную карту" in "".join(each["text"] for each in await curator.reads())
    await curator.says("меню")
    await curator.presses("Ещё")
    await curator.presses("Сотрудники программы")
    assert "подписана руководителем" in curator.sees()
    await irina.says("меню")
    await irina.presses("Люди")
    assert f"{NAME} — руководитель" in irina.sees()


async def test_the_psychologist_gets_letters_that_no_curator_reads(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    irina = await colleague(town, platform, await code_for(curator, "Психолог"))
    maria = await participant(town, curator, "Ткач Мария Олеговна", platform, "Наставником")
    await maria.says("меню")
    await maria.presses("Написать куратору")
    await maria.presses("Написать психологу")
    await maria.says("Мне тревожно перед уроками")
    await town.turn(minutes=1)
    assert not [each for each in await curator.reads() if "написали" in each["text"]]
    await irina.presses("Прочитать")
    assert "тревожно" in irina.sees()
    await irina.says("Давайте встретимся в среду")
    await town.turn(minutes=1)
    answer = "".join(each["text"] for each in await maria.reads())
    assert "в среду" in answer and "Психолог" in answer
    assert not {"Люди", "Пары", "Дорожная карта"} & set(await irina.offered())
    async with town.database.look() as session:
        notices = (await session.scalars(select(Notice).where(Notice.kind == "letter"))).all()
    assert len(notices) == 1
