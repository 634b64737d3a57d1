"""The forms that come with the bot, and the texts of filling in."""

from collections.abc import Mapping

import pytest

from domain.forms import (
    Answer,
    Attached,
    Chosen,
    Done,
    Form,
    Kind,
    Pressed,
    ProblemCode,
    built_in,
    changes,
    live_answers,
    load,
    next_question,
)
from domain.forms.conditions import Fact
from domain.forms.holidays import SUBJECT as HOLIDAYS
from domain.forms.reading import read_answer
from domain.people import Category, Role
from locales import Texts

FORMS = list(built_in().values())
MESSAGE = 4096
ROOM_FOR_PROGRESS = 200
SOME = {
    "limit": 21,
    "length": 22,
    "lowest": 1,
    "highest": 10,
    "text": "пение",
    "count": 3,
    "media": "photo",
}
SENSITIVE = ("здоров", "диагноз", "болезн", "инвалид", "национальн", "религи", "вероиспов", "политич", "судим")


MOST_ASKED = 13
"""Questions that one person is asked."""
AGES = {Category.PUPIL: "teen"}
PEOPLE = [{"category": str(category), "age": AGES.get(category, "adult")} for category in Category]


def tapped(form: Form, person: Mapping[str, Fact]) -> dict[str, Answer]:
    """The form filled in by the first button of each question, and by typing where there is none."""
    answers: dict[str, Answer] = {}
    typed = {Kind.TEXT: "Анна Петровна", Kind.LONG_TEXT: "Всё хорошо", Kind.NUMBER: "7", Kind.PHONE: "89131234567"}
    while asked := next_question(form, answers, person):
        given = Pressed("yes" if asked.kind is Kind.YES_NO else "8") if asked.kind not in typed else typed[asked.kind]
        if asked.options:
            given = Pressed(asked.options[0].key)
        elif asked.kind is Kind.FILE:
            given = Attached("photo", "1")
        elif asked.subject == HOLIDAYS:
            given = "25.10–02.11"
        answer = read_answer(asked, given)
        assert isinstance(answer, Answer), (asked.key, answer)
        if not answer.finished:
            answer = read_answer(asked, Done(), before=answer)
            assert isinstance(answer, Answer)
        answers[asked.key] = answer
    return answers


def test_mentors_and_mentees_have_an_application_and_a_survey():
    assert set(built_in()) >= {"mentor", "mentee", "satisfaction_mentor", "satisfaction_mentee"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_built_in_form_can_be_filled_in_by_taps_and_short_words(form):
    asked = set().union(*(tapped(form, person) for person in PEOPLE))
    assert asked == {question.key for question in form.questions}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_question_fits_one_message_even_as_a_typed_list(form):
    for asked in form.questions:
        labels = sum(len(option.label) + 5 for option in asked.options)
        assert len(asked.text) + len(asked.hint) + labels + ROOM_FOR_PROGRESS <= MESSAGE


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_built_in_form_is_short_and_its_audience_exists(form):
    assert all(len(tapped(form, person)) <= MOST_ASKED for person in PEOPLE)
    assert {Role(role) for role in form.audience}
    assert form.minutes <= 5


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_nothing_of_a_special_category_is_asked(form):
    for asked in form.questions:
        words = " ".join((asked.text, asked.hint, *(option.label for option in asked.options))).casefold()
        assert not any(stem in words for stem in SENSITIVE), asked.key


def test_a_phone_is_optional_and_personal_wherever_it_is_asked():
    phones = [asked for form in FORMS for asked in form.questions if asked.kind is Kind.PHONE]
    assert phones
    assert all(asked.personal and not asked.required for asked in phones)


@pytest.mark.parametrize("key", ["mentor", "mentee"])
def test_minors_are_not_asked_for_a_phone_nor_for_a_post(key):
    asked = tapped(built_in()[key], {"category": "pupil", "age": "teen"})
    assert not {"phone", "post", "experience", "place"} & set(asked)
    assert "school_class" in asked
    assert "phone" not in tapped(built_in()[key], {"category": "graduate", "age": "teen"})


def test_what_pupils_can_help_with_and_ask_for_is_one_list():
    strengths, wants = built_in()["mentor"].question("strengths"), built_in()["mentee"].question("wants")
    assert strengths.options == wants.options


@pytest.mark.parametrize("key", ["mentor", "mentee"])
def test_what_was_begun_with_the_first_version_goes_on_and_fits_the_next(key):
    old, new = load(key, 1), built_in()[key]
    answers = tapped(old, {})
    assert next_question(old, answers) is None
    assert not changes(old, new).removed
    assert set(live_answers(new, answers, PEOPLE[0])) == set(answers)


def test_both_sides_rate_the_same_competences_before_and_after():
    for person in PEOPLE:
        rated = [
            {form.question(key).measure for key in tapped(form, person)}
            for form in (built_in()["diagnostics_mentor"], built_in()["diagnostics_mentee"])
        ]
        assert len(rated[0] & rated[1]) >= 8


def test_competences_and_requests_can_be_matched_by_key():
    competences = built_in()["mentor"].question("competences")
    requests = built_in()["mentee"].question("requests")
    assert competences.options == requests.options
    assert competences.own
    assert requests.own


def test_questions_about_one_subject_ask_the_same_thing():
    mentor, mentee = ({a.subject: a for a in built_in()[key].questions if a.subject} for key in ("mentor", "mentee"))
    assert mentor == mentee
    assert {"person.name", "person.post", "person.experience", "person.phone", "person.days"} <= set(mentor)


def test_both_sides_answer_about_the_same_measures():
    mentor, mentee = (built_in()[f"satisfaction_{side}"].questions for side in ("mentor", "mentee"))
    assert [(asked.measure, asked.kind) for asked in mentor] == [(asked.measure, asked.kind) for asked in mentee]
    assert all(asked.measure for asked in mentor)


@pytest.mark.parametrize("key", ["mentor", "mentee", "satisfaction_mentor", "satisfaction_mentee"])
def test_every_question_has_a_short_name_of_its_own(key):
    names = [asked.name for asked in built_in()[key].questions]
    assert len(set(names)) == len(names)
    assert all(len(name) <= 30 for name in names)


def test_the_columns_of_both_banks_are_filled():
    columns = {key: {asked.column for asked in built_in()[key].questions} - {""} for key in ("mentor", "mentee")}
    assert {"name", "contact", "workplace", "competences", "achievements", "time"} <= columns["mentor"]
    assert {"name", "contact", "workplace", "requests", "time"} <= columns["mentee"]


@pytest.mark.parametrize("code", ProblemCode)
def test_every_problem_has_a_sentence_that_says_what_to_do(code):
    sentence = Texts.load("ru")(f"form-problem-{code}", **SOME)
    assert 20 < len(sentence) <= 250
    assert sentence.endswith(".") or sentence.endswith("?")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (Attached("photo", "f"), ProblemCode.WORDS_EXPECTED),
        ("", ProblemCode.EMPTY),
        ("а" * 5000, ProblemCode.TOO_LONG),
    ],
)
def test_a_sentence_gets_all_its_arguments_from_the_problem(given, code):
    problem = read_answer(built_in()["mentor"].question("name"), given)
    assert problem.code is code
    assert Texts.load("ru")(f"form-problem-{problem.code}", **problem.args)


def test_a_mentee_may_choose_everything_at_once():
    requests = built_in()["mentee"].question("requests")
    everything = read_answer(requests, f"1-{len(requests.options)}")
    assert everything == Answer(Chosen(tuple(option.key for option in requests.options)))
