"""«Ещё»: silence on wish, words to the curator and back, messengers, leaving and returning, the keeping of data."""

from sqlalchemy import select

from storage.models import Letter, Mentorship, Person, Retention
from tests.client import Person as Member
from tests.client import Town
from tests.handlers.couples import meeting, news, paired
from tests.handlers.test_my_data import at_data
from tests.scenes import consented, founded, participant

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


async def test_the_quiet_question_speaks_of_a_pair_to_those_who_have_one(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    for person, told in ((there.anna, True), (there.vera, False)):
        await person.says("меню")
        await person.presses("Не писать до")
        assert ("Ваша пара узнает" in person.sees()) == told


async def also_in(town: Town, person: Member, platform: str) -> Member:
    """The same person in the other messenger, joined by the code."""
    await at_messengers(person)
    await person.presses("Продолжить в другом мессенджере")
    code = next(word.strip(".") for word in person.sees().split() if len(word.strip(".")) == 9 and word[4:5] == "-")
    other = await town.person(person.name, platform)
    await other.says("/start")
    return await other.says(code)


async def at_messengers(person: Member) -> Member:
    await person.says("меню")
    for label in ("Ещё", "Куда мне писать"):
        await person.presses(label)
    return person


async def test_she_chooses_where_to_be_written_to_and_the_questionnaire_goes_on_there(
    town: Town, platform: str
) -> None:
    curator = await founded(town, "vk")
    anna = await consented(town, curator, "Анна", platform)
    for label in ("Наставляемым", "Начать анкету"):
        await anna.presses(label)
    await anna.says("Петрова Анна Олеговна")
    elsewhere = await also_in(town, anna, "vk" if platform == "telegram" else "telegram")
    await at_messengers(anna)
    await anna.presses("Писать в")
    await elsewhere.reads()
    await town.turn(minutes=1)
    told = (await anna.reads())[-1]
    assert "Теперь я пишу Вам сюда" in told["text"] and "остановились на вопросе" in told["text"]
    assert await elsewhere.reads() == []
    await anna.presses("Продолжить")
    assert "Вопрос 2" in anna.sees()


async def test_a_blocked_messenger_gives_way_to_the_other_one(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    elsewhere = await also_in(town, there.anna, "vk" if platform == "telegram" else "telegram")
    await elsewhere.blocks()
    await town.bot_answers(elsewhere.platform)
    await there.curator.reads()
    await town.turn(minutes=1)
    assert "Теперь я пишу Вам сюда" in (await there.anna.reads())[-1]["text"]
    await town.turn(days=1)
    assert "Не получается написать" not in await news(there.curator)


async def card_of(curator: Member, name: str) -> str:
    await curator.says("меню")
    for label in ("Люди", "Наставляемые"):
        await curator.presses(label)
    line = next(each for each in curator.sees().splitlines() if name in each)
    return (await curator.presses(line.split(".")[0])).sees()


async def test_the_curator_learns_once_that_nothing_gets_through_and_what_waited_is_told_on_return(
    town: Town, platform: str
) -> None:
    there = await meeting(town, platform)
    await there.anna.reads()
    await there.anna.blocks()
    await town.bot_answers(platform)
    await there.maria.says("меню")
    await town.turn(days=2)
    assert (await news(there.curator)).count("Не получается написать: Петрова Анна") == 1
    assert "не доставляются" in await card_of(there.curator, "Петрова")
    await town.turn(days=8)
    assert "Не получается написать" not in await news(there.curator)
    await there.anna.allows()
    await town.bot_answers(platform)
    await town.turn(minutes=1)
    told = await news(there.anna)
    assert "С возвращением" in told and "состоялась" in told and "Завтра" not in told
    assert "не доставляются" not in await card_of(there.curator, "Петрова")


async def test_who_leaves_is_asked_once_and_the_others_learn_of_it(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await at_data(there.anna)
    await there.anna.presses("Выйти из программы")
    async with town.database.look() as session:
        assert (await session.scalars(select(Mentorship.status))).all() == ["agreed"]
    await there.anna.presses("Да, выйти")
    assert "больше не участвуете" in there.anna.sees() and "Удалить мои данные" in await there.anna.offered()
    await town.turn(days=1)
    assert "Петрова Анна Олеговна: больше не участвует" in await news(there.curator)
    assert "Есть новость о Вашей паре" in await news(there.maria)
    async with town.database.look() as session:
        assert (await session.scalars(select(Mentorship.status))).all() == ["closed"]
        assert "Петрова Анна Олеговна" in (await session.scalars(select(Person.name))).all()


async def test_the_curator_sets_how_long_data_is_kept_by_tap_or_in_words(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await curator.says("меню")
    for label in ("Ещё", "Хранение данных"):
        await curator.presses(label)
    assert "12 месяцев" in curator.sees() and "31 августа 2028" in curator.sees()
    await curator.presses("6 месяцев")
    assert "29 февраля 2028" in curator.sees()
    assert "Не получилось понять" in (await curator.says("навсегда")).sees()
    assert "24 месяца" in (await curator.says("2 года")).sees()
    async with town.database.look() as session:
        assert (await session.scalars(select(Retention.months))).one() == 24
