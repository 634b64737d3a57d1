"""A consent that was withdrawn in writing: the curator tells it, and the same follows as from one's own chat."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents import By, ConsentKind, Facts
from domain.people import Action
from handlers.consents.curator import card, gone, overview, person_here
from handlers.consents.parting import part_with, withdraw_one
from handlers.consents.press import ConsentCard, InWriting
from handlers.filters import May
from handlers.screen import Button, Screen, button, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.models import Person

router = Router(name="consents_written")


@router.callback_query(InWriting.filter(), May(Action.SEE_PEOPLE))
async def take(query: CallbackQuery, callback_data: InWriting, visit: Visit) -> Screen:
    person = await person_here(visit, callback_data.person)
    if person is None or person.id == visit.person.id:
        return gone(visit)
    facts = await visit.storage.consents.facts(person.id, (await visit.organisation()).id)
    kind = callback_data.kind
    if kind is None or kind not in in_force(facts):
        return choice(visit, person, facts)
    if not callback_data.sure:
        return consequences(visit, person, kind)
    return await done(visit, person, kind)


def in_force(facts: Facts) -> list[ConsentKind]:
    """What there is to withdraw, whoever gave it."""
    given = {kind for kind, _ in facts.in_force}
    return [kind for kind in ConsentKind if kind in given]


def choice(scene: Scene, person: Person, facts: Facts) -> Screen:
    """Which consent the letter is about."""
    return Screen(
        scene.texts("consents-written-ask", name=name_of(scene, person)),
        rows(
            *(
                button(scene.texts("consents-withdraw", kind=kind), InWriting(person=person.id, kind=kind))
                for kind in in_force(facts)
            ),
            back(scene, person),
        ),
    )


def consequences(scene: Scene, person: Person, kind: ConsentKind) -> Screen:
    return Screen(
        scene.texts("consents-written-sure", kind=kind, name=name_of(scene, person)),
        rows(
            button(scene.texts("consents-withdraw-yes"), InWriting(person=person.id, kind=kind, sure=True)),
            back(scene, person),
        ),
    )


def back(scene: Scene, person: Person) -> Button:
    return button(scene.texts("back"), ConsentCard(person=person.id))


async def done(visit: Visit, person: Person, kind: ConsentKind) -> Screen:
    organisation = await visit.organisation()
    if kind is ConsentKind.PROCESSING:
        await part_with(visit, person, organisation.id, By.PAPER)
        return await overview(visit, first=visit.texts("consents-written-all"))
    await withdraw_one(visit, person, organisation.id, kind, By.PAPER)
    return await card(visit, person, first=visit.texts("consents-withdrawn-one"))
