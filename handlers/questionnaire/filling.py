"""A form that is being filled in: its row, its questions and its answers, read together."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.forms import (
    Answer,
    Form,
    Position,
    Question,
    next_question,
    position,
    previous_question,
    visible_questions,
)
from domain.forms.conditions import Fact
from handlers.questionnaire.forms import facts_about, form_of
from handlers.visit import Scene
from storage.models import Submission


@dataclass(frozen=True, slots=True)
class Filling:
    """A submission with its form, the answers so far and the facts that conditions may name."""

    submission: Submission
    form: Form
    answers: Mapping[str, Answer]
    person: Mapping[str, Fact]

    @property
    def current(self) -> Question | None:
        """The question that is open: the one returned to, else the first without an answer; None at the review."""
        returned = self.form.question(self.submission.returned_to)
        if returned is not None and returned in visible_questions(self.form, self.answers, self.person):
            return returned
        if self.submission.sent_at is not None:
            return None
        return next_question(self.form, self.answers, self.person)

    @property
    def previous(self) -> Question | None:
        current = self.current
        return previous_question(
            self.form, self.answers, self.person, before=current.key if current is not None else None
        )

    def position_of(self, question: Question) -> Position | None:
        return position(self.form, self.answers, self.person, key=question.key)


async def read(scene: Scene, submission: Submission) -> Filling:
    stored = await scene.storage.forms.answers(submission.id)
    form = await form_of(scene, submission)
    return Filling(
        submission,
        form,
        {key: Answer.restored(each.value, each.finished) for key, each in stored.items()},
        await facts_about(scene, submission.person_id, submission.organisation_id, form),
    )


async def find(scene: Scene, submission_id: int) -> Filling | None:
    """A submission of this very person."""
    submission = await scene.storage.forms.get(scene.person.id, submission_id)
    return await read(scene, submission) if submission is not None else None
