"""The columns of a printed table are as wide as their texts need."""

import pytest

from documents.writers.word import CELL_MARGINS_CM, LETTER_CM, fitting_widths, longest_word

TOTAL = 25.7
SHORT = ["Срок", *["до 01.10.2026"] * 9]
EVEN = ["Мероприятие", *["провести встречу наставников и наставляемых " * 3] * 9]
RARE = ["Показатель", *[""] * 8, "доля участников, которые довольны работой в паре, в процентах " * 6]


def test_all_of_the_width_is_used_and_a_word_fits_its_column() -> None:
    widths = fitting_widths([SHORT, EVEN, RARE], TOTAL)
    assert sum(widths) == pytest.approx(TOTAL)
    assert widths[0] >= len("01.10.2026") * LETTER_CM + CELL_MARGINS_CM
    assert widths[0] < 4


def test_a_column_with_one_long_cell_is_not_left_narrow() -> None:
    _, even, rare = fitting_widths([SHORT, EVEN, RARE], TOTAL)
    assert rare > even


def test_a_range_of_days_may_break_at_its_dash() -> None:
    assert longest_word(["01.09.2026-30.12.2026"]) == len("01.09.2026-")


def test_more_columns_than_fit_share_the_page_by_their_words() -> None:
    widths = fitting_widths([["Ответственный"]] * 20, TOTAL)
    assert widths == pytest.approx([TOTAL / 20] * 20)
