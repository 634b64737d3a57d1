"""What a pair's people tell of themselves in their questionnaires, as far as it helps to bring them together."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.forms import Answer, Question, live_answers
from domain.people import Role
from handlers.questionnaire.filling import read
from handlers.questionnaire.question import answer_words
from handlers.screen import escape, lines, shorten
from handlers.status import name_of
from handlers.visit import Scene
from handlers.workplace import post_here
from storage.models import Person

TOPICS = {Role.MENTOR: "competences", Role.MENTEE: "requests"}
"""Role, which is also the form's key → the column whose question tells what the person offers or asks for."""
GOAL = "goal"
CAPACITY = "capacity"
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Portrait:
    """The answers in words, escaped; empty where nothing was said. ``seats`` is how many mentees a mentor takes."""

    topics: str = ""
    goal: str = ""
    seats: int | None = None


async def portrait(scene: Scene, person_id: int, programme_id: int, role: Role) -> Portrait:
    """What the person has sent in the questionnaire of ``role`` in this programme."""
    submissions = await scene.storage.forms.of_person(person_id, programme_id)
    sent = next((each for each in submissions if each.form == role and each.sent_at is not None), None)
    if sent is None:
        return Portrait()
    filling = await read(scene, sent)
    answers = live_answers(filling.form, filling.answers, filling.person)
    answered = (question for question in filling.form.questions if question.key in answers)
    told = {question.column or question.key: question for question in answered}
    seats = answers[CAPACITY].value if CAPACITY in answers else None
    return Portrait(
        topics=in_words(scene, told.get(TOPICS[role]), answers),
        goal=in_words(scene, told.get(GOAL), answers),
        seats=seats if isinstance(seats, int) else None,
    )


def in_words(scene: Scene, question: Question | None, answers: Mapping[str, Answer]) -> str:
    if question is None or answers[question.key].skipped:
        return ""
    return escape(shorten(answer_words(scene, question, answers[question.key]), LONGEST))


async def about(scene: Scene, person: Person, programme_id: int, role: Role) -> str:
    """A paragraph on one side of a pair: who it is, what the person can help with or asks for."""
    told = await portrait(scene, person.id, programme_id, role)
    who = scene.texts("pairs-who", role=role, name=name_of(scene, person))
    told_post = await post_here(scene, person)
    post = scene.texts("pairs-post", post=escape(told_post)) if told_post else ""
    topics = scene.texts("pairs-topics", role=role, topics=told.topics) if told.topics else None
    goal = scene.texts("pairs-goal", goal=told.goal) if told.goal else None
    return "\n".join(each for each in (who + post, topics, goal) if each)


async def side_by_side(scene: Scene, mentor: Person, mentee: Person, programme_id: int) -> str:
    """Both people in short, the mentor first."""
    return lines(
        await about(scene, mentor, programme_id, Role.MENTOR),
        await about(scene, mentee, programme_id, Role.MENTEE),
    )
