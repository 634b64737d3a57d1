"""Codes that are typed: what counts as one, and how many wrong ones somebody may try, on both messengers."""

import pytest
from sqlalchemy import select

from handlers.codes import looks_like_code
from storage.models import AuditEntry
from tests.client import Person, Town
from tests.handlers.test_team import NAME, code_for, colleague
from tests.scenes import founded, participant

WRONG = "ZZZZ-ZZZ{}"


@pytest.mark.parametrize("text", ["K7QF-29MX", "k7qf 29mx", "K7QF29MX", "YLT5NNG1", "К7QF-29МХ", "2345-6789"])
def test_a_code_is_known_however_it_is_typed(text: str) -> None:
    assert looks_like_code(text)


@pytest.mark.parametrize(
    "text", ["89161234567", "20.10.2026", "12345678", "наставник", "Школа № 5", "Анна", "1015-2026"]
)
def test_other_words_are_no_attempts_at_a_code(text: str) -> None:
    assert not looks_like_code(text)


async def types_wrong(person: Person, *numbers: int) -> str:
    for number in numbers:
        await person.says(WRONG.format(number))
    return person.sees()


async def also_in(town: Town, person: Person) -> Person:
    """The same person in the other messenger."""
    other = await town.person(person.name, "vk" if person.platform == "telegram" else "telegram")
    await person.says("меню")
    await person.presses("Ещё")
    await person.presses("Куда мне писать")
    await person.presses("Продолжить в другом мессенджере")
    words = (word.strip(".,") for word in person.sees().split())
    await other.says(next(word for word in words if len(word) == 9 and word[4] == "-"))
    return other


async def test_after_five_wrong_codes_even_a_right_one_waits(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    code = await code_for(curator, "Психолог")
    irina = await town.person("Ирина", platform)
    await irina.says("/start")
    assert "не подходит" in await types_wrong(irina, *range(2, 7))
    await irina.says(code)
    assert "Следующий я приму через 1 минуту" in irina.sees()
    await town.turn(minutes=1)
    await irina.says(code)
    assert "психолог" in irina.sees()


async def test_a_right_code_in_between_buys_no_more_tries(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    known = await code_for(curator, "Психолог")
    irina = await town.person("Ирина", platform)
    await irina.says("/start")
    await types_wrong(irina, 2, 3, 4, 5)
    await irina.says(known)
    await irina.presses("Не сейчас")
    assert "не подходит" in await types_wrong(irina, 6)
    assert "Следующий я приму" in await types_wrong(irina, 7)
    await town.turn(hours=25)
    assert "не подходит" in await types_wrong(irina, 8)


async def test_a_second_messenger_gives_no_second_five_and_the_journal_tells(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    irina = await participant(town, curator, NAME, platform, "Наставником")
    other = await also_in(town, irina)
    await types_wrong(irina, 2, 3, 4)
    assert "не подходит" in await types_wrong(other, 5, 6)
    assert "Следующий я приму" in await types_wrong(irina, 7)
    async with town.database.look() as session:
        actions = (await session.scalars(select(AuditEntry.action))).all()
    assert actions.count("wrong_codes") == 1
    await curator.says("меню")
    for label in ("Ещё", "Сотрудники программы", "Журнал"):
        await curator.presses(label)
    assert f"{NAME}: пять неверных кодов подряд" in curator.sees()


@pytest.mark.parametrize("role", ["Второй куратор", "Редактор рубрики"])
async def test_a_code_works_in_either_messenger_once_for_each_role(town: Town, platform: str, role: str) -> None:
    curator = await founded(town, platform)
    elsewhere = "vk" if platform == "telegram" else "telegram"
    code = await code_for(curator, role)
    await colleague(town, elsewhere, code)
    boris = await town.person("Борис", platform)
    await boris.says("/start")
    await boris.says(code)
    assert "не подходит" in boris.sees()
