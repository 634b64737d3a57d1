"""What people send to an own form with every kind of question: it is told kindly, and the question stays."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiogram.types import Message

from domain.forms import Attached
from domain.forms.own.layout import KINDS
from handlers.questionnaire.flow import given_in
from handlers.visit import Visit
from tests.client import Person, Town
from tests.handlers import couples
from tests.handlers.test_own_forms import with_form

OPTIONS = "\n".join(f"Предмет {number}" for number in range(1, 61))
OPTIONAL_TICKS = ("1", "Что Вы ведёте?", "Несколько из списка", OPTIONS, "нет")
EACH = tuple(
    (str(number), f"Спрошу: {kind}", kind, "Первое\nВторое" if "списка" in kind else "")
    for number, kind in enumerate(KINDS, 1)
)
BAD = {
    "Короткий ответ": "🙂",
    "Развёрнутый ответ": "...",
    "Число": "не знаю",
    "Шкала от 1 до 10": "11",
    "Да или нет": "как сказать",
    "Один из списка": "третье",
    "Несколько из списка": "третье",
    "Дата": "31.02.2010",
    "Телефон": "2-12-34",
    "Файл или фото": "вот он",
}
GOOD = {
    "Короткий ответ": "ИКТ",
    "Развёрнутый ответ": "Хочу вести кружок",
    "Число": "двадцать пять",
    "Шкала от 1 до 10": "8 из 10",
    "Да или нет": "ага",
    "Один из списка": "второе",
    "Несколько из списка": "1 и 2",
    "Дата": "пятого мая 2010",
    "Телефон": "8(913)1234567",
}


async def tried(town: Town, platform: str, *questions: tuple[str, ...]) -> Person:
    """The curator tries a form of her own."""
    there = await couples.cast(town, platform)
    await with_form(there, *questions)
    await there.curator.presses("Попробовать")
    return await there.curator.presses("Начать анкету")


async def test_every_kind_of_question_refuses_what_is_no_answer_and_takes_one(
    town: Town, platform: str, png: bytes
) -> None:
    curator = await tried(town, platform, *EACH)
    for kind, bad in BAD.items():
        asked = f"Спрошу: {kind}"
        assert asked in curator.sees()
        await curator.says(bad)
        assert asked in curator.sees() and not curator.sees().startswith("Вопрос"), kind
        if kind != "Файл или фото":
            await curator.sends("я.png", png, "image/png")
            assert "нужен ответ словами" in curator.sees(), kind
            await curator.says(GOOD[kind])
    await curator.sends("я.png", png, "image/png")
    assert "файл приложен" in curator.sees()
    assert "05.05.2010" in curator.sees() and "+79131234567" in curator.sees()


async def test_sixty_options_are_turned_over_and_ticked_on_any_page(town: Town, platform: str) -> None:
    curator = await tried(town, platform, OPTIONAL_TICKS)
    assert "Прежние варианты" not in await curator.offered()
    await curator.presses("Другие варианты")
    await curator.presses("Прежние варианты")
    while "Другие варианты" in await curator.offered():
        await curator.presses("Другие варианты")
    await curator.presses("☐ Предмет 60")
    await curator.says("17, 59")
    assert "Предмет 17; Предмет 59; Предмет 60" in curator.sees()


@pytest.mark.parametrize("media", ["voice", "sticker", "photo", "document"])
async def test_what_came_in_place_of_words_is_called_by_its_name(media: str) -> None:
    shapes: dict[str, Any] = {
        "voice": {"duration": 3},
        "sticker": {"type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False},
    }
    file = {"file_id": "f", "file_unique_id": "f", **shapes.get(media, {"width": 9, "height": 9})}
    message = Message.model_validate(
        {
            "message_id": 1,
            "date": datetime(2026, 10, 5, tzinfo=UTC),
            "chat": {"id": 1, "type": "private"},
            media: [file] if media == "photo" else file,
        }
    )
    visit = cast(Visit, SimpleNamespace(incoming=None))
    assert await given_in(message, visit) == Attached(media)
