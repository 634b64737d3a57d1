"""The curator's mark: a qualification category, and whether somebody may be a mentor yet.

The mentor's questionnaire has asked for the category already: the curator only confirms what was answered there.
"""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.forms import Chosen
from domain.people import Action, Grade, Role
from handlers.callbacks import Go
from handlers.consents.curator import gone, person_named
from handlers.filters import Asked, May
from handlers.people.answers import answers_of
from handlers.people.press import Mark, ShowPerson
from handlers.people.profiles import QUALIFICATION
from handlers.screen import Button, Screen, button, escape, lines, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.models import Eligibility, Person

router = Router(name="people_eligibility")

LONGEST_REASON = 300
MENTOR_FORM = "mentor"


@router.callback_query(Mark.filter(), May(Action.SEE_PEOPLE))
async def mark(query: CallbackQuery, callback_data: Mark, visit: Visit) -> Screen:
    person = await person_named(visit, callback_data.person)
    if person is None:
        return gone(visit)
    visit.stop_asking()
    organisation = await visit.organisation()
    if callback_data.grade is not None:
        kept = await visit.storage.eligibility.mark(person.id, organisation.id, visit.now)
        kept.grade = callback_data.grade
    if callback_data.may is True:
        kept = await visit.storage.eligibility.mark(person.id, organisation.id, visit.now)
        kept.may_mentor = True
        visit.storage.eligibility.set_reason(kept, "")
    if callback_data.may is False:
        return ask_reason(visit, person)
    return await mark_screen(visit, person)


def ask_reason(visit: Visit, person: Person) -> Screen:
    visit.ask("not-yet", person=person.id)
    return Screen(
        visit.texts("people-not-yet-why", name=name_of(visit, person)),
        rows(button(visit.texts("back"), Mark(person=person.id))),
    )


@router.message(Asked("not-yet"), May(Action.SEE_PEOPLE))
async def take_reason(message: Message, visit: Visit) -> Screen:
    reason = " ".join((message.text or "").split())
    if len(reason) > LONGEST_REASON:
        return Screen(visit.texts("too-long", length=len(reason), limit=LONGEST_REASON))
    person = await person_named(visit, int(visit.account.asked_about["person"]))
    visit.stop_asking()
    if person is None:
        return gone(visit)
    organisation = await visit.organisation()
    kept = await visit.storage.eligibility.mark(person.id, organisation.id, visit.now)
    kept.may_mentor = False
    visit.storage.eligibility.set_reason(kept, reason)
    return await mark_screen(visit, person)


async def mark_screen(scene: Scene, person: Person) -> Screen:
    """What the mentor told stands first, to be confirmed in one tap."""
    organisation = await scene.organisation()
    kept = await scene.storage.eligibility.of_person(person.id, organisation.id)
    may_mentor = kept is None or kept.may_mentor
    grade, told = grade_of(kept), await told_grade(scene, person)
    others = [each for each in Grade if each not in {grade, told}]
    return Screen(
        lines(f"<b>{name_of(scene, person)}</b>", await mark_words(scene, person)),
        (
            *rows(grade_button(scene, person, told, "people-confirm-grade") if told not in {grade, None} else None),
            *rows(*(grade_button(scene, person, each, "people-set-grade") for each in others), width=2),
            *rows(
                button(
                    scene.texts("people-set-may", may=str(not may_mentor)), Mark(person=person.id, may=not may_mentor)
                )
            ),
            *rows(
                button(scene.texts("back"), ShowPerson(person=person.id, role=Role.MENTOR)),
                button(scene.texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )


def grade_button(scene: Scene, person: Person, grade: Grade, text: str) -> Button:
    return button(scene.texts(text, grade=grade), Mark(person=person.id, grade=grade))


def grade_of(kept: Eligibility | None) -> Grade:
    return Grade(kept.grade) if kept is not None else Grade.NONE


async def told_grade(scene: Scene, person: Person) -> Grade | None:
    """The category that the mentor named in the questionnaire; None where that is not sent or names none."""
    programme = await scene.storage.organisations.programme((await scene.organisation()).id)
    submissions = await scene.storage.forms.of_person(person.id, programme.id)
    sent = next((each for each in submissions if each.form == MENTOR_FORM and each.sent_at is not None), None)
    answer = (await answers_of(scene, sent))[1].get(QUALIFICATION) if sent is not None else None
    keys = answer.value.keys if answer is not None and isinstance(answer.value, Chosen) else ()
    return next((grade for grade in Grade if grade in keys and grade is not Grade.NONE), None)


async def mark_words(scene: Scene, person: Person) -> str:
    """The mark as it stands, for the card too."""
    organisation = await scene.organisation()
    kept = await scene.storage.eligibility.of_person(person.id, organisation.id)
    may_mentor = kept is None or kept.may_mentor
    reason = escape(scene.storage.eligibility.reason(kept)) if kept is not None else ""
    told = scene.texts("people-may-mentor", may=str(may_mentor), reason=reason, told=str(bool(reason)))
    return f"{grade_words(scene, grade_of(kept), await told_grade(scene, person))}\n{told}"


def grade_words(scene: Scene, grade: Grade, told: Grade | None) -> str:
    """The curator's category, with the mentor's own where it is another one."""
    marked = scene.texts("people-grade", grade=grade)
    if told in {grade, None}:
        return marked
    return f"{marked} ({scene.texts('people-grade-told', grade=told)})"
