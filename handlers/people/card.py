"""One person as the curator sees her: post and roles, consent, pair, and what the questionnaires say in short."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents import Age, Use
from domain.people import Action, Category, Role
from domain.statuses import Status
from handlers.agreements.wanted import agreement_button
from handlers.callbacks import Go
from handlers.consents.press import ConsentCard
from handlers.filters import May
from handlers.offline.press import Bring
from handlers.pairs.naming import pair_names
from handlers.people.answers import answers_of
from handlers.people.eligibility import mark_words
from handlers.people.overview import overview
from handlers.people.press import List, Mark, Same, ShowPerson
from handlers.questionnaire.press import FillFor
from handlers.questionnaire.question import answer_words
from handlers.screen import Button, Screen, button, escape, lines, rows, shorten
from handlers.status import APPLICATIONS, name_of, unreachable_mark
from handlers.visit import Scene, Visit
from storage.models import Person, Submission

router = Router(name="people_card")

LONGEST_ANSWER = 110


@router.callback_query(ShowPerson.filter(), May(Action.SEE_PEOPLE))
async def show(query: CallbackQuery, callback_data: ShowPerson, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    person = await visit.storage.people.find(callback_data.person)
    roles = (await visit.storage.people.roles(organisation.id)).get(callback_data.person)
    if person is None or not roles:
        return await overview(visit, first=visit.texts("people-gone"))
    back = List(role=callback_data.role, page=callback_data.page, narrow=callback_data.narrow, keep=True)
    return Screen(
        await about(visit, person, roles),
        (
            *rows(*await entering_buttons(visit, person)),
            *rows(
                button(visit.texts("people-card-consents"), ConsentCard(person=person.id)),
                button(visit.texts("people-card-mark"), Mark(person=person.id)) if Role.MENTOR in roles else None,
                await agreement_button(visit, person),
                await same_button(visit, person),
                button(visit.texts("back"), back),
                button(visit.texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )


async def same_button(scene: Scene, person: Person) -> Button | None:
    """«Это тот же человек, что…», where she may be named."""
    organisation = await scene.organisation()
    if not person.name or not await scene.storage.consents.allows(Use.SHOW, person.id, organisation.id):
        return None
    return button(scene.texts("same-open"), Same(person=person.id))


async def entering_buttons(scene: Scene, person: Person) -> list[Button]:
    """What the curator does for somebody without a messenger: enters questionnaires, brings her to one."""
    organisation = await scene.organisation()
    if person.id not in await scene.storage.offline.people(organisation.id):
        return []
    return [
        button(scene.texts("offline-fill"), FillFor(person=person.id)),
        button(scene.texts("arrival-bring"), Bring(person=person.id)),
    ]


async def about(scene: Scene, person: Person, roles: frozenset[str]) -> str:
    organisation = await scene.organisation()
    agreed = await scene.storage.consents.allows(Use.SHOW, person.id, organisation.id)
    offline = person.id in await scene.storage.offline.people(organisation.id)
    held = ", ".join(scene.texts("people-role", role=role) for role in Role if role in roles)
    if not agreed:
        return lines(f"{scene.texts('people-card-hidden')}\n{held}", scene.texts("people-card-no-consent"))
    return lines(
        f"<b>{name_of(scene, person)}</b>\n{await post_and_roles(scene, person, held)}",
        scene.texts("people-card-consent"),
        scene.texts("people-card-age") if await is_grown_pupil(scene, person) else None,
        scene.texts("offline-card") if offline else None,
        await unreachable_mark(scene, person),
        await mark_words(scene, person) if Role.MENTOR in roles else None,
        await pairs_of(scene, person, organisation.id, roles),
        *await questionnaires_of(scene, person, organisation.id),
    )


async def is_grown_pupil(scene: Scene, person: Person) -> bool:
    """A pupil who said to be of age: true of some, and a child's slip of others."""
    category = await scene.storage.people.category(person.id, (await scene.organisation()).id)
    return category is Category.PUPIL and person.age == Age.ADULT


async def post_and_roles(scene: Scene, person: Person, held: str) -> str:
    """Category, post and roles in a line."""
    organisation = await scene.organisation()
    category = await scene.storage.people.category(person.id, organisation.id)
    told = [scene.texts("offline-category", category=category), escape(person.post), held]
    return " · ".join(each for each in told if each)


async def pairs_of(scene: Scene, person: Person, organisation_id: int, roles: frozenset[str]) -> str | None:
    """The person's live pairs; nothing for one who takes no side in a pair."""
    live = await scene.storage.mentorships.of_person(person.id, organisation_id)
    if not live:
        return scene.texts("people-card-no-pair") if roles & set(APPLICATIONS) else None
    keys = {Status.AGREED: "people-card-pair", Status.PROPOSED: "people-card-pair-proposed"}
    return "\n".join(
        scene.texts(keys[Status(pair.mentorship.status)], names=pair_names(scene, pair)) for pair in live
    )


async def questionnaires_of(scene: Scene, person: Person, organisation_id: int) -> list[str]:
    """A paragraph a questionnaire of this year; answers stay with their author until they are sent."""
    programme = await scene.storage.organisations.programme(organisation_id)
    submissions = await scene.storage.forms.of_person(person.id, programme.id)
    own = [each for each in submissions if each.form in APPLICATIONS and each.survey_id is None]
    return [await in_short(scene, submission) for submission in own]


async def in_short(scene: Scene, submission: Submission) -> str:
    form, answers = await answers_of(scene, submission)
    if submission.sent_at is None:
        return scene.texts("people-card-unsent", title=escape(form.title))
    person = await scene.storage.people.get(submission.person_id)
    on_card = {"person.name", "person.post"} if person.post else {"person.name"}
    told = [
        scene.texts(
            "people-card-answer",
            question=escape(question.name),
            answer=short(answer_words(scene, question, answers[question.key])),
        )
        for question in form.questions
        if question.subject not in on_card and question.key in answers and not answers[question.key].skipped
    ]
    changed = {change.question for change in await scene.storage.forms.changes(submission.id)}
    tail = [scene.texts("form-changed-count", count=len(changed))] if changed else []
    return "\n".join([scene.texts("people-card-form", title=escape(form.title)), *told, *tail])


def short(words: str) -> str:
    """An answer escaped and cut, so that a card fits one message whatever was typed."""
    safe = ""
    for letter in map(escape, shorten(words, LONGEST_ANSWER)):
        if len(safe) + len(letter) > LONGEST_ANSWER:
            return f"{safe}…"
        safe += letter
    return safe
