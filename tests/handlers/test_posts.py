"""A post from its first word to the community's wall, on both messengers."""

from typing import Any

import pytest
from sqlalchemy import select

from domain.people import Role
from handlers.posts.shelf import shelf
from handlers.visit import Addresses, Scene
from locales import Texts
from storage.models import Post, Rubric
from tests.client import Person as Speaker
from tests.client import Town
from tests.handlers.couples import cast, news

TEXT = "Наши пары начали работу. Спасибо всем, кто помогает!"


async def at_posts(curator: Speaker) -> Speaker:
    await curator.says("меню")
    return await curator.presses("Публикации")


async def writing(town: Town, platform: str, rubric: str = "Наставничество") -> Speaker:
    """A curator who is asked for the text."""
    curator = await at_posts((await cast(town, platform)).curator)
    await curator.presses("Написать")
    return await curator.presses(rubric)


async def drafted(town: Town, platform: str, text: str = TEXT) -> Speaker:
    """A curator who sees how her post will look."""
    curator = await writing(town, platform)
    return await curator.says(text)


async def scheduled(town: Town, platform: str, words: str = "завтра в 10") -> Speaker:
    """A curator whose post is approved."""
    curator = await drafted(town, platform)
    await curator.presses("Одобрить")
    return await curator.says(words)


async def post_of(town: Town) -> Post:
    async with town.database.look() as session:
        return (await session.scalars(select(Post))).one()


async def wall(town: Town) -> list[str]:
    posts: list[dict[str, Any]] = await town.get("/sandbox/vk/wall")
    return [post["text"] for post in posts]


async def refuses(town: Town, code: int) -> None:
    """VK will answer the next post with this error."""
    await town.post("/sandbox/vk/refusals", {"code": code, "method": "wall.post"})


async def test_a_post_stands_on_the_wall_at_its_time_and_its_link_comes_back(town: Town, platform: str) -> None:
    curator = await scheduled(town, platform)
    assert "Опубликую завтра в 10:00" in curator.sees()
    await town.turn(hours=23)
    assert await wall(town) == []
    await town.turn(hours=2)
    assert await wall(town) == [f"{TEXT}\n\n#наставничество"]
    assert "Публикация вышла" in await news(curator)
    assert "Посмотреть публикацию" in await curator.offered()
    assert (await post_of(town)).link.startswith("https://vk.com/wall-")


async def test_she_sees_the_text_as_it_will_look_before_she_approves(town: Town, platform: str) -> None:
    curator = await drafted(town, platform, "Скидка <b>5 & 7</b> 🙂")
    assert curator.answer[0]["text"] == "Скидка <b>5 & 7</b> 🙂\n\n#наставничество"
    assert await curator.offered() == ["Одобрить", "Изменить текст", "Отмена", "В начало"]
    assert (await post_of(town)).state == "draft"


async def test_a_post_can_go_at_once(town: Town, platform: str) -> None:
    curator = await drafted(town, platform)
    await curator.presses("Одобрить")
    await curator.presses("Сейчас")
    assert "ссылку пришлю сюда" in curator.sees()
    await town.turn(minutes=1)
    assert len(await wall(town)) == 1


async def test_a_moment_can_be_tapped(town: Town, platform: str) -> None:
    curator = await drafted(town, platform)
    await curator.presses("Одобрить")
    await curator.presses("вт 06.10 10:00")
    assert "завтра в 10:00" in curator.sees()
    assert (await post_of(town)).state == "approved"


async def test_an_approval_can_be_taken_back(town: Town, platform: str) -> None:
    curator = await scheduled(town, platform)
    await town.turn(hours=1)
    await curator.presses("Отменить публикацию")
    assert "Вернула в черновики" in curator.sees()
    await town.turn(days=2)
    assert await wall(town) == []
    assert (await post_of(town)).state == "draft"


async def test_a_draft_is_read_again_before_it_is_approved(town: Town, platform: str) -> None:
    curator = await scheduled(town, platform)
    await curator.presses("Отменить публикацию")
    await curator.presses("Посмотреть и одобрить")
    assert curator.answer[0]["text"] == f"{TEXT}\n\n#наставничество"
    await curator.presses("Одобрить")
    assert "Когда опубликовать?" in curator.sees()


async def test_what_was_handed_to_a_silent_vk_cannot_be_taken_back(town: Town) -> None:
    curator = await scheduled(town, "telegram", "через 2 часа")
    await refuses(town, 10)
    await town.turn(hours=3)
    await curator.presses("Отменить публикацию")
    assert "отменить её здесь нельзя" in curator.sees()
    assert "Как только ВКонтакте ответит" in curator.sees()
    assert (await post_of(town)).state == "approved"


async def test_what_stands_on_the_wall_is_not_taken_back_here(town: Town, platform: str) -> None:
    curator = await drafted(town, platform)
    await curator.presses("Одобрить")
    await curator.presses("Сейчас")
    await town.turn(minutes=1)
    await curator.presses("Отменить публикацию")
    assert "отменить её здесь нельзя" in curator.sees()
    assert "Открыть в сообществе" in await curator.buttons()


async def test_a_draft_can_be_given_up_and_taken_up_again(town: Town, platform: str) -> None:
    curator = await drafted(town, platform)
    await curator.presses("Отмена")
    assert (await post_of(town)).state == "cancelled"
    await curator.presses("Отменить")
    assert (await post_of(town)).state == "draft"


async def test_the_text_can_be_typed_anew(town: Town, platform: str) -> None:
    curator = await drafted(town, platform)
    await curator.presses("Изменить текст")
    await curator.says("Другой текст")
    assert "Другой текст\n\n#наставничество" in curator.sees()
    assert (await post_of(town)).text == "Другой текст\n\n#наставничество"


async def test_an_approved_text_does_not_change_by_an_old_button(town: Town, platform: str) -> None:
    curator = await drafted(town, platform)
    await curator.presses("Одобрить")
    await curator.presses("Сейчас")
    await at_posts(curator)
    await curator.presses("⏰")
    assert "Изменить текст" not in await curator.offered()
    assert (await post_of(town)).text.startswith(TEXT)


async def test_too_long_a_text_is_told_and_not_kept_as_a_post(town: Town, platform: str) -> None:
    curator = await writing(town, platform)
    await curator.says("а" * 4050)
    assert "4 050 знаков, а поместится не больше 4 000" in " ".join(curator.sees().split())
    await curator.says(TEXT)
    assert TEXT in (await post_of(town)).text


async def test_the_longest_text_is_shown_whole(town: Town, platform: str) -> None:
    curator = await drafted(town, platform, "<&>" * 1300)
    shown = "".join(message["text"] for message in curator.answer[:-1])
    assert shown == "<&>" * 1300 + "\n\n#наставничество"
    assert "Одобрить" in await curator.offered()


async def test_a_new_rubric_brings_its_hashtag(town: Town, platform: str) -> None:
    curator = await at_posts((await cast(town, platform)).curator)
    await curator.presses("Написать")
    await curator.says("Лучшие практики")
    await curator.says(TEXT)
    assert "#лучшие_практики" in curator.sees()
    await curator.presses("В начало")
    await at_posts(curator)
    await curator.presses("Написать")
    assert "Лучшие практики" in await curator.offered()


async def test_a_rubric_is_the_same_however_it_is_written(town: Town, platform: str) -> None:
    curator = await at_posts((await cast(town, platform)).curator)
    for name in ("наставничество", "Наставничество"):
        await at_posts(curator)
        await curator.presses("Написать")
        await curator.says(name)
    async with town.database.look() as session:
        assert len((await session.scalars(select(Rubric))).all()) == 1


async def test_a_rubric_without_letters_is_asked_again(town: Town, platform: str) -> None:
    curator = await at_posts((await cast(town, platform)).curator)
    await curator.presses("Написать")
    await curator.says("🙂🙂")
    assert "Не получилось понять название" in curator.sees()
    await curator.presses("Наставничество")
    assert "Напишите текст" in curator.sees()


async def test_a_participant_is_named_on_the_wall_only_with_the_consent_to_that(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    curator, maria = there.curator, there.maria
    await at_posts(curator)
    for words in ("Написать", "Наставничество"):
        await curator.presses(words)
    await curator.says("Спасибо Ивановой Марии за открытый урок!")
    await curator.presses("Одобрить")
    assert "имя участника программы: Иванова Мария Сергеевна" in curator.sees()
    assert "Согласие есть на бумаге" in await curator.offered()
    for label in ("В начало", "Ещё", "Мои согласия", "Разрешить имя и фото"):
        await (maria.says("меню") if label == "В начало" else maria.presses(label))
    await curator.presses("Изменить текст")
    await curator.says("Спасибо Ивановой Марии за открытый урок!")
    await curator.presses("Одобрить")
    await curator.presses("Сейчас")
    await town.turn(minutes=1)
    assert "Ивановой Марии" in (await wall(town))[0]


async def test_a_consent_that_is_withdrawn_keeps_an_approved_post_off_the_wall(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    maria = there.maria
    await maria.says("меню")
    for label in ("Ещё", "Мои согласия", "Разрешить имя и фото"):
        await maria.presses(label)
    curator = await at_posts(there.curator)
    for words in ("Написать", "Наставничество"):
        await curator.presses(words)
    await curator.says("Спасибо Ивановой Марии за открытый урок!")
    await curator.presses("Одобрить")
    await curator.says("завтра в 14")
    for label in ("Отозвать: имя и фото", "Да, отозвать"):
        await maria.presses(label)
    await town.turn(days=2)
    assert await wall(town) == []
    assert "согласия на публикацию имени нет" in "".join(each["text"] for each in await curator.reads())


async def test_a_name_can_be_taken_out_instead(town: Town, platform: str) -> None:
    curator = await drafted(town, platform, "Спасибо Ивановой Марии за открытый урок!")
    await curator.presses("Одобрить")
    await curator.presses("Изменить текст")
    await curator.says("Спасибо наставнику за открытый урок!")
    await curator.presses("Одобрить")
    assert "Когда опубликовать?" in curator.sees()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("когда-нибудь", "Не получилось понять время"),
        ("завтра", "А в котором часу?"),
        ("в 10", "А в какой день?"),
        ("31.02 10:00", "Такого дня или часа нет"),
        ("01.10 10:00", "Это время уже прошло"),
    ],
)
async def test_a_time_that_cannot_be_is_asked_again(town: Town, words: str, answer: str) -> None:
    curator = await scheduled(town, "telegram", words)
    assert answer in curator.sees()
    await curator.says("завтра в 10")
    assert (await post_of(town)).state == "approved"


async def test_a_post_may_go_at_night(town: Town, platform: str) -> None:
    await scheduled(town, platform, "завтра в 23:30")
    await town.turn(hours=38)
    assert len(await wall(town)) == 1


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (15, "нет права писать на стене"),
        (27, "только от имени администратора"),
        (214, "не приняла публикацию"),
        (1051, "не того вида"),
        (5, "больше не действует"),
        (14, "не робот"),
        (222, "не приняла ссылку"),
    ],
)
async def test_a_refusal_is_told_in_words_and_can_be_tried_again(town: Town, code: int, words: str) -> None:
    curator = await scheduled(town, "telegram", "через 2 часа")
    await refuses(town, code)
    await town.turn(hours=3)
    assert words in await news(curator)
    await curator.presses("Что можно сделать")
    assert words in curator.sees()
    await curator.presses("Попробовать снова")
    await town.turn(minutes=1)
    assert len(await wall(town)) == 1


async def test_posts_are_listed_with_their_state(town: Town, platform: str) -> None:
    curator = await scheduled(town, platform)
    for number in range(3):
        await at_posts(curator)
        await curator.presses("Написать")
        await curator.presses("Наставничество")
        await curator.says(f"Черновик {number}")
    await at_posts(curator)
    assert [label[0] for label in await curator.offered() if "ерновик" in label] == ["✏", "✏", "✏"]
    await curator.presses("Дальше")
    await curator.presses("⏰")
    assert "Выйдет завтра в 10:00" in curator.sees()


async def test_without_a_community_it_is_said_what_to_do(town: Town) -> None:
    await cast(town, "telegram")
    async with town.database.begin() as storage:
        [organisation] = await storage.organisations.all()
        [curator] = await storage.people.members(organisation.id, Role.CURATOR)
        only_telegram = Addresses({"telegram": "https://t.me/bot?start={}"})
        screen = await shelf(Scene(storage, town.world.clock.now, Texts.load(), only_telegram, curator))
    assert "Сообщество ВКонтакте пока не подключено" in screen.text
    assert [button.label for row in screen.rows for button in row] == ["В начало"]


async def agrees_to_news(person: Speaker) -> None:
    await person.says("меню")
    for label in ("Ещё", "Мои согласия", "Получать новости"):
        await person.presses(label)


async def test_a_post_goes_as_news_once_to_who_has_agreed_to_news(town: Town, platform: str) -> None:
    there = await cast(town, platform)
    for person in (there.maria, there.anna):
        await agrees_to_news(person)
    for label in ("Написать", "Наставничество"):
        await (await at_posts(there.curator) if label == "Написать" else there.curator).presses(label)
    await there.curator.says(TEXT)
    for label in ("Одобрить", "Сейчас"):
        await there.curator.presses(label)
    await town.turn(minutes=1)
    await at_posts(there.curator)
    for label in ("✅", "Разослать как новость"):
        await there.curator.presses(label)
    assert "согласились на новости программы: 2" in there.curator.sees()
    await there.curator.presses("Разослать")
    for label in ("Отозвать: новости", "Да, отозвать"):
        await there.anna.presses(label)
    await town.turn(days=1)
    assert f"Новость программы: {TEXT}" in await news(there.maria)
    assert TEXT not in await news(there.anna) + await news(there.vera)
    for label in ("Разослать как новость", "Разослать"):
        await there.curator.presses(label)
    assert "уже получили" in there.curator.sees()
