"""A form that is being filled in: its row, its questions and its answers, read together."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.consents import Use
from domain.forms import (
    Answer,
    Form,
    Position,
    Question,
    live_answers,
    next_question,
    position,
    previous_question,
    visible_questions,
)
from domain.forms.conditions import Fact
from domain.people import Action
from handlers.dates import day_words
from handlers.questionnaire.forms import facts_about, form_of
from handlers.screen import escape
from handlers.visit import Scene
from storage.models import Submission


@dataclass(frozen=True, slots=True)
class Filling:
    """A submission with its form, the answers so far and the facts that conditions may name.

    ``on_behalf_of`` is whom a curator fills it in for, escaped; empty where the person does so herself. ``changed``
    tells of the answers that were changed after sending, on which local day last, in words.
    """

    submission: Submission
    form: Form
    answers: Mapping[str, Answer]
    person: Mapping[str, Fact]
    on_behalf_of: str = ""
    changed: Mapping[str, str] = field(default_factory=dict)

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

    def stands(self, question: Question) -> bool:
        """Whether the question has an answer that counts, other than having been skipped."""
        answer = live_answers(self.form, self.answers, self.person).get(question.key)
        return answer is not None and not answer.skipped

    @property
    def left(self) -> int:
        """How many questions still wait, the open one too; 0 at the review."""
        place = self.position_of(self.current) if self.current is not None else None
        return place.total - place.number + 1 if place is not None else 0

    @property
    def minutes_left(self) -> int:
        """About how long the questions that wait will take, at least a minute."""
        asked = len(visible_questions(self.form, self.answers, self.person))
        return max(1, round(self.form.minutes * self.left / asked))

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
        await other_person(scene, submission),
        await changed_on(scene, submission),
    )


async def changed_on(scene: Scene, submission: Submission) -> dict[str, str]:
    """Question → the local day of the last change after sending, in words."""
    changes = await scene.storage.forms.changes(submission.id) if submission.sent_at is not None else []
    if not changes:
        return {}
    zone = await scene.zone()
    today = scene.now.astimezone(zone).date()
    return {each.question: day_words(scene.texts, each.at.astimezone(zone).date(), today) for each in changes}


async def other_person(scene: Scene, submission: Submission) -> str:
    """Whom a curator is speaking for, by name once it is told."""
    if submission.entered_by is None or submission.person_id == scene.person.id:
        return ""
    person = await scene.storage.people.get(submission.person_id)
    return escape(person.name) or scene.texts("offline-unnamed")


async def find(scene: Scene, submission_id: int) -> Filling | None:
    """A submission of this very person, or one that she fills in as a curator for somebody without a messenger."""
    submission = await scene.storage.forms.get(scene.person.id, submission_id)
    if submission is None and await scene.may(Action.SEE_PEOPLE):
        submission = await entered(scene, submission_id)
    return await read(scene, submission) if submission is not None else None


async def entered(scene: Scene, submission_id: int) -> Submission | None:
    """A questionnaire that is filled in for somebody here, while her consent holds."""
    organisation = await scene.organisation()
    submission = await scene.storage.offline.submission(organisation.id, submission_id)
    if submission is None or not await scene.storage.consents.allows(Use.KEEP, submission.person_id, organisation.id):
        return None
    return submission
