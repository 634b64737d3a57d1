"""What a person has answered in a questionnaire, for cards and tables."""

from typing import Any

from domain.forms import Answer, Chosen, Form, Question, UnknownForm, live_answers, load
from domain.forms.answer import chosen_labels
from handlers.visit import Scene
from storage.models import Submission


async def answers_of(scene: Scene, submission: Submission) -> tuple[Form, dict[str, Answer]]:
    """The form in the version that was filled in (the newest where that is not kept), and the answers that count."""
    form = form_of(submission)
    stored = await scene.storage.forms.answers(submission.id)
    return form, live_answers(form, {key: Answer.restored(each.value, each.finished) for key, each in stored.items()})


def form_of(submission: Submission) -> Form:
    try:
        return load(submission.form, submission.version)
    except UnknownForm:
        return load(submission.form)


def cell(question: Question, answer: Answer) -> Any:
    """An answer as a table holds it: choices in words, numbers and days as such."""
    return list(chosen_labels(question, answer.value)) if isinstance(answer.value, Chosen) else answer.value
