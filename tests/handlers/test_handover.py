"""An organisation changes hands in the middle of its year, on both messengers: what was open stays in sight."""

from tests.client import Person, Town
from tests.handlers.plans import ties
from tests.handlers.test_roadmap_requests import WORDS, asked
from tests.handlers.test_team import NAME, code_in, colleague, roles_of


async def taken_over(town: Town, curator: Person, platform: str) -> Person:
    """The next curator, who has come by the code; the one before has still to finish."""
    await curator.says("меню")
    for label in ("Ещё", "Сотрудники программы", "Передать организацию", "Сделать код"):
        await curator.presses(label)
    return await colleague(town, platform, code_in(curator.sees()))


async def leaves(town: Town, curator: Person) -> Person:
    await town.turn(minutes=1)
    await curator.presses("Завершить передачу")
    return await curator.presses("Передать и уйти")


async def wrote(participant: Person, text: str) -> None:
    await participant.says("меню")
    await participant.presses("Написать куратору")
    await participant.says(text)


async def test_letters_requests_and_duties_are_the_next_curators(town: Town, platform: str) -> None:
    curator, anna = await asked(town, platform)
    await curator.says("меню")
    for label in ("Дорожная карта", "Кто отвечает", "Директор", "☐ Это я", "Готово"):
        await curator.presses(label)
    assert (await ties(town))["Директор"] == ["Смирнова Ольга Ивановна"]
    await wrote(anna, "Когда первая встреча?")
    await town.turn(minutes=1)
    assert "Вам написали" in str(await curator.reads())
    irina = await taken_over(town, curator, "vk" if platform == "telegram" else "telegram")
    await leaves(town, curator)
    assert (await ties(town))["Директор"] == [NAME]
    await irina.says("меню")
    assert "Ждёт ответа 1 письмо" in irina.sees()
    await irina.presses("Прочитать")
    assert "Когда первая встреча?" in irina.sees()
    await irina.says("В четверг")
    await town.turn(minutes=1)
    assert "В четверг" in str(await anna.reads())
    await irina.says("меню")
    for label in ("Дорожная карта", "Открытые запросы"):
        await irina.presses(label)
    assert WORDS.split(maxsplit=1)[0] in irina.sees()


async def test_the_next_curator_hears_which_mentor_is_about_to_leave(town: Town, platform: str) -> None:
    curator, anna = await asked(town, platform)
    await anna.says("меню")
    for label in ("Ещё", "Сложить обязанности", "Да, сложить"):
        await anna.presses(label)
    await town.turn(minutes=15)
    irina = await taken_over(town, curator, platform)
    await leaves(town, curator)
    await irina.reads()
    await town.turn(minutes=1)
    assert "Петрова Анна Сергеевна складывает обязанности" in str(await irina.chat())


async def test_whoever_leaves_is_thanked_and_asked_nothing(town: Town, platform: str) -> None:
    curator, _ = await asked(town, platform)
    irina = await taken_over(town, curator, platform)
    await leaves(town, curator)
    assert "Спасибо за Вашу работу" in curator.sees()
    assert "Мои данные" in await curator.offered() and "Выбрать" not in str(curator.answer)
    assert (await roles_of(town))[NAME] == {"curator"}
    await curator.presses("Сотрудники программы")
    assert "уже не действует" in curator.sees()
    assert "Пары" in str(await irina.says("меню")) or "Пары" in await irina.offered()
