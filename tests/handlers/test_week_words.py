"""When the curator's week is worth a message."""

from datetime import date

import pytest

from handlers.row_words import digest_words
from locales import Texts

LATE, SOON = "Просрочено 10 строк", "Сроки: пт — отчёт"


@pytest.mark.parametrize(
    ("today", "ahead", "told"),
    [
        (date(2026, 10, 5), None, True),  # the first week of a month repeats what is late
        (date(2026, 10, 12), None, False),
        (date(2026, 10, 13), None, False),
        (date(2026, 10, 12), SOON, True),
        (date(2027, 7, 5), None, False),  # in summer nothing is repeated
        (date(2027, 7, 5), SOON, True),
    ],
)
def test_what_is_late_alone_is_repeated_once_a_month(today: date, ahead: str | None, told: bool) -> None:
    words = digest_words(Texts.load(), today, [ahead], [LATE])
    assert (words is not None and LATE in words) is told


def test_a_week_without_anything_is_not_told() -> None:
    assert digest_words(Texts.load(), date(2026, 10, 5), [None], [None]) is None
