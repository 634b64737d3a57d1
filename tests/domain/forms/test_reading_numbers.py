"""Numbers, scales, yes and no."""

from datetime import date

import pytest

from domain.forms import Answer, Kind, Limits, Pressed, Problem, ProblemCode, read_answer
from tests.domain.forms.making import options, question

COUNT = question(Kind.NUMBER, limits=Limits(minimum=1, maximum=10))
YEARS = question(Kind.NUMBER, unit="years", limits=Limits(minimum=0, maximum=70))
SCALE = question(Kind.SCALE, limits=Limits(minimum=1, maximum=10))
YES_NO = question(Kind.YES_NO)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("7", 7), ("семь", 7), ("двоих", 2), ("около 5", 5), ("5 (пять)", 5), ("5.", 5), ("7️⃣", 7), ("человек 6", 6)],
)
def test_numbers_in_digits_and_words(typed, number):
    assert read_answer(COUNT, typed) == Answer(number)


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("15", 15),
        ("15 лет", 15),
        ("15лет", 15),
        ("пятнадцать лет", 15),
        ("двадцать пять", 25),
        ("тридцать один год", 31),
        ("уже 23-й год", 23),
        ("2,5 года", 2),
        ("полтора года", 1),
        ("год", 1),
        ("полгода", 0),
        ("меньше года", 0),
        ("только начинаю", 0),
        ("6 месяцев", 0),
        ("18 месяцев", 1),
        ("2 года и 6 месяцев", 2),
        ("0", 0),
        ("ноль", 0),
    ],
)
def test_years_of_work_are_full_years(typed, years):
    assert read_answer(YEARS, typed) == Answer(years)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("много", ProblemCode.NOT_A_NUMBER),
        ("5-7", ProblemCode.SEVERAL_NUMBERS),
        ("5 или 6", ProblemCode.SEVERAL_NUMBERS),
        ("пять или шесть", ProblemCode.SEVERAL_NUMBERS),
        ("2,5", ProblemCode.NOT_WHOLE),
        ("-3", ProblemCode.TOO_SMALL),
        ("0", ProblemCode.TOO_SMALL),
        ("11", ProblemCode.TOO_BIG),
        ("9" * 200, ProblemCode.TOO_BIG),
    ],
)
def test_what_is_wrong_with_a_number(typed, code):
    problem = read_answer(COUNT, typed)
    assert isinstance(problem, Problem)
    assert problem.code is code


def test_since_a_year_counts_to_today():
    assert read_answer(YEARS, "с 2015 года", today=date(2026, 11, 21)) == Answer(11)


def test_a_year_is_no_number_of_years_where_today_is_unknown():
    assert read_answer(YEARS, "с 2010 года") == Problem(ProblemCode.TOO_BIG, {"limit": 70})


def test_a_suggested_number_can_be_pressed():
    suggested = question(Kind.NUMBER, options=options(), limits=Limits(minimum=1, maximum=10))
    assert read_answer(suggested, Pressed("3")) == Answer(3)


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("8", 8),
        ("восемь", 8),
        ("Восьмёрка!", 8),
        ("твердая восьмерка", 8),
        ("8/10", 8),
        ("8 из 10", 8),
        ("восемь из десяти", 8),
        ("10 из 10", 10),
        ("4 из 5", None),
        ("на 10", 10),
        ("десять", 10),
        ("8 баллов", 8),
        ("9️⃣", 9),
        ("11", None),
        ("0", None),
        ("8,5", None),
        ("7-8", None),
        ("отлично", None),
    ],
)
def test_marks_on_a_scale(typed, mark):
    problem = Problem(ProblemCode.NOT_ON_SCALE, {"lowest": 1, "highest": 10})
    assert read_answer(SCALE, typed) == (problem if mark is None else Answer(mark))


@pytest.mark.parametrize("key", [str(mark) for mark in range(1, 11)])
def test_every_mark_can_be_pressed(key):
    assert read_answer(SCALE, Pressed(key)) == Answer(int(key))


@pytest.mark.parametrize("key", ["0", "11", "-1", "²"])
def test_a_pressed_mark_outside_the_scale_is_no_answer(key):
    assert isinstance(read_answer(SCALE, Pressed(key)), Problem)


@pytest.mark.parametrize(
    ("typed", "yes"),
    [
        ("да", True),
        ("Да!", True),
        ("да, конечно", True),
        ("конечно", True),
        ("хочу", True),
        ("скорее да", True),
        ("+", True),
        ("👍", True),
        ("1", True),
        ("нет", False),
        ("Нет, спасибо", False),
        ("неа", False),
        ("не хочу", False),
        ("пока нет", False),
        ("👎", False),
        ("2", False),
    ],
)
def test_yes_and_no_in_words(typed, yes):
    assert read_answer(YES_NO, typed) == Answer(yes)


@pytest.mark.parametrize("typed", ["не знаю", "да нет наверное", "хочу, но не могу", "может быть", "далеко", "3"])
def test_neither_yes_nor_no_is_asked_again(typed):
    assert read_answer(YES_NO, typed) == Problem(ProblemCode.NOT_YES_NO)


@pytest.mark.parametrize(("key", "yes"), [("yes", True), ("no", False)])
def test_yes_and_no_can_be_pressed(key, yes):
    assert read_answer(YES_NO, Pressed(key)) == Answer(yes)
