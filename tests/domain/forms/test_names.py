"""Names as people type them, and what is none."""

import pytest

from domain.forms import Answer, Kind, Problem, ProblemCode, read_answer
from tests.domain.forms.making import question

NAME = question(Kind.TEXT, "name", subject="person.name")


@pytest.mark.parametrize(
    "typed",
    [
        "Иванова Анна Петровна",
        "Салтыков-Щедрин Михаил",
        "Алиев Рамиз Гасан оглы",
        "д’Артаньян Шарль",
        "О'Коннор Мэри",
        "Петрова (Сидорова) Анна",
        "Ли Ю",
        "Иванова А. П.",
        "Бабаев Тимур-Хан Али-оглы",
        "Müller José",
    ],
)
def test_a_full_name_is_taken_as_typed(typed: str) -> None:
    assert read_answer(NAME, typed) == Answer(typed)


@pytest.mark.parametrize("typed", ["31.12-10.01", "8 913 123-45-67", "Анна2 Петровна", "=HYPERLINK(1) два", "— –"])
def test_what_holds_no_letters_or_other_signs_is_no_name(typed: str) -> None:
    read = read_answer(NAME, typed)
    assert isinstance(read, Problem)
    assert read.code in {ProblemCode.NOT_A_NAME, ProblemCode.EMPTY}


@pytest.mark.parametrize("typed", ["А", "Анна", "А Б"])
def test_one_word_or_single_letters_are_asked_for_the_full_name(typed: str) -> None:
    read = read_answer(NAME, typed)
    assert isinstance(read, Problem)
    assert read.code in {ProblemCode.NAME_NOT_FULL, ProblemCode.TOO_SHORT}


def test_spaces_in_a_name_are_put_in_order() -> None:
    assert read_answer(NAME, " Иванова   Анна ") == Answer("Иванова Анна")
