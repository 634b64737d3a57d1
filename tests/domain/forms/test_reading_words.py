"""Typed words, files in their place, and what leaves a question out."""

import pytest

from domain.forms import (
    Answer,
    Attached,
    Kind,
    Limits,
    Pressed,
    Problem,
    ProblemCode,
    Skip,
    Typed,
    means_back,
    read_answer,
)
from tests.domain.forms.making import question

TEXT = question(Kind.TEXT, limits=Limits(min_length=2, max_length=50))
FILE = question(Kind.FILE)


@pytest.mark.parametrize(
    "typed",
    [
        "Иванова Анна Петровна",
        "<b>Анна</b> & Co",
        "Анна 🌷 Петровна",
        '=HYPERLINK("http://x")',
        "О’Коннор-Ткач",
        "Нгуен Тхи Ань",
        "Ия",
    ],
)
def test_names_stay_as_they_were_typed(typed):
    assert read_answer(TEXT, f"  {typed} \n") == Answer(typed)


def test_what_no_database_keeps_is_left_out():
    assert read_answer(TEXT, "Ан\x00на \ud83d") == Answer("Анна")


@pytest.mark.parametrize("typed", ["", "   ", "...", "🙂🙂", "\u200b"])
def test_a_message_without_words_is_asked_again(typed):
    assert read_answer(TEXT, typed) == Problem(ProblemCode.EMPTY)


def test_one_letter_is_no_name():
    assert read_answer(TEXT, "Ю.") == Problem(ProblemCode.TOO_SHORT, {"limit": 2})


def test_too_long_a_text_tells_its_length_and_the_limit():
    assert read_answer(TEXT, "а" * 51) == Problem(ProblemCode.TOO_LONG, {"limit": 50, "length": 51})
    assert read_answer(TEXT, "а" * 50) == Answer("а" * 50)


def test_ten_thousand_characters_are_too_long_for_every_typed_kind():
    for kind in (each for each in Kind if each is not Kind.FILE):
        problem = read_answer(question(kind, own=True), "слово 1 " * 1250)
        assert isinstance(problem, Problem), kind
        assert problem.code is ProblemCode.TOO_LONG, kind


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("given", [Skip(), "Пропустить", "пропустить.", "-", "—"])
def test_an_optional_question_of_any_kind_can_be_left_out(kind, given):
    assert read_answer(question(kind, required=False), given) == Answer(None)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_required_question_can_not_be_left_out(kind):
    assert read_answer(question(kind), Skip()) == Problem(ProblemCode.REQUIRED)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.FILE])
def test_a_photo_where_words_are_asked_is_said_so(kind):
    assert read_answer(question(kind), Attached("photo", "f1")) == Problem(
        ProblemCode.WORDS_EXPECTED, {"media": "photo"}
    )


def test_the_words_under_a_photo_answer_a_question_about_words():
    assert read_answer(TEXT, Attached("photo", "f1", "Анна Петровна")) == Answer("Анна Петровна")


@pytest.mark.parametrize("media", ["photo", "document"])
def test_a_photo_or_a_document_answers_a_question_about_a_file(media):
    assert read_answer(FILE, Attached(media, "f1")) == Answer("f1")


def test_a_voice_message_or_words_are_no_file():
    assert read_answer(FILE, Attached("voice", "f1")) == Problem(ProblemCode.OTHER_MEDIA, {"media": "voice"})
    assert read_answer(FILE, Typed("вот он")) == Problem(ProblemCode.FILE_EXPECTED)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_button_of_another_question_is_stale(kind):
    assert read_answer(question(kind), Pressed("from_elsewhere")) == Problem(ProblemCode.STALE_BUTTON)


@pytest.mark.parametrize(("typed", "back"), [("Назад", True), ("⬅️ назад", True), ("Назад дороги нет", False)])
def test_back_can_be_typed(typed, back):
    assert means_back(typed) is back
