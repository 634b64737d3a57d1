"""What a person has answered in a questionnaire, for cards and tables."""

from typing import Any

from domain.forms import Answer, Chosen, Form, Question, live_answers
from domain.forms.answer import chosen_labels
from handlers.questionnaire.filling import read
from handlers.visit import Scene
from storage.models import Submission


async def answers_of(scene: Scene, submission: Submission) -> tuple[Form, dict[str, Answer]]:
    """The form in the version that was filled in, and the answers that count."""
    filling = await read(scene, submission)
    return filling.form, live_answers(filling.form, filling.answers, filling.person)


def cell(question: Question, answer: Answer) -> Any:
    """An answer as a table holds it: choices in words, numbers and days as such."""
    return list(chosen_labels(question, answer.value)) if isinstance(answer.value, Chosen) else answer.value
