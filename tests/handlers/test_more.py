"""«Ещё»: silence on wish, words to the curator and back, and what nobody asked for."""

from sqlalchemy import select

from storage.models import Letter, Person
from tests.client import Town
from tests.scenes import founded, participant

MENTOR = "Ткач Мария Сергеевна"


async def test_silence_is_kept_until_the_day_that_was_typed(town: Town, platform: str) -> None:
    maria = await participant(town, await founded(town, "vk"), MENTOR, platform, "Наставником")
    await maria.says("меню")
    await maria.presses("Не писать до")
    await maria.says("до 15 октября")
    assert "15 октября" in maria.sees()
    async with town.database.look() as session:
        person = (await session.scalars(select(Person).where(Person.name == MENTOR))).one()
    assert str(person.muted_until) == "2026-10-15"


async def test_silence_is_taken_back_within_ten_minutes(town: Town, platform: str) -> None:
    maria = await participant(town, await founded(town, "vk"), MENTOR, platform, "Наставником")
    await maria.says("меню")
    await maria.presses("Не писать до")
    await maria.presses("Неделю")
    await maria.presses("Отменить")
    async with town.database.look() as session:
        assert (await session.scalars(select(Person.muted_until).where(Person.name == MENTOR))).one() is None


async def test_after_ten_minutes_it_is_too_late_to_take_back(town: Town, platform: str) -> None:
    maria = await participant(town, await founded(town, "vk"), MENTOR, platform, "Наставником")
    await maria.says("меню")
    await maria.presses("Не писать до")
    await maria.presses("Неделю")
    await town.turn(minutes=11)
    await maria.presses("Отменить")
    assert "уже нельзя" in maria.sees()


async def test_an_unclear_day_is_asked_again(town: Town, platform: str) -> None:
    maria = await participant(town, await founded(town, "vk"), MENTOR, platform, "Наставником")
    await maria.says("меню")
    await maria.presses("Не писать до")
    await maria.says("когда рак свистнет")
    assert "Не получилось понять дату" in maria.sees()
    await maria.says("на две недели")
    assert "напоминаний не будет" in maria.sees()


async def test_a_text_that_is_no_answer_reaches_the_curator_and_the_reply_comes_back(
    town: Town, platform: str
) -> None:
    curator = await founded(town, "telegram")
    maria = await participant(town, curator, MENTOR, platform, "Наставником")
    await maria.says("А можно мне двух наставляемых? <3")
    await maria.presses("Передать куратору")
    await town.turn(minutes=1)
    assert "Вам написали" in (await curator.reads())[-1]["text"]
    await curator.presses("Прочитать")
    assert "А можно мне двух наставляемых? <3" in curator.sees()
    await curator.says("Можно, поговорим завтра")
    await town.turn(minutes=1)
    assert "Можно, поговорим завтра" in (await maria.reads())[-1]["text"]


async def test_letters_are_kept_encrypted(town: Town, platform: str) -> None:
    maria = await participant(town, await founded(town, "vk"), MENTOR, platform, "Наставником")
    await maria.says("меню")
    await maria.presses("Написать куратору")
    await maria.says("Секретные слова")
    async with town.database.look() as session:
        letter = (await session.scalars(select(Letter))).one()
    assert "Секретные".encode() not in letter.text


async def test_a_letter_at_night_waits_for_the_morning(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    maria = await participant(town, curator, MENTOR, "vk", "Наставником")
    await town.turn(hours=12)
    await curator.reads()
    await maria.says("Не спится")
    await maria.presses("Передать куратору")
    await town.turn(minutes=5)
    assert await curator.reads() == []
    await town.turn(hours=11)
    assert any("Вам написали" in message["text"] for message in await curator.reads())


async def test_an_unknown_command_leads_home(town: Town, platform: str) -> None:
    maria = await participant(town, await founded(town, "vk"), MENTOR, platform, "Наставником")
    await maria.says("/drop_all")
    assert "Такой команды я не знаю" in maria.sees()
    assert "Ещё" in await maria.offered()


async def test_a_file_nobody_asked_for(town: Town, platform: str, png: bytes) -> None:
    maria = await participant(town, await founded(town, "vk"), MENTOR, platform, "Наставником")
    await maria.sends("я.png", png, "image/png")
    assert "сейчас он мне не нужен" in maria.sees()


async def test_strangers_in_vk_are_left_to_the_administrators(town: Town) -> None:
    stranger = await town.person("Прохожий", "vk")
    await stranger.says("Здравствуйте, во сколько открывается бассейн?")
    assert stranger.sees() == ""
    await stranger.says("наставничество")
    assert "веду программы наставничества" in stranger.sees()


async def test_after_an_administrators_own_reply_the_bot_keeps_silent_for_a_day(town: Town) -> None:
    maria = await participant(town, await founded(town, "telegram"), MENTOR, "vk", "Наставником")
    await town.post(f"/sandbox/vk/{maria.id}/administrator", {"text": "Это директор, отвечу сам"})
    await town.bot_answers("vk")
    await maria.says("Спасибо!")
    assert maria.sees() == ""
    await town.turn(hours=25)
    await maria.says("меню")
    assert "Здравствуйте" in maria.sees()


async def test_why_a_notice_came(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    maria = await participant(town, curator, MENTOR, "vk", "Наставником")
    await maria.says("Вопрос куратору есть у меня")
    await maria.presses("Передать куратору")
    await town.turn(minutes=1)
    await curator.presses("Почему мне это пришло?")
    assert "Вы куратор программы" in curator.sees()
