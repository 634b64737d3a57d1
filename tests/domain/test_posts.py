"""Hashtags, moments to publish, and names of participants in a text."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import Calendar
from domain.posts import hashtag_of, named_in, publishing_moments, with_hashtag

MOSCOW = Calendar(ZoneInfo("Europe/Moscow"))
PEOPLE = ["Иванова Анна Петровна", "Черных Мария Сергеевна", "Королёв Пётр Ильич", "Анна"]


@pytest.mark.parametrize(
    ("title", "hashtag"),
    [("Наставничество", "#наставничество"), ("Лучшие практики — 2026!", "#лучшие_практики_2026"), ("«…»", "")],
)
def test_a_title_becomes_a_hashtag_that_vk_takes(title: str, hashtag: str) -> None:
    assert hashtag_of(title) == hashtag


def test_the_hashtag_stands_at_the_end() -> None:
    assert with_hashtag("Пары начали работу.\n", "#наставничество") == "Пары начали работу.\n\n#наставничество"


def test_a_hashtag_that_the_author_wrote_is_not_doubled() -> None:
    assert with_hashtag("Наш день #Наставничество сегодня", "#наставничество") == "Наш день #Наставничество сегодня"


def test_a_longer_hashtag_is_another_one() -> None:
    assert with_hashtag("Итоги #наставничество2026", "#наставничество").endswith("\n\n#наставничество")


@pytest.mark.parametrize(
    "text",
    [
        "Иванова Анна Петровна провела урок",
        "спасибо Анне Петровне",
        "интервью с Ивановой Анной",
        "АННА ИВАНОВА и её ученики",
        "Урок А. П. Ивановой",
        "открытое занятие Ивановой А.П.",
        "Наша Анна\nПетровна",
    ],
)
def test_a_name_is_found_in_any_case_and_order(text: str) -> None:
    assert named_in(text, PEOPLE) == ["Иванова Анна Петровна"]


def test_letters_are_folded_and_surnames_may_stay_as_they_are() -> None:
    text = "Вела встречу Мария Черных, помогал Петр Королев"
    assert named_in(text, PEOPLE) == ["Черных Мария Сергеевна", "Королёв Пётр Ильич"]


@pytest.mark.parametrize(
    "text",
    [
        "В детском саду № 8 начались встречи пар",
        "Анна и её наставник встретились",
        "Ивановская область, Петровский район",
        "спасибо Анне. А. С. Пушкин писал",
        "",
    ],
)
def test_a_first_name_alone_and_other_words_are_no_name(text: str) -> None:
    assert named_in(text, PEOPLE) == []


def test_moments_are_proposed_on_working_days_and_not_too_soon() -> None:
    friday = datetime(2026, 10, 9, 13, 45, tzinfo=UTC)
    assert publishing_moments(friday, MOSCOW, 3) == [
        datetime(2026, 10, 12, 7, tzinfo=UTC),
        datetime(2026, 10, 12, 14, tzinfo=UTC),
        datetime(2026, 10, 13, 7, tzinfo=UTC),
    ]


def test_a_day_off_of_the_organisation_is_left_out() -> None:
    calendar = Calendar(ZoneInfo("Europe/Moscow"), {date(2026, 10, 6): False})
    moments = publishing_moments(datetime(2026, 10, 5, 15, tzinfo=UTC), calendar)
    assert {calendar.day_of(moment) for moment in moments} == {date(2026, 10, 7), date(2026, 10, 8)}
