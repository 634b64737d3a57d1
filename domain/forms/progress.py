"""Where a person is in a form: its first visible question without an answer.

Answers are never removed by moving about: those to questions that an edit hides are only left out, and are
there again when the edit is taken back.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.forms.answer import Answer, Chosen, fits
from domain.forms.conditions import Fact
from domain.forms.form import Form, Question

Answers = Mapping[str, Answer]
"""Question key → answer. Keys that the form does not know (an older version's) are ignored."""
NOBODY: Mapping[str, Fact] = {}


@dataclass(frozen=True, slots=True)
class Position:
    """«Вопрос 3 из 9»: the number of a question among the visible ones, and how many those are."""

    number: int
    total: int


def visible_questions(form: Form, answers: Answers, person: Mapping[str, Fact] = NOBODY) -> tuple[Question, ...]:
    """The questions that this person is asked, given her answers so far and the facts about her."""
    facts: dict[str, Fact] = {}
    visible: list[Question] = []
    for question in form.questions:
        if question.when.holds(facts, person):
            visible.append(question)
            answer = _valid(question, answers)
            facts[question.key] = _fact(answer) if answer else None
    return tuple(visible)


def live_answers(form: Form, answers: Answers, person: Mapping[str, Fact] = NOBODY) -> dict[str, Answer]:
    """The finished answers that count: those to visible questions, and in the form's order."""
    visible = visible_questions(form, answers, person)
    return {question.key: answer for question in visible if (answer := _valid(question, answers))}


def next_question(form: Form, answers: Answers, person: Mapping[str, Fact] = NOBODY) -> Question | None:
    """The position: the first visible question without an answer; None when the form is complete."""
    visible = visible_questions(form, answers, person)
    return next((question for question in visible if not _valid(question, answers)), None)


def previous_question(
    form: Form, answers: Answers, person: Mapping[str, Fact] = NOBODY, *, before: str | None = None
) -> Question | None:
    """The visible question before the one with the key `before`, or before the position; None at the beginning.

    Before the review of a complete form comes its last question.
    """
    visible = visible_questions(form, answers, person)
    position = next_question(form, answers, person)
    shown = before or (position.key if position else None)
    keys = [question.key for question in visible]
    place = keys.index(shown) if shown in keys else len(keys)
    return visible[place - 1] if place else None


def position(
    form: Form, answers: Answers, person: Mapping[str, Fact] = NOBODY, *, key: str | None = None
) -> Position | None:
    """Where the question `key`, or the next question, stands; None when it is not visible or all is answered."""
    visible = visible_questions(form, answers, person)
    following = next_question(form, answers, person)
    shown = key or (following.key if following else None)
    keys = [question.key for question in visible]
    return Position(keys.index(shown) + 1, len(keys)) if shown in keys else None


def is_complete(form: Form, answers: Answers, person: Mapping[str, Fact] = NOBODY) -> bool:
    return next_question(form, answers, person) is None


def fallen_away(form: Form, before: Answers, after: Answers, person: Mapping[str, Fact] = NOBODY) -> tuple[str, ...]:
    """Keys of answers that counted `before` an edit and no longer count `after` it, as the form's path changed."""
    still = {question.key for question in visible_questions(form, after, person)}
    return tuple(key for key in live_answers(form, before, person) if key not in still)


def _valid(question: Question, answers: Answers) -> Answer | None:
    answer = answers.get(question.key)
    return answer if answer is not None and answer.finished and fits(question, answer) else None


def _fact(answer: Answer) -> Fact:
    """The value as conditions compare it; own words are nothing to compare."""
    match answer.value:
        case Chosen(keys, _):
            return keys
        case str() | int() | None as plain:
            return plain
        case day:
            return day.isoformat()
