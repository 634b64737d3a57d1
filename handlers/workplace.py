"""Where somebody works or learns, as she told it in this organisation."""

from collections.abc import Iterable

from domain.consents import Use
from domain.forms import Answer
from handlers.questionnaire.forms import form_of
from handlers.status import APPLICATIONS
from handlers.visit import Scene
from storage.models import Person, Submission

COLUMN = "workplace"
"""What questions about a post, a place of study or a class fill in a register."""


async def posts_here(scene: Scene, people: Iterable[Person]) -> dict[int, str]:
    """Person → what her card says, else the questionnaires that she has sent here; empty where nothing was told.

    Nothing is read of whoever may not be shown.
    """
    posts = {person.id: person.post for person in people}
    if all(posts.values()):
        return posts
    organisation = await scene.organisation()
    shown = await scene.storage.consents.allowing(organisation.id, Use.SHOW)
    silent = {each for each, post in posts.items() if not post} & shown
    submissions = await scene.storage.forms.in_organisation(organisation.id, APPLICATIONS)
    sent = [each for each in submissions if each.sent_at is not None and each.person_id in silent]
    return posts | await told_in(scene, sent)


async def post_here(scene: Scene, person: Person) -> str:
    return (await posts_here(scene, [person]))[person.id]


async def told_in(scene: Scene, submissions: Iterable[Submission]) -> dict[int, str]:
    """Person → the answer in these questionnaires, for those who have given one."""
    found: dict[int, str] = {}
    forms = {each.id: each for each in submissions}
    for submission_id, answers in (await scene.storage.forms.answers_of(list(forms))).items():
        submission = forms[submission_id]
        for question in (await form_of(scene, submission)).questions:
            if question.column == COLUMN and question.key in answers:
                value = Answer.restored(answers[question.key].value).value
                if isinstance(value, str):
                    found[submission.person_id] = value
    return found
