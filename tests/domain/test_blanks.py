"""Codes of printed forms: as they are printed, and as people type them."""

import pytest

from domain.blanks import NUMBERS, BlankCode, blank_code, read_blank_code
from domain.forms import built_in
from handlers.offline.blanks import NOT_ON_PAPER


def test_every_form_that_is_printed_has_a_number_of_its_own() -> None:
    assert set(NUMBERS) == set(built_in()) - NOT_ON_PAPER
    assert len(set(NUMBERS.values())) == len(NUMBERS)


@pytest.mark.parametrize("form", [*NUMBERS, "own_1", "own_27"])
def test_what_is_printed_is_read_again(form: str) -> None:
    assert read_blank_code(blank_code(form, 3)) == BlankCode(form, 3)


@pytest.mark.parametrize(
    "typed", ["Б-2-3", "б 2 3", "Б2-3", "B-2-3", "бланк 2-3", "Код бланка: Б-2-3", " б – 2 – 3 ", "Бланк № 2/3"]
)
def test_a_code_is_known_in_any_spelling(typed: str) -> None:
    assert read_blank_code(typed) == BlankCode("mentee", 3)


@pytest.mark.parametrize("typed", ["2-3", "Б", "бланк", "15.10 14:00", "7 Б", "K7QF-29MX", "Б-2-3 и ещё"])
def test_other_words_are_no_code(typed: str) -> None:
    assert read_blank_code(typed) is None


def test_a_number_that_no_form_has_is_told_as_such() -> None:
    assert read_blank_code("Б-77-1") == BlankCode("", 1)
