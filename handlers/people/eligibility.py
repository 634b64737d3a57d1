"""The curator's mark: a qualification category, and whether somebody may be a mentor yet."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.people import Action, Role
from domain.people_lists import Grade
from handlers.callbacks import Go
from handlers.consents.curator import gone, person_here
from handlers.filters import Asked, May
from handlers.people.press import Mark, ShowPerson
from handlers.screen import Screen, button, escape, lines, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.models import Person

router = Router(name="people_eligibility")

LONGEST_REASON = 300


@router.callback_query(Mark.filter(), May(Action.SEE_PEOPLE))
async def mark(query: CallbackQuery, callback_data: Mark, visit: Visit) -> Screen:
    person = await person_here(visit, callback_data.person)
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
    person = await person_here(visit, int(visit.account.asked_about["person"]))
    visit.stop_asking()
    if person is None:
        return gone(visit)
    organisation = await visit.organisation()
    kept = await visit.storage.eligibility.mark(person.id, organisation.id, visit.now)
    kept.may_mentor = False
    visit.storage.eligibility.set_reason(kept, reason)
    return await mark_screen(visit, person)


async def mark_screen(scene: Scene, person: Person) -> Screen:
    organisation = await scene.organisation()
    kept = await scene.storage.eligibility.of_person(person.id, organisation.id)
    may_mentor = kept is None or kept.may_mentor
    grade = Grade(kept.grade) if kept is not None else Grade.NONE
    other = Mark(person=person.id, may=not may_mentor)
    return Screen(
        lines(f"<b>{name_of(scene, person)}</b>", await mark_words(scene, person)),
        rows(
            *(
                button(scene.texts("people-set-grade", grade=each), Mark(person=person.id, grade=each))
                for each in Grade
                if each is not grade
            ),
            button(scene.texts("people-set-may", may=str(not may_mentor)), other),
            button(scene.texts("back"), ShowPerson(person=person.id, role=Role.MENTOR)),
            button(scene.texts("home"), Go(to="home")),
        ),
    )


async def mark_words(scene: Scene, person: Person) -> str:
    """The mark as it stands, for the card too."""
    organisation = await scene.organisation()
    kept = await scene.storage.eligibility.of_person(person.id, organisation.id)
    grade = kept.grade if kept is not None else Grade.NONE
    may_mentor = kept is None or kept.may_mentor
    reason = escape(scene.storage.eligibility.reason(kept)) if kept is not None else ""
    told = scene.texts("people-may-mentor", may=str(may_mentor), reason=reason, told=str(bool(reason)))
    return f"{scene.texts('people-grade', grade=grade)}\n{told}"
