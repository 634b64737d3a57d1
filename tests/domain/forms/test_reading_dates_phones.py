"""Dates and phone numbers in every spelling."""

from datetime import date

import pytest

from domain.forms import Answer, Kind, Limits, Problem, ProblemCode, read_answer
from tests.domain.forms.making import question

DATE = question(Kind.DATE)
PHONE = question(Kind.PHONE)
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "typed",
    [
        "15.03.1985",
        "15.3.1985",
        "15/03/1985",
        "15-03-1985",
        "15 03 1985",
        "15,03,1985",
        "15. 03. 1985 г.",
        "15031985",
        "1985-03-15",
        "15 марта 1985",
        "15 марта 1985 года",
        "15 Мар. 1985",
        "15-го марта 1985 г.",
        "15марта1985",
        "пятнадцатое марта 1985",
        "Пятнадцатого марта 1985 года",
        "я родилась 15.03.1985",
        "15.03.85",
        "15 марта 85 г.",
    ],
)
def test_one_date_in_many_spellings(typed):
    assert read_answer(DATE, typed, today=TODAY) == Answer(date(1985, 3, 15))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1 мая 2020", date(2020, 5, 1)),
        ("первое мая 2020", date(2020, 5, 1)),
        ("третье мая 2020", date(2020, 5, 3)),
        ("двадцать первое июня 2019", date(2019, 6, 21)),
        ("тридцатое июля 2019", date(2019, 7, 30)),
        ("тридцать первого августа 2019", date(2019, 8, 31)),
        ("29.02.2024", date(2024, 2, 29)),
        ("1.9.26", date(2026, 9, 1)),
        ("1.9.37", date(1937, 9, 1)),
        ("сегодня", TODAY),
        ("завтра", date(2026, 11, 22)),
        ("вчера", date(2026, 11, 20)),
    ],
)
def test_other_dates(typed, day):
    assert read_answer(DATE, typed, today=TODAY) == Answer(day)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("не помню", ProblemCode.NOT_A_DATE),
        ("1985", ProblemCode.NOT_A_DATE),
        ("31.02.1985", ProblemCode.NO_SUCH_DATE),
        ("15.13.1985", ProblemCode.NO_SUCH_DATE),
        ("30 февраля 1985", ProblemCode.NO_SUCH_DATE),
        ("00.00.0000", ProblemCode.NO_SUCH_DATE),
        ("15 марта", ProblemCode.DATE_WITHOUT_YEAR),
        ("15.03", ProblemCode.DATE_WITHOUT_YEAR),
    ],
)
def test_what_is_wrong_with_a_date(typed, code):
    assert read_answer(DATE, typed, today=TODAY) == Problem(code)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("в четверг", date(2026, 11, 26)),
        ("Лучше в следующую среду", date(2026, 11, 25)),
        ("через неделю", date(2026, 11, 28)),
        ("послезавтра", date(2026, 11, 23)),
    ],
)
def test_a_day_to_come_is_read_as_for_a_meeting(typed, day):
    assert read_answer(DATE, typed, today=TODAY) == Answer(day)


@pytest.mark.parametrize("typed", ["в четверг после обеда", "в четверг или в пятницу", "осенью"])
def test_a_day_is_not_read_where_something_else_is_said_too(typed):
    assert read_answer(DATE, typed, today=TODAY) == Problem(ProblemCode.NOT_A_DATE)


def test_a_year_of_two_digits_needs_to_know_the_day():
    assert read_answer(DATE, "15.03.85") == Problem(ProblemCode.DATE_WITHOUT_YEAR)


def test_a_date_keeps_to_its_bounds():
    bounded = question(Kind.DATE, limits=Limits(minimum=date(2026, 9, 1), maximum=date(2027, 5, 31)))
    assert read_answer(bounded, "31.08.2026") == Problem(ProblemCode.DATE_TOO_EARLY, {"limit": "01.09.2026"})
    assert read_answer(bounded, "01.06.2027") == Problem(ProblemCode.DATE_TOO_LATE, {"limit": "31.05.2027"})
    assert read_answer(bounded, "31.05.2027") == Answer(date(2027, 5, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "+79131234567",
        "+7 913 123-45-67",
        "8 (913) 123-45-67",
        "89131234567",
        "+8 913 123 45 67",
        "7 913 123 45 67",
        "9131234567",
        "913.123.45.67",
        "8–913–123–45–67",
        "мой телефон: 8 913 123 45 67, звоните",
        "8 913 123-45-67 доб. 12",
        "8\u00a0913\u00a0123\u00a045\u00a067",
    ],
)
def test_one_phone_in_many_spellings(typed):
    assert read_answer(PHONE, typed) == Answer("+79131234567")


def test_a_city_phone_with_its_code_and_a_foreign_one():
    assert read_answer(PHONE, "8 (38333) 2-12-34") == Answer("+73833321234")
    assert read_answer(PHONE, "+375 29 123-45-67") == Answer("+375291234567")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("нет телефона", Problem(ProblemCode.NOT_A_PHONE)),
        ("2-12-34", Problem(ProblemCode.PHONE_TOO_SHORT, {"length": 5})),
        ("8 913 123 45 67 8", Problem(ProblemCode.PHONE_TOO_LONG, {"length": 12})),
        ("1234567890", Problem(ProblemCode.NOT_A_PHONE)),
    ],
)
def test_what_is_wrong_with_a_phone(typed, problem):
    assert read_answer(PHONE, typed) == problem


@pytest.mark.parametrize("typed", ["нет", "не хочу", "Нет, спасибо"])
def test_a_refusal_leaves_an_optional_phone_out(typed):
    assert read_answer(question(Kind.PHONE, required=False), typed) == Answer(None)
    assert read_answer(PHONE, typed) == Problem(ProblemCode.NOT_A_PHONE)
