"""The paper consent comes as a photograph; with it there is a person, whose questionnaire the curator fills in."""

from aiogram import F, Router
from aiogram.types import Message

from domain.consents import Age, ConsentKind
from domain.people import Action
from handlers.callbacks import Go
from handlers.consents.paper import keep_paper
from handlers.filters import Asked, May, When
from handlers.questionnaire import begin_for
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.models import Person

router = Router(name="offline_consent")


@router.message(Asked("offline-consent", anything=True), When(F.document | F.photo), May(Action.SEE_PEOPLE))
async def take(message: Message, visit: Visit) -> Screen:
    incoming = visit.incoming
    if incoming is None or not incoming.content:
        return again(visit, "problem-not_fetched")
    about = dict(visit.account.asked_about)
    visit.stop_asking()
    person = await take_in(visit, Age(about["age"]), str(about["role"]), str(about["category"]))
    return await begin_for(visit, person.id, str(about["role"]))


async def take_in(visit: Visit, age: Age, role: str, category: str) -> Person:
    """A person with her consent and her role; the name is the first thing that is asked."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    incoming = visit.incoming
    assert incoming is not None
    person = await visit.storage.offline.add_person(organisation.id, age, visit.now)
    await keep_paper(visit, person.id, ConsentKind.PROCESSING, incoming)
    await visit.storage.people.join(person.id, organisation.id, programme.id, role, visit.now, category)
    return person


@router.message(Asked("offline-consent", anything=True), May(Action.SEE_PEOPLE))
async def take_nothing(message: Message, visit: Visit) -> Screen:
    """Words, a voice message, a sticker."""
    return again(visit, "offline-consent-kind")


def again(visit: Visit, key: str) -> Screen:
    return Screen(visit.texts(key), rows(button(visit.texts("back"), Go(to="offline"))))
