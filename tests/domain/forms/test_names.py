"""Names as people type them, and what is none."""

import pytest

from domain.forms import Answer, Chosen, Kind, Position, Problem, ProblemCode, load, position, read_answer
from domain.forms.names import full_name
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


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("соколова ольга викторовна", "Соколова Ольга Викторовна"),
        ("САЛТЫКОВ-ЩЕДРИН МИХАИЛ", "Салтыков-Щедрин Михаил"),
        ("алиев рамиз гасан Оглы", "алиев рамиз гасан Оглы"),
        ("АЛИЕВ РАМИЗ ГАСАН ОГЛЫ", "Алиев Рамиз Гасан оглы"),
        ("о’коннор мэри", "О’Коннор Мэри"),
    ],
)
def test_a_name_all_in_small_or_big_letters_is_written_as_in_papers(typed: str, kept: str) -> None:
    assert read_answer(NAME, typed) == Answer(kept)


def test_a_name_that_papers_cannot_hold_is_none() -> None:
    assert full_name("  Иванова\n Анна ") == "Иванова Анна"
    assert full_name("Ива " * 31) is None and full_name("Анна") is None and full_name("=1+1 да") is None


HOLIDAYS = question(Kind.LONG_TEXT, "holidays", subject="organisation.holidays", required=False)


@pytest.mark.parametrize(
    "typed", ["25.10–02.11", "26 октября - 3 ноября, новогодние с 31.12 по 11.01", "29.02-05.03"]
)
def test_holidays_are_kept_as_typed_once_they_are_understood(typed: str) -> None:
    assert read_answer(HOLIDAYS, typed) == Answer(typed)


@pytest.mark.parametrize("typed", ["как у всех", "осенью", "25.10", "40.10–41.10", "с 1 мая по 1 апреля"])
def test_holidays_that_are_not_understood_are_asked_again(typed: str) -> None:
    assert read_answer(HOLIDAYS, typed) == Problem(ProblemCode.NOT_HOLIDAYS)


def test_no_holidays_are_no_answer() -> None:
    assert read_answer(HOLIDAYS, "нет") == Answer(None) == read_answer(HOLIDAYS, "-")


def test_the_questions_about_an_organisation_are_counted_alike_before_and_after_the_first() -> None:
    form = load("organisation")
    chosen = {"level": Answer(Chosen(("organisation",)))}
    begun, going_on = position(form, {}), position(form, chosen)
    assert begun and going_on
    assert (begun.total, going_on.total) == (7, 7)
    assert position(form, {"level": Answer(Chosen(("district",)))}) == Position(2, 6)
