"""Letters and their answers between participants, curators and the psychologist, on both messengers."""

from sqlalchemy import select

from storage.models import Letter
from tests.client import Person, Town
from tests.handlers.test_handover import wrote
from tests.handlers.test_team import NAME, code_for, colleague
from tests.scenes import founded, participant

MARIA = "Ткач Мария Олеговна"
PRIVATE = "Мне тревожно перед уроками"


async def to_psychologist(town: Town, platform: str) -> tuple[Person, Person]:
    """The psychologist, and a mentor who has written to her."""
    curator = await founded(town, platform)
    irina = await colleague(town, platform, await code_for(curator, "Психолог"))
    maria = await participant(town, curator, MARIA, platform, "Наставником")
    await maria.says("меню")
    for label in ("Написать куратору", "Написать психологу"):
        await maria.presses(label)
    await maria.says(PRIVATE)
    return irina, maria


async def test_a_letter_that_waits_is_seen_at_home(town: Town, platform: str) -> None:
    irina, _ = await to_psychologist(town, platform)
    await irina.says("меню")
    assert "Ждёт ответа 1 письмо" in irina.sees()
    await irina.presses("Прочитать")
    assert PRIVATE in irina.sees()
    await irina.says("Приходите в среду")
    assert "Ждёт ответа" not in (await irina.says("меню")).sees()


async def test_an_answer_of_the_psychologist_is_answered_to_her(town: Town, platform: str) -> None:
    irina, maria = await to_psychologist(town, platform)
    await irina.says("меню")
    await irina.presses("Прочитать")
    await irina.says("Приходите в среду")
    await town.turn(minutes=1)
    assert "Психолог отвечает" in str(await maria.reads())
    await maria.presses("Написать психологу")
    assert "Прочитает только психолог" in maria.sees()
    await maria.says("Хорошо, приду")
    assert "Передала психологу" in maria.sees()


async def test_the_second_curator_sees_what_the_first_has_answered(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    second = await colleague(town, platform, await code_for(curator, "Второй куратор"))
    maria = await participant(town, curator, MARIA, platform, "Наставником")
    await wrote(maria, "Когда первая встреча?")
    await town.turn(minutes=1)
    await curator.presses("Прочитать")
    await curator.says("В четверг")
    await second.presses("Прочитать")
    assert "Смирнова Ольга Ивановна" in second.sees()
    assert "Когда первая встреча?" in second.sees() and "В четверг" in second.sees()
    await second.says("меню")
    assert "Ждёт ответа" not in second.sees() and NAME not in second.sees()


async def test_no_part_of_a_letter_that_was_cut_up_is_passed_on(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    maria = await participant(town, curator, MARIA, platform, "Наставником")
    await maria.says("меню")
    await maria.presses("Написать куратору")
    await maria.says("Я" * 4096 + "ы" * 1024)
    assert "Получилось 5\xa0120 знаков" in maria.sees()
    async with town.database.look() as session:
        assert not (await session.scalars(select(Letter))).all()
    await maria.says("Когда встреча?")
    assert "Передала" in maria.sees()
