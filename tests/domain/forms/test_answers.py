"""Answers as they are stored, shown, shared between forms and carried to a new version."""

import json
from datetime import date

import pytest

from domain.forms import (
    Answer,
    Chosen,
    Kind,
    Limits,
    answers_by_subject,
    built_in,
    changes,
    fits,
    live_answers,
    next_question,
    prefilled,
    shown,
)
from locales import Texts
from tests.domain.forms.making import form, options, question

ANSWERS = {
    Kind.TEXT: Answer("Анна"),
    Kind.LONG_TEXT: Answer("Длинно.\nИ ещё."),
    Kind.NUMBER: Answer(0),
    Kind.SCALE: Answer(8),
    Kind.YES_NO: Answer(False),
    Kind.ONE_OF: Answer(Chosen(("o2",))),
    Kind.SEVERAL_OF: Answer(Chosen(("o1", "o2"), "и театр")),
    Kind.DATE: Answer(date(1985, 3, 15)),
    Kind.PHONE: Answer("+79131234567"),
    Kind.FILE: Answer("f1"),
}
WORDS = {
    Kind.TEXT: "Анна",
    Kind.LONG_TEXT: "Длинно.\nИ ещё.",
    Kind.NUMBER: "0",
    Kind.SCALE: "8 из 10",
    Kind.YES_NO: "нет",
    Kind.ONE_OF: "Работа с родителями",
    Kind.SEVERAL_OF: "Планирование; Работа с родителями; и театр",
    Kind.DATE: "15.03.1985",
    Kind.PHONE: "+79131234567",
    Kind.FILE: "файл приложен",
}


@pytest.mark.parametrize("kind", Kind)
def test_an_answer_of_any_kind_is_the_same_after_it_was_stored(kind):
    stored = json.loads(json.dumps(ANSWERS[kind].stored()))
    assert Answer.restored(stored) == ANSWERS[kind]
    assert Answer.restored(stored, finished=False) == Answer(ANSWERS[kind].value, finished=False)


@pytest.mark.parametrize("kind", Kind)
def test_an_answer_of_any_kind_can_be_shown(kind):
    seen = shown(question(kind, own=kind is Kind.SEVERAL_OF), ANSWERS[kind])
    assert Texts.load("ru")(f"form-answer-{seen.code}", **seen.args) == WORDS[kind]


def test_a_skipped_answer_is_shown_as_a_dash():
    assert Texts.load("ru")(f"form-answer-{shown(question(Kind.TEXT), Answer(None)).code}") == "—"


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("other", Kind)
def test_an_answer_fits_its_own_kind_and_not_one_of_another_shape(kind, other):
    same_shape = type(ANSWERS[kind].value) is type(ANSWERS[other].value)
    one_option = (kind, other) != (Kind.ONE_OF, Kind.SEVERAL_OF)
    asked = question(kind, own=True, limits=Limits(max_length=20))
    assert fits(asked, ANSWERS[other]) is (same_shape and one_option)


def test_an_answer_beyond_the_limits_fits_no_longer():
    assert not fits(question(Kind.NUMBER, limits=Limits(maximum=5)), Answer(6))
    assert not fits(question(Kind.TEXT, limits=Limits(max_length=3)), Answer("Анна"))
    assert not fits(question(Kind.SEVERAL_OF, limits=Limits(max_choices=1)), Answer(Chosen(("o1", "o2"))))
    assert not fits(question(Kind.SEVERAL_OF), Answer(Chosen(("o1",), "своё")))


def test_who_is_both_is_not_asked_twice():
    mentor, mentee = built_in()["mentor"], built_in()["mentee"]
    told = {
        "name": Answer("Анна Петровна"),
        "post": Answer("воспитатель"),
        "experience": Answer(7),
        "competences": Answer(Chosen(("parents",))),
        "days": Answer(Chosen(("friday",))),
        "phone": Answer(None),
    }
    known = answers_by_subject(mentor, told)
    begun = prefilled(mentee, known)
    assert begun == {key: told[key] for key in ("name", "post", "experience", "days", "phone")}
    assert next_question(mentee, begun, {"category": "teacher", "age": "adult"}).key == "stage"


def test_what_is_known_but_does_not_fit_is_asked():
    asked = form(question(Kind.NUMBER, subject="person.experience"))
    assert prefilled(asked, {"person.experience": Answer("семь")}) == {}


OLD = form(
    question(Kind.TEXT, "name"),
    question(Kind.ONE_OF, "format", options=options("Вдвоём", "Группой")),
    question(Kind.NUMBER, "gone"),
)
NEW = form(
    question(Kind.TEXT, "name", hint="Например: Анна."),
    question(Kind.YES_NO, "again"),
    question(Kind.ONE_OF, "format", options=options("Вдвоём")),
    version=2,
)


def test_what_was_begun_goes_on_in_a_new_version():
    answers = {"name": Answer("Анна"), "format": Answer(Chosen(("o2",))), "gone": Answer(5)}
    assert live_answers(NEW, answers) == {"name": Answer("Анна")}
    assert next_question(NEW, answers).key == "again"
    assert next_question(NEW, answers | {"again": Answer(True)}).key == "format"


def test_changes_between_versions_are_named():
    found = changes(OLD, NEW)
    assert (found.added, found.removed) == (("again",), ("gone",))
    assert (found.reworded, found.altered) == (("name",), ("format",))
    assert not changes(OLD, OLD)
