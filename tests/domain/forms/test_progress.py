"""The way through a form: position, back, edits, conditions."""

from domain.forms import (
    Answer,
    Chosen,
    Kind,
    Position,
    fallen_away,
    is_complete,
    live_answers,
    next_question,
    position,
    previous_question,
    visible_questions,
)
from tests.domain.forms.making import form, question

FORM = form(
    question(Kind.ONE_OF, "role"),
    question(Kind.SEVERAL_OF, "skills", when={"question": "role", "is": "o1"}),
    question(Kind.NUMBER, "years", when={"question": "skills", "answered": True}),
    question(Kind.PHONE, "phone", required=False),
    question(Kind.LONG_TEXT, "age_note", when={"person": "age", "at_least": 60}),
)
MENTOR = Answer(Chosen(("o1",)))
OTHER = Answer(Chosen(("o2",)))
FULL = {
    "role": MENTOR,
    "skills": Answer(Chosen(("o2",))),
    "years": Answer(3),
    "phone": Answer(None),
}


def keys(answers, person=None):
    return [asked.key for asked in visible_questions(FORM, answers, person or {})]


def test_a_form_begins_with_its_first_question():
    assert next_question(FORM, {}).key == "role"
    assert position(FORM, {}) == Position(1, 2)
    assert previous_question(FORM, {}) is None


def test_the_position_is_the_first_visible_question_without_an_answer():
    answers = {"role": MENTOR, "phone": Answer("+79131234567")}
    assert next_question(FORM, answers).key == "skills"
    assert position(FORM, answers) == Position(2, 3)


def test_a_choice_that_is_being_ticked_is_not_answered_yet():
    answers = {"role": MENTOR, "skills": Answer(Chosen(("o1",)), finished=False)}
    assert next_question(FORM, answers).key == "skills"
    assert "skills" not in live_answers(FORM, answers)


def test_a_skipped_question_is_behind_us_but_only_while_it_may_be_skipped():
    answers = {"role": OTHER, "phone": Answer(None)}
    assert is_complete(FORM, answers)
    assert next_question(FORM, answers | {"role": Answer(None)}).key == "role"


def test_back_walks_over_the_visible_questions_alone():
    answers = {"role": OTHER}
    assert previous_question(FORM, answers).key == "role"
    assert previous_question(FORM, FULL).key == "phone"
    assert previous_question(FORM, FULL, before="years").key == "skills"
    assert previous_question(FORM, FULL, before="role") is None


def test_an_edit_hides_what_depends_on_it_and_forgets_nothing():
    after = FULL | {"role": OTHER}
    assert fallen_away(FORM, FULL, after) == ("skills", "years")
    assert live_answers(FORM, after) == {"role": OTHER, "phone": Answer(None)}
    assert live_answers(FORM, after | {"role": MENTOR}) == FULL


def test_a_condition_can_ask_about_the_person():
    assert keys(FULL, {"age": 61})[-1] == "age_note"
    assert "age_note" not in keys(FULL, {"age": 59})


def test_the_number_of_a_question_that_one_went_back_to():
    assert position(FORM, FULL, key="years") == Position(3, 4)
    assert position(FORM, FULL, key="age_note") is None
    assert position(FORM, FULL) is None
