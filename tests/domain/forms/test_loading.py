"""Forms from TOML: every fault is found and named."""

import tomllib
from typing import Any

import pytest

from domain.forms import FormError, Kind, UnknownForm, load
from domain.forms.loading import build


def written(**changed: Any) -> dict[str, Any]:
    """A right form as TOML gives it, with its second question changed."""
    second = {"key": "format", "kind": "one_of", "text": "Как?", "options": options("Вдвоём", "Группой")}
    return {
        "key": "made",
        "version": 1,
        "title": "Анкета",
        "intro": "Коротко.",
        "minutes": 1,
        "audience": ["mentor"],
        "questions": [{"key": "name", "kind": "text", "text": "Кто Вы?"}, second | changed],
    }


def options(*labels: str) -> list[dict[str, str]]:
    return [{"key": f"o{number}", "label": label} for number, label in enumerate(labels)]


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"key": "name"}, "question key 'name' is used twice"),
        ({"key": "Имя"}, "the key is not up to 24 small Latin letters"),
        ({"kind": "essay"}, "'essay' is not a valid Kind"),
        ({"txet": "?"}, "unknown field 'txet'"),
        ({"title": "а" * 41}, "title is 41 characters long, at most 40 fit"),
        ({"options": [{"key": "a:b", "label": "А"}]}, "option key 'a:b' is not up to 24 Latin letters"),
        ({"text": " "}, "text is empty"),
        ({"text": "а" * 501}, "text is 501 characters long, at most 500 fit"),
        ({"hint": "а" * 301}, "hint is 301 characters long"),
        ({"required": "yes"}, "field 'required' must be bool, not 'yes'"),
        ({"options": []}, "a choice needs options"),
        ({"options": options("а" * 41, "б")}, "is 41 characters long, at most 40 fit"),
        ({"kind": "several_of", "options": options("а" * 39, "б")}, "at most 38 fit"),
        ({"options": options(*map(str, range(61)))}, "61 options, at most 60 are possible"),
        ({"options": options("Да", "да")}, "option label 'да' is used twice"),
        ({"options": [{"key": "a", "label": "А"}, {"key": "a", "label": "Б"}]}, "option key 'a' is used twice"),
        ({"options": [{"key": "a"}, {"key": "b", "label": "Б"}]}, "field 'label' is missing"),
        ({"options": "fruit"}, "there is no shared list of options 'fruit'"),
        ({"kind": "text"}, "kind text has no options"),
        ({"kind": "number"}, "suggests no number"),
        ({"kind": "text", "options": [], "own": True}, "own words are for choices"),
        ({"unit": "years"}, "unknown unit 'years' for kind one_of"),
        ({"section": "about"}, "unknown section 'about'"),
        ({"limits": {"max_length": 0}}, "lengths must be"),
        ({"limits": {"max_length": 9999}}, "lengths must be"),
        ({"limits": {"most": 3}}, "unknown field 'most'"),
        ({"limits": {"minimum": 1}}, "kind one_of has no minimum and maximum"),
        ({"limits": {"max_choices": 0}}, "max_choices is at least 1"),
        ({"kind": "scale", "options": [], "limits": {"maximum": 11}}, "a scale goes from 1 to 10"),
        ({"kind": "number", "options": [], "limits": {"minimum": 5, "maximum": 1}}, "minimum is above maximum"),
        ({"kind": "date", "options": [], "limits": {"minimum": 5}}, "of kind date are of type date"),
        ({"when": {"question": "nothing", "is": "a"}}, "which is no question of this form"),
        ({"when": {"question": "format", "is": "o1"}}, "(a cycle)"),
        ({"when": {"person": "diagnosis", "is": "a"}}, "no known fact about a person"),
        ({"when": {"question": "name"}}, "not a comparison of 'name'"),
    ],
)
def test_a_fault_of_a_question_is_named(changed, fault):
    with pytest.raises(FormError) as error:
        build(written(**changed))
    assert any(fault in found for found in error.value.faults), error.value.faults


def test_two_questions_that_wait_for_each_other_are_a_cycle():
    form = written(when={"question": "name", "answered": True})
    form["questions"][0]["when"] = {"question": "format", "is": "o1"}
    with pytest.raises(FormError, match=r"question 'name': .* \(a cycle\)"):
        build(form)


def test_all_faults_are_told_at_once():
    with pytest.raises(FormError) as error:
        build(written(text="", section="about"), source="mine.toml")
    assert len(error.value.faults) == 2
    assert str(error.value).startswith("mine.toml: question 'format'")


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("version", "1", "field 'version' must be int"),
        ("version", 0, "version and minutes are numbers from 1"),
        ("questions", [], "a form has 1 to 100 questions"),
        ("title", "а" * 101, "title is 101 characters long"),
        ("sections", [{"key": "a", "title": "А"}] * 2, "section key 'a' is used twice"),
        ("colour", "red", "unknown field 'colour'"),
    ],
)
def test_a_fault_of_the_form_itself_is_named(field, value, fault):
    with pytest.raises(FormError, match=fault):
        build(written() | {field: value})


def test_a_missing_field_is_named():
    form = written()
    del form["title"]
    with pytest.raises(FormError, match="field 'title' is missing"):
        build(form)


def test_a_form_of_every_kind_with_conditions_and_sections_is_read():
    form = build(tomllib.loads(RICH), {"fruit": options("Яблоко", "Груша")})
    assert {asked.kind for asked in form.questions} == set(Kind)
    assert form.question("photo").limits.accepts == ("photo",)
    assert form.question("intro").text == "О себе: что любите.\n\nКоротко."


def test_an_unknown_form_or_version_is_said_so():
    with pytest.raises(UnknownForm, match="astrology"):
        load("astrology")
    with pytest.raises(UnknownForm, match="mentor, version 99"):
        load("mentor", 99)
    assert load("mentor", 2) is load("mentor")
    assert load("mentor", 1).version == 1


RICH = r"""
key = "rich"
version = 3
title = "Все виды вопросов"
intro = "Проверка."
minutes = 5
audience = ["mentor", "mentee"]
sections = [{ key = "about", title = "О Вас" }]
questions = [
    { key = "name", kind = "text", text = "Имя?", section = "about" },
    { key = "years", kind = "number", text = "Стаж?", unit = "years" },
    { key = "mark", kind = "scale", text = "Оценка?" },
    { key = "again", kind = "yes_no", text = "Ещё?", when = { question = "mark", at_least = 7 } },
    { key = "one", kind = "one_of", text = "Что?", options = "fruit" },
    { key = "many", kind = "several_of", text = "Что?", options = "fruit", own = true },
    { key = "day", kind = "date", text = "Когда?", limits = { minimum = 2026-09-01 } },
    { key = "phone", kind = "phone", text = "Телефон?", personal = true, required = false },
    { key = "photo", kind = "file", text = "Фото?", limits = { accepts = ["photo"] } },
    { key = "intro", kind = "long_text", text = "О себе:\nчто любите.\n\nКоротко.", when = { any = [
        { person = "role", is = "mentor" }, { not = { question = "again", is = true } } ] } },
]
"""
