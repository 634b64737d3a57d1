"""Every kind of question and every kind of thing that people send to it: an answer, or a sentence that helps.

A row is what is sent; under each kind stands the answer that it is, or the problem that is told. Nothing is guessed.
"""

from datetime import date
from typing import Any

import pytest

from domain.forms import Answer, Attached, Chosen, Kind, Limits, Problem, ProblemCode, read_answer
from domain.forms.given import Given, Typed
from locales import Texts
from tests.domain.forms.making import question

TEXTS = Texts.load("ru")
TODAY = date(2026, 11, 21)

EMPTY, LONG, SHORT = ProblemCode.EMPTY, ProblemCode.TOO_LONG, ProblemCode.TOO_SHORT
NO_NUMBER, MANY, NO_MARK = ProblemCode.NOT_A_NUMBER, ProblemCode.SEVERAL_NUMBERS, ProblemCode.NOT_ON_SCALE
NO_YES, NO_OPTION, NO_DATE = ProblemCode.NOT_YES_NO, ProblemCode.NOT_AN_OPTION, ProblemCode.NOT_A_DATE
NO_YEAR, NO_PHONE, NO_FILE = ProblemCode.DATE_WITHOUT_YEAR, ProblemCode.NOT_A_PHONE, ProblemCode.FILE_EXPECTED
WORDS, OTHER, FEW = ProblemCode.WORDS_EXPECTED, ProblemCode.OTHER_MEDIA, ProblemCode.PHONE_TOO_SHORT
BIG, NO_NAME, NOT_FULL = ProblemCode.TOO_BIG, ProblemCode.NOT_A_NAME, ProblemCode.NAME_NOT_FULL
NO_DAY, NOT_WHOLE = ProblemCode.NO_SUCH_DATE, ProblemCode.NOT_WHOLE

MAY = date(2010, 5, 5)
PHONE = "+79131234567"
KINDS = ("text", "long", "name", "number", "scale", "yes_no", "one", "several", "date", "phone", "file")
QUESTIONS = {
    "text": question(Kind.TEXT, limits=Limits(min_length=2)),
    "long": question(Kind.LONG_TEXT, limits=Limits(max_length=2000)),
    "name": question(Kind.TEXT, "name", subject="person.name"),
    "number": question(Kind.NUMBER, limits=Limits(minimum=0, maximum=100)),
    "scale": question(Kind.SCALE, limits=Limits(minimum=1, maximum=10)),
    "yes_no": question(Kind.YES_NO),
    "one": question(Kind.ONE_OF),
    "several": question(Kind.SEVERAL_OF),
    "date": question(Kind.DATE),
    "phone": question(Kind.PHONE),
    "file": question(Kind.FILE),
}

TABLE: list[tuple[str | Given, tuple[Any, ...]]] = [
    ("Я", (SHORT, "Я", NOT_FULL, NO_NUMBER, NO_MARK, NO_YES, NO_OPTION, NO_OPTION, NO_DATE, NO_PHONE, NO_FILE)),
    ("🙂", (EMPTY, EMPTY, EMPTY, NO_NUMBER, NO_MARK, NO_YES, EMPTY, EMPTY, NO_DATE, NO_PHONE, NO_FILE)),
    ("ы" * 5000, (LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG)),
    ("7", (SHORT, "7", NO_NAME, 7, 7, NO_YES, NO_OPTION, NO_OPTION, NO_DATE, FEW, NO_FILE)),
    ("семь", ("семь", "семь", NOT_FULL, 7, 7, NO_YES, NO_OPTION, NO_OPTION, NO_DATE, NO_PHONE, NO_FILE)),
    ("5-7", ("5-7", "5-7", NO_NAME, MANY, NO_MARK, NO_YES, NO_OPTION, NO_OPTION, NO_YEAR, FEW, NO_FILE)),
    ("1000", ("1000", "1000", NO_NAME, BIG, NO_MARK, NO_YES, NO_OPTION, NO_OPTION, NO_DATE, FEW, NO_FILE)),
    ("2", (SHORT, "2", NO_NAME, 2, 2, False, Chosen(("o2",)), Chosen(("o2",)), NO_DATE, FEW, NO_FILE)),
    ("ага", ("ага", "ага", NOT_FULL, NO_NUMBER, NO_MARK, True, NO_OPTION, NO_OPTION, NO_DATE, NO_PHONE, NO_FILE)),
    ("5 мая", ("5 мая", "5 мая", NO_NAME, 5, 5, NO_YES, NO_OPTION, NO_OPTION, NO_YEAR, FEW, NO_FILE)),
    (
        "31.02.2010",
        ("31.02.2010",) * 2 + (NO_NAME, NOT_WHOLE, NO_MARK, NO_YES, NO_OPTION, NO_OPTION, NO_DAY, FEW, NO_FILE),
    ),
    (Attached("voice"), (WORDS,) * 10 + (OTHER,)),
    (Attached("sticker"), (WORDS,) * 10 + (OTHER,)),
    (Attached("photo", "f1"), (WORDS,) * 10 + ("f1",)),
    (Attached("document", "f1"), (WORDS,) * 10 + ("f1",)),
    (Attached("document"), (WORDS,) * 10 + (ProblemCode.FILE_NOT_FETCHED,)),
]
CASES = [
    pytest.param(given, kind, wanted, id=f"{row}-{kind}")
    for row, (given, all_wanted) in enumerate(TABLE)
    for kind, wanted in zip(KINDS, all_wanted, strict=True)
]


@pytest.mark.parametrize(("given", "kind", "wanted"), CASES)
def test_whatever_is_sent_to_whatever_is_asked(given: str | Given, kind: str, wanted: object) -> None:
    read = read_answer(QUESTIONS[kind], given, today=TODAY)
    if not isinstance(wanted, ProblemCode):
        assert isinstance(read, Answer) and read.value == wanted
        return
    assert isinstance(read, Problem)
    assert read.code is wanted
    assert TEXTS(f"form-problem-{read.code}", **read.args)


def test_the_table_has_every_kind_of_question() -> None:
    assert {asked.kind for asked in QUESTIONS.values()} == set(Kind)


SPELLINGS = ("05.05.10", "5.5.2010", "2010-05-05", "5 мая 2010", "пятого мая 2010 года", "05/05/2010", "5-го мая 10")


@pytest.mark.parametrize("typed", SPELLINGS)
def test_a_date_in_any_spelling(typed: str) -> None:
    assert read_answer(QUESTIONS["date"], Typed(typed), today=TODAY) == Answer(MAY)


@pytest.mark.parametrize("typed", ["пятого мая", "5 мая", "05.05"])
def test_a_date_without_its_year_is_asked_for_it(typed: str) -> None:
    assert read_answer(QUESTIONS["date"], typed, today=TODAY) == Problem(ProblemCode.DATE_WITHOUT_YEAR)


@pytest.mark.parametrize(
    "typed", ["8(913)1234567", "+7-913-123-45-67", "913 1234567", "7 913 123 4567", "т. 89131234567"]
)
def test_a_phone_in_any_spelling(typed: str) -> None:
    assert read_answer(QUESTIONS["phone"], typed) == Answer(PHONE)
