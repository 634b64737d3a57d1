"""Rows «по запросу»: asked for, told to who answers for them, aged, closed by a tap."""

from datetime import UTC, datetime

from sqlalchemy import select

from storage.models import Request
from tests.client import Person, Town
from tests.handlers.plans import opens_row, presses_in, switched_on
from tests.scenes import participant

WORDS = "Нужна консультация по <планам> & отчётам"


async def asked(town: Town, platform: str) -> tuple[Person, Person]:
    """A curator, and a mentor who has asked for something under row 2.3."""
    curator = await switched_on(town, platform)
    anna = await participant(town, curator, "Петрова Анна Сергеевна", platform, "Наставником")
    await anna.says("меню")
    await anna.presses("Попросить…")
    await anna.presses("2.3. Консультации")
    await anna.says(WORDS)
    return curator, anna


async def kept(town: Town) -> Request:
    async with town.database.look() as session:
        return (await session.scalars(select(Request))).one()


async def words(person: Person) -> str:
    return "\n".join(message["text"] for message in await person.reads())


async def test_a_participants_request_comes_to_who_answers_and_its_end_to_her(town: Town, platform: str) -> None:
    curator, anna = await asked(town, platform)
    assert "Передам тем, кто за это отвечает" in anna.sees()
    await town.turn(minutes=1)
    news = await words(curator)
    assert "Новый запрос по Вашей строке дорожной карты: Консультации" in news
    assert WORDS not in news
    await curator.presses("Посмотреть запрос")
    assert WORDS in curator.sees()
    assert "Просит Петрова Анна Сергеевна" in curator.sees()
    await curator.presses("Выполнено")
    await town.turn(minutes=1)
    assert "Ваш запрос выполнен: Консультации" in await words(anna)
    assert (await kept(town)).closed_at is not None


async def test_a_request_is_taken_back_and_found_again_in_the_list(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "2.3")
    await curator.presses("Добавить запрос")
    await curator.says("?")
    assert "хотя бы одно слово" in curator.sees()
    await curator.says(WORDS)
    await curator.presses("К запросам")
    assert WORDS.split(maxsplit=1)[0] in curator.sees()
    await curator.says("меню")
    for label in ("Дорожная карта", "Открытые запросы"):
        await curator.presses(label)
    await opens_row(curator, "2.3")
    await curator.presses("Добавить запрос")
    await curator.says("Ошиблась")
    await curator.presses("Отменить")
    assert "Отменила запрос" in curator.sees()
    assert (await kept(town)).closed_at is None


async def test_the_words_are_kept_encrypted(town: Town, platform: str) -> None:
    await asked(town, platform)
    assert "консультация" not in (await kept(town)).text


async def test_open_requests_and_the_age_of_the_oldest_are_shown_until_closed(town: Town, platform: str) -> None:
    curator, _ = await asked(town, platform)
    await town.turn(datetime(2026, 10, 11, 12, 0, tzinfo=UTC))
    await words(curator)
    await town.turn(datetime(2026, 10, 12, 12, 0, tzinfo=UTC))
    assert "Ждёт 1 запрос, самому давнему 7 дней." in await words(curator)
    await opens_row(curator, "2.3")
    assert "самому давнему 7 дней" in curator.sees()
    await curator.says("меню")
    for label in ("Как идут дела", "Открытые запросы", "1", "Выполнено"):
        await curator.presses(label)
    await opens_row(curator, "2.3")
    assert "Ждёт" not in curator.sees()


async def test_a_request_that_was_closed_by_mistake_is_open_again(town: Town, platform: str) -> None:
    curator, _ = await asked(town, platform)
    await opens_row(curator, "2.3")
    for label in ("Запросы (1)", "1", "Выполнено", "Отменить"):
        await curator.presses(label)
    assert "Отменила отметку о запросе" in curator.sees()
    assert (await kept(town)).closed_at is None


async def test_evidence_sent_right_after_belongs_to_the_row(town: Town, platform: str) -> None:
    curator, _ = await asked(town, platform)
    await opens_row(curator, "2.3")
    for label in ("Запросы (1)", "1", "Выполнено"):
        await curator.presses(label)
    await curator.says("https://vk.com/wall-1_2")
    await curator.presses("К строке")
    assert "https://vk.com/wall-1_2" in curator.sees()


async def test_a_request_that_is_too_long_can_be_sent_again(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "2.3")
    await curator.presses("Добавить запрос")
    await curator.says("а" * 1500)
    assert "поместится не больше 1 000" in curator.sees().replace("\xa0", " ")
    await curator.says("Покороче")
    assert "Записала: Консультации" in curator.sees()


async def test_nothing_is_asked_for_under_a_row_that_is_done(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "2.3")
    old_card = (await curator.chat())[-1]["id"]
    await opens_row(curator, "2.3")
    await curator.presses("Выполнено")
    await presses_in(curator, old_card, "Добавить запрос")
    assert "Этой строки среди Ваших сейчас нет" in "\n".join(m["text"] for m in await curator.chat())
