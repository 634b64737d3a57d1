"""A practice for the collection: told, read, given back with a word, accepted, counted."""

from io import BytesIO

from openpyxl import load_workbook
from sqlalchemy import select

from domain.practices import State
from storage.models import Practice
from tests.client import Person as Speaker
from tests.client import Town
from tests.handlers.couples import Cast, cast, news


async def told(town: Town, platform: str, *, named: bool = False) -> Cast:
    """Мария has told a practice."""
    there = await cast(town, platform)
    await there.maria.says("меню")
    for label in ("Ещё", "Практики", "Поделиться практикой", "Начать анкету"):
        await there.maria.presses(label)
    await there.maria.says("Урок вдвоём")
    await there.maria.presses("☐ Молодые")
    await there.maria.presses("Готово")
    await there.maria.says("Вели урок вдвоём и разбирали его после.")
    await there.maria.says("Молодой педагог ведёт урок сам.")
    for label in ("Пропустить", "Да" if named else "Нет", "Отправить анкету"):
        await there.maria.presses(label)
    return there


async def reading(town: Town, there: Cast) -> Speaker:
    await town.turn(days=1)
    assert "практику для сборника" in await news(there.curator)
    return await there.curator.presses("Прочитать")


async def states(town: Town) -> list[str]:
    async with town.database.look() as session:
        return list(await session.scalars(select(Practice.state).order_by(Practice.id)))


async def test_a_practice_waits_for_the_curator_and_is_accepted_in_one_tap(town: Town, platform: str) -> None:
    there = await told(town, platform, named=True)
    assert "Практика у редактора" in there.maria.sees() and "Имя пока не укажут" in there.maria.sees()
    assert (await there.maria.offered())[0] == "Два вопроса о публикациях"
    curator = await reading(town, there)
    assert "Урок вдвоём" in curator.sees() and "Молодые и новые педагоги" in curator.sees()
    assert "без имени" in curator.sees(), "she has not consented to publishing"
    await there.maria.reads()
    await curator.presses("Принять")
    await town.turn(minutes=1)
    assert "принята в сборник" in await news(there.maria)
    assert await states(town) == [State.ACCEPTED]


async def test_an_acceptance_can_be_taken_back(town: Town, platform: str) -> None:
    there = await told(town, platform)
    curator = await reading(town, there)
    await curator.presses("Принять")
    await curator.presses("Отменить")
    assert await states(town) == [State.WAITING]


async def test_it_goes_back_with_a_word_and_comes_again(town: Town, platform: str) -> None:
    there = await told(town, platform)
    curator = await reading(town, there)
    await curator.presses("Вернуть с пожеланием")
    await there.maria.reads()
    await curator.says("Добавьте, пожалуйста, цифры & примеры")
    await town.turn(minutes=1)
    assert "цифры & примеры" in await news(there.maria)
    await there.maria.presses("Доработать")
    for _ in range(3):
        if "Отправить анкету" in await there.maria.offered():
            break
        await there.maria.presses("Начать анкету")
    await there.maria.presses("Отправить анкету")
    assert await states(town) == [State.WAITING]


async def test_a_decided_practice_is_not_decided_again_by_an_old_button(town: Town, platform: str) -> None:
    there = await told(town, platform)
    curator = await reading(town, there)
    old = curator.answer[-1]["id"]
    await curator.says("меню")
    for label in ("Опросы", "Собрания", "Практики", "Прочитать новые (1)", "Урок вдвоём", "Отклонить"):
        await curator.presses(label)
    await curator.says("Спасибо! Пришлите, пожалуйста, следующую.")
    assert "Ваши слова автору передам" in curator.sees()
    await curator.presses("Принять", message=old)
    assert "решение уже принято" in curator.sees()
    assert await states(town) == [State.DECLINED]


async def test_the_list_tells_whose_name_may_be_published(town: Town, platform: str) -> None:
    there = await told(town, platform, named=True)
    await there.maria.says("меню")
    for label in ("Ещё", "Практики", "Поделиться практикой"):
        await there.maria.presses(label)
    assert "Практика для сборника" in there.maria.sees(), "a second one begins anew"
    await there.curator.says("меню")
    for label in ("Опросы", "Собрания", "Практики", "Список в Excel"):
        await there.curator.presses(label)
    rows = list(load_workbook(BytesIO(await there.curator.downloads()))["Список"].iter_rows(values_only=True))
    assert ("Иванова Мария Сергеевна", "Урок вдвоём") in {(row[1], row[2]) for row in rows}
    assert rows[-1][-1] == "Нет"
