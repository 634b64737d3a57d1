"""Nothing is asked twice: questions with one subject share an answer, in whatever forms they stand."""

from collections.abc import Mapping

from domain.forms.answer import Answer, fits
from domain.forms.form import Form
from domain.forms.progress import Answers


def answers_by_subject(form: Form, answers: Answers) -> dict[str, Answer]:
    """What a filled-in form tells about its subjects (`person.name`, `person.phone`…).

    A skipped one is told too: who left her phone out of one form is not asked for it in the next.
    """
    told = ((question.subject, answers.get(question.key)) for question in form.questions if question.subject)
    return {subject: answer for subject, answer in told if answer and answer.finished}


def prefilled(form: Form, known: Mapping[str, Answer]) -> dict[str, Answer]:
    """Answers, by question key, to begin the form with, from what is `known` by subject."""
    answers = ((question, known.get(question.subject)) for question in form.questions if question.subject)
    return {question.key: answer for question, answer in answers if answer and fits(question, answer)}
