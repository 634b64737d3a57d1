"""Many rows in one list: what is most urgent is seen, and whose paper a row stands in."""

from datetime import date, timedelta

import pytest

from domain.reminders import Kind
from handlers.heap_words import district_words, heap_words
from handlers.row_words import DatedRow, RowWords, late_rows, week_title
from locales import Texts

TODAY = date(2026, 10, 12)
TEXTS = Texts.load()


def rows(*days: int, from_district: bool = False) -> list[RowWords]:
    """Rows that are due so many days from today."""
    return [RowWords(f"1.{day}", f"Дело {day}", "", TODAY + timedelta(days=day), from_district) for day in days]


def test_the_most_urgent_rows_come_first_and_only_the_farthest_are_left_out() -> None:
    told = heap_words(TEXTS, Kind.DEADLINE, rows(14, 7, 1, 14, 0, 7), TODAY).splitlines()
    assert told[1:4] == [
        "• 1.0 — Дело 0 (<b>сегодня</b>)",
        "• 1.1 — Дело 1 (<b>завтра</b>)",
        "• 1.7 — Дело 7 (до 19 октября)",
    ]
    assert told[5:] == ["• 1.14 — Дело 14 (до 26 октября)", "• и ещё 1 строка"]


@pytest.mark.parametrize(
    ("day", "said"), [(0, "3 строки: срок сегодня, 12 октября:"), (1, "3 строки: срок завтра, 13 октября:")]
)
def test_one_day_of_all_rows_is_said_once_as_today_or_tomorrow(day: int, said: str) -> None:
    assert said in heap_words(TEXTS, Kind.DEADLINE, rows(day, day, day), TODAY)


def test_rows_of_the_district_are_marked_and_the_mark_explained_once() -> None:
    told = heap_words(TEXTS, Kind.DEADLINE, [*rows(0, 1), *rows(2, 3, from_district=True)], TODAY)
    assert "• р. 1.2 — Дело 2" in told and "• 1.1 — Дело 1" in told
    assert told.count("«р.» — строка от района") == 1


@pytest.mark.parametrize("kind", [Kind.CHECK_IN, Kind.ASK_DATE])
def test_what_is_asked_every_month_stays_short(kind: Kind) -> None:
    due = date(2027, 5, 31) if kind is Kind.CHECK_IN else None
    many = [RowWords(f"{number}", "Очень длинное дело " * 20, "по графику " * 30, due) for number in range(9)]
    told = heap_words(TEXTS, kind, many, TODAY)
    assert told.count("•") == 6 and "и ещё 4 строки" in told
    assert len(told) < 700


def test_the_district_hears_of_all_its_organisations_at_once_with_their_rows() -> None:
    told = district_words(TEXTS, [("Школа № 1", ["1.2"]), ("Школа № 2", [str(number) for number in range(1, 11)])])
    assert told.splitlines()[1:] == [
        "• Школа № 1 — строка 1.2",
        "• Школа № 2 — строки 1, 2, 3, 4, 5, 6, 7, 8 и ещё 2",
    ]


@pytest.mark.parametrize(("count", "said"), [(1, "1 дело, оно в"), (3, "3 дела, они в"), (21, "21 дело, они в")])
def test_the_rows_for_a_new_organisation_are_counted_in_russian(count: int, said: str) -> None:
    assert said in TEXTS("district-joined", district="Лесной район", count=count)


def test_the_week_names_what_is_late_the_longest_first() -> None:
    late = [DatedRow(TODAY - timedelta(days=days), f"Дело {days}", days == 9) for days in (1, 9, 3, 4, 5, 6, 7)]
    told = late_rows(TEXTS, late, TODAY) or ""
    assert told.startswith("Просрочено 7 строк ⚠️\n• Дело 9 (от района) — срок был 3 октября\n• Дело 7 — ")
    assert told.endswith("и ещё 2 строки")


def test_a_week_over_two_months_has_room_around_the_dash() -> None:
    assert week_title(TEXTS, date(2026, 12, 28)) == "<b>Неделя 28 декабря — 3 января 2027 года</b>"
