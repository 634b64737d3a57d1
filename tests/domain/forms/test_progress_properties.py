"""Whatever the form and the order of answers and edits, the way through it stays sound."""

from hypothesis import given
from hypothesis import strategies as st

from domain.forms import (
    Answer,
    Chosen,
    Form,
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

CHOICES = ("o1", "o2", "o3")


@st.composite
def conditions(draw, earlier: list[str]):
    if not earlier or draw(st.booleans()):
        return None
    plain = {"question": draw(st.sampled_from(earlier)), "is": draw(st.sampled_from(CHOICES))}
    return draw(st.sampled_from([plain, {"not": plain}, {"any": [plain, {"person": "age", "at_least": 18}]}]))


@st.composite
def forms(draw) -> Form:
    keys = [f"q{number}" for number in range(draw(st.integers(1, 8)))]
    asked = [
        question(Kind.ONE_OF, key, when=draw(conditions(keys[:place])), required=draw(st.booleans()))
        for place, key in enumerate(keys)
    ]
    return form(*asked)


ANSWERS = st.builds(lambda key: Answer(Chosen((key,))), st.sampled_from(CHOICES))
EDITS = st.lists(st.tuples(st.integers(0, 9), ANSWERS), max_size=20)


@given(forms(), EDITS)
def test_answering_the_next_question_again_and_again_completes_the_form(made, edits):
    answers = {f"q{number}": answer for number, answer in edits}
    for _ in made.questions:
        asked = next_question(made, answers)
        if asked:
            answers[asked.key] = Answer(Chosen(("o1",)))
    assert is_complete(made, answers)


@given(forms(), EDITS, ANSWERS)
def test_an_edit_loses_no_answer_that_it_does_not_hide(made, edits, edited):
    before = {f"q{number}": answer for number, answer in edits}
    after = before | {"q0": edited}
    lost = set(live_answers(made, before)) - set(live_answers(made, after))
    assert lost == set(fallen_away(made, before, after))
    kept = set(live_answers(made, before)) - lost - {"q0"}
    assert all(live_answers(made, after)[key] == before[key] for key in kept)


@given(forms(), EDITS)
def test_taking_an_edit_back_brings_everything_back(made, edits):
    answers: dict[str, Answer] = {}
    for number, answer in edits:
        edited = answers | {f"q{number}": answer}
        earlier = answers.get(f"q{number}")
        back = edited | {f"q{number}": earlier} if earlier else answers
        assert live_answers(made, back) == live_answers(made, answers)
        answers = edited


@given(forms(), EDITS)
def test_the_position_is_the_first_visible_question_without_an_answer(made, edits):
    answers = {f"q{number}": answer for number, answer in edits}
    visible = [asked.key for asked in visible_questions(made, answers)]
    open_keys = [key for key in visible if key not in answers]
    asked = next_question(made, answers)
    assert (asked.key if asked else None) == (open_keys[0] if open_keys else None)
    if asked:
        assert position(made, answers) == Position(visible.index(asked.key) + 1, len(visible))


@given(forms(), EDITS)
def test_back_visits_every_earlier_visible_question_once(made, edits):
    answers = {f"q{number}": answer for number, answer in edits}
    visible = [asked.key for asked in visible_questions(made, answers)]
    asked = previous_question(made, answers, before=visible[-1])
    walked = [visible[-1]]
    while asked:
        walked.append(asked.key)
        asked = previous_question(made, answers, before=asked.key)
    assert walked == visible[::-1]
