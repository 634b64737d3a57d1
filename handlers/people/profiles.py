"""Everybody in a bank as `domain.banks` looks at them, read at once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from domain.banks import Profile
from domain.consents import Use
from domain.forms import Answer, Chosen, Form, Question
from domain.people import Category, Grade, Role
from handlers.questionnaire.forms import form_of
from handlers.questionnaire.question import answer_words
from handlers.visit import Scene
from storage.forms import Stored
from storage.models import Person, Submission

TOPICS = {Role.MENTOR: "competences", Role.MENTEE: "requests"}
"""Role → the bank's column by which its people are chosen."""
TIME, SEATS = "time", "capacity"
QUALIFICATION = "qualification"
"""The question of the mentor's form whose options are keyed as ``Grade`` is."""


async def profiles(scene: Scene, role: Role) -> list[Profile]:
    """The people of a bank by name."""
    organisation = await scene.organisation()
    people = await scene.storage.people.members(organisation.id, role)
    allowed = await scene.storage.consents.allowing(organisation.id, Use.SHOW)
    sent = {each.person_id: each for each in await sent_forms(scene, organisation.id, role)}
    answers = await scene.storage.forms.answers_of([each.id for each in sent.values()])
    pairs = Counter(
        person.id for pair in await scene.storage.mentorships.live(organisation.id) for person in pair.people
    )
    memberships = await scene.storage.register.memberships(organisation.id, [role])
    categories = {each.person_id: Category(each.category) for each in memberships if each.left_at is None}
    grades = await scene.storage.eligibility.grades(organisation.id)
    forms = {each.id: await form_of(scene, each) for each in sent.values()}
    told = {
        person.id: told_by(scene, role, person, forms[sent[person.id].id], answers[sent[person.id].id])
        for person in people
        if person.id in allowed and person.id in sent
    }
    return [
        Profile(
            person.id,
            person.name,
            categories.get(person.id, Category.TEACHER),
            agreed=person.id in allowed,
            sent=person.id in sent,
            pairs=pairs[person.id],
            **{**told.get(person.id, {}), **({"grade": grades[person.id]} if person.id in grades else {})},
        )
        for person in people
    ]


async def sent_forms(scene: Scene, organisation_id: int, role: Role) -> Sequence[Submission]:
    """The sent questionnaires of ``role``, which bear the role's name."""
    submissions = await scene.storage.forms.in_organisation(organisation_id, [role])
    return [each for each in submissions if each.sent_at is not None]


def told_by(scene: Scene, role: Role, person: Person, form: Form, told: Mapping[str, Stored]) -> dict[str, Any]:
    """What a sent questionnaire gives to a profile."""
    answered = [question for question in form.questions if question.key in told]
    seats = [told[question.key].value for question in answered if question.column == SEATS]
    return {
        "topics": chosen((each for each in answered if each.column == TOPICS[role]), told),
        "days": chosen((each for each in answered if each.column == TIME), told),
        "grade": told_grade(answered, told),
        "seats": next((each for each in seats if isinstance(each, int)), None),
        "words": " ".join([person.post, *words(scene, answered, told)]),
    }


def told_grade(answered: Iterable[Question], told: Mapping[str, Stored]) -> Grade:
    """The qualification that a mentor has named."""
    keys = chosen((each for each in answered if each.key == QUALIFICATION), told)
    return next((grade for grade in Grade if grade in keys), Grade.NONE)


def chosen(questions: Iterable[Question], told: Mapping[str, Stored]) -> frozenset[str]:
    """Keys of the ticked options."""
    values = [Answer.restored(told[question.key].value).value for question in questions]
    return frozenset(key for value in values if isinstance(value, Chosen) for key in value.keys)


def words(scene: Scene, answered: Iterable[Question], told: Mapping[str, Stored]) -> list[str]:
    """The answers as they are read; those meant for the curator's eyes stay out of search."""
    return [
        answer_words(scene, question, Answer.restored(told[question.key].value))
        for question in answered
        if not question.personal and told[question.key].value is not None
    ]
