"""Typed words do what buttons do: labels, quick questions, surnames; what is none of these stays a letter."""

from tests.client import Person, Town
from tests.scenes import founded, participant

MARIA, MARINA = "Иванова Мария Сергеевна", "Иванова Марина Олеговна"
BEGINNINGS = {
    "Карта.": "дорожную карту",
    "еще": "Что ещё",
    "согласия": "огласи",
    "что просрочено": "дорожную карту",
    "кто не заполнил анкету?": "как идут дела",
}


async def said_at_home(person: Person, words: str) -> str:
    await person.says("меню")
    return (await person.says(words)).sees()


async def test_each_button_of_the_home_can_be_typed(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    for label in await (await curator.says("меню")).offered():
        await curator.says("меню")
        pressed = (await curator.presses(label)).sees()
        assert await said_at_home(curator, label.upper()) == pressed, label


async def test_a_curators_question_is_understood(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    for typed, seen in BEGINNINGS.items():
        assert seen in await said_at_home(curator, typed), typed
    assert "не поняла" in await said_at_home(curator, "синхрофазотрон")


async def test_a_surname_opens_the_card_and_of_several_she_chooses(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    maria = await participant(town, curator, MARIA, platform, "Наставником")
    assert f"{MARIA}\nпедагог" in (await said_at_home(curator, "иванова")).replace("Педагог", "педагог")
    await participant(town, curator, MARINA, platform, "Наставляемым")
    assert "несколько" in await said_at_home(curator, "Иванова")
    assert MARINA in (await curator.presses(MARINA)).sees()
    assert MARINA in await said_at_home(curator, "Иванова Марина")
    assert "куратору" in await said_at_home(maria, "Иванова")


async def test_a_participants_words_lead_and_her_letter_stays_a_letter(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    maria = await participant(town, curator, MARIA, platform, "Наставником")
    assert "Мои ответы" not in await said_at_home(maria, "ответы")
    assert "Я не поняла" not in maria.sees()
    assert "передать Ваши слова" in await said_at_home(maria, "ещё не получила свои ответы на анкету")
