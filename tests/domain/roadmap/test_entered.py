"""A due that a person types for a row."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.roadmap import Period
from domain.roadmap.entered import Entered, read_entered

YEAR = Period(date(2026, 9, 1), date(2027, 5, 31))
NOW = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)


def entered(text: str) -> Entered:
    return read_entered(text, YEAR, NOW, ZoneInfo("Europe/Moscow"))


@pytest.mark.parametrize(
    ("text", "phrase", "end"),
    [
        ("до 20 ноября", "до 20 ноября", date(2026, 11, 20)),
        (" 15.10 ", "15.10", date(2026, 10, 15)),
        ("в пятницу", "до 09.10.2026", date(2026, 10, 9)),
        ("до конца месяца", "до 31.10.2026", date(2026, 10, 31)),
        ("ежемесячно", "ежемесячно", date(2027, 5, 31)),
        ("по запросу", "по запросу", None),
    ],
)
def test_what_is_clear_is_taken_and_a_relative_day_becomes_a_date(text: str, phrase: str, end: date | None) -> None:
    found = entered(text)
    assert (found.due.phrase, found.due.end, found.unsure) == (phrase, end, None)


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("до 1 сентября", "past"),
        ("15 октября 2027", "outside_period"),
        ("по графику", "due_elsewhere"),
        ("ежегодно", "no_month"),
        ("до октября", "before_or_within"),
    ],
)
def test_what_is_doubtful_is_asked_about(text: str, unsure: str) -> None:
    found = entered(text)
    assert (found.unsure, found.unread) == (unsure, False)


@pytest.mark.parametrize("text", ["31 февраля", "когда-нибудь", ""])
def test_what_is_not_a_due_is_not_kept(text: str) -> None:
    assert entered(text).unread
