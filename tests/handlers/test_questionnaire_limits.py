"""Every question fits both messengers: whatever its kind, required or not, answered or not, on every page."""

from datetime import UTC, date, datetime
from typing import cast

import pytest

from domain.forms import Answer, Chosen, Form, Kind, Limits, Option, Question
from handlers.questionnaire.filling import Filling
from handlers.questionnaire.question import LOW_KEY, question_screen
from handlers.screen import Screen
from handlers.visit import Addresses, Scene
from locales import Texts
from storage.models import Submission
from storage.storage import Storage

SCENE = Scene(cast(Storage, None), datetime(2026, 10, 5, tzinfo=UTC), Texts.load("ru"), Addresses(), None)
FIRST = Question("first", Kind.YES_NO, "Начнём?")
ANSWERS = {
    Kind.TEXT: "Ответ",
    Kind.LONG_TEXT: "Ответ " * 300,
    Kind.NUMBER: 7,
    Kind.SCALE: 2,
    Kind.YES_NO: True,
    Kind.ONE_OF: Chosen(("o1",)),
    Kind.SEVERAL_OF: Chosen(("o1",)),
    Kind.DATE: date(2026, 5, 5),
    Kind.PHONE: "+79131234567",
    Kind.FILE: "1",
}


def asked(kind: Kind, required: bool, options: int, label: str) -> Question:
    choice = kind in {Kind.ONE_OF, Kind.SEVERAL_OF}
    offered = tuple(Option(f"o{number}", f"{label} {number}") for number in range(1, options + 1)) if choice else ()
    limits = Limits(minimum=1, maximum=10) if kind is Kind.SCALE else Limits(max_length=2000)
    return Question("second", kind, "О чём спросить?", required=required, options=offered, limits=limits)


def screen(question: Question, answered: bool, page: int = 0, *, low: bool = False) -> Screen:
    form = Form("made", 1, "Анкета", "Коротко.", 1, (), (FIRST, question))
    submission = Submission(id=10**9, form="made", returned_to=question.key if answered else "")
    answers = {"first": Answer(True)} | ({"second": Answer(ANSWERS[question.kind])} if answered else {})
    return question_screen(SCENE, Filling(submission, form, answers, {}), question, page=page, low=low)


@pytest.mark.parametrize("label", ["Предмет", "Очень длинное название предмета"])
@pytest.mark.parametrize("options", [7, 8, 60])
@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("required", [False, True])
@pytest.mark.parametrize("kind", Kind)
def test_a_question_fits(kind: Kind, required: bool, answered: bool, options: int, label: str) -> None:
    question = asked(kind, required, options, label)
    for page in (0, 1, 5):
        assert "О чём спросить?" in screen(question, answered, page).text


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("required", [False, True])
def test_every_mark_of_a_scale_can_be_tapped(required: bool, answered: bool) -> None:
    question = asked(Kind.SCALE, required, 0, "")
    shown = [button.label for row in screen(question, answered).rows for button in row]
    lowest = [button.label for row in screen(question, answered, low=True).rows for button in row]
    assert {str(mark) for mark in range(1, 11)} <= {*shown, *lowest}
    assert any(LOW_KEY in button.data for row in screen(question, answered).rows for button in row)
