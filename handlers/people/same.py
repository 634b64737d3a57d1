"""«Это тот же человек»: the curator finds the other record of somebody who was taken in twice."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.consents import Use
from domain.forms.wording import fold
from domain.joining import ALIKE, likeness
from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.consents.curator import gone, person_named
from handlers.filters import Asked, May
from handlers.people.press import Join, Same, ShowPerson
from handlers.screen import Screen, button, lines, page_of, page_row, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.models import Person

router = Router(name="people_same")

NAMES_ON_PAGE = 4


@router.callback_query(Same.filter(), May(Action.SEE_PEOPLE))
async def choose(query: CallbackQuery, callback_data: Same, visit: Visit) -> Screen:
    person = await person_named(visit, callback_data.person)
    if person is None:
        return gone(visit)
    visit.ask("same-person", person=person.id)
    return await choice(visit, person, await others(visit, person), callback_data.page)


@router.message(Asked("same-person"), May(Action.SEE_PEOPLE))
async def search(message: Message, visit: Visit) -> Screen:
    """By a part of the name, in small letters and with е for ё."""
    person = await person_named(visit, int(visit.account.asked_about["person"]))
    if person is None:
        return gone(visit)
    people = await others(visit, person)
    found = [each for each in people if fold(message.text or "") in fold(each.name)]
    return await choice(visit, person, found or people, first=None if found else visit.texts("same-not-found"))


async def others(scene: Scene, person: Person) -> list[Person]:
    """Everybody here who may be named, those with a similar name first."""
    organisation = await scene.organisation()
    allowed = await scene.storage.consents.allowing(organisation.id, Use.SHOW)
    members = await scene.storage.people.members(organisation.id)
    named = [each for each in members if each.id != person.id and each.id in allowed and each.name]
    return sorted(named, key=lambda each: -likeness(person.name, each.name))


async def choice(
    scene: Scene, person: Person, people: Sequence[Person], page: int = 0, first: str | None = None
) -> Screen:
    organisation = await scene.organisation()
    roles = await scene.storage.people.roles(organisation.id)
    shown, number, pages = page_of(people, page, NAMES_ON_PAGE)
    labels = [(labelled(scene, each, roles[each.id]), Join(person=person.id, other=each.id)) for each in shown]
    alike = any(likeness(person.name, each.name) >= ALIKE for each in people)
    back = ShowPerson(person=person.id, role=side(roles[person.id]))
    return Screen(
        lines(first, scene.texts("same-ask-alike" if alike else "same-ask", name=name_of(scene, person))),
        (
            *rows(*(button(label, action) for label, action in labels)),
            *page_row(scene.texts, number, pages, lambda other: Same(person=person.id, page=other)),
            *rows(button(scene.texts("back"), back), button(scene.texts("home"), Go(to="home")), width=2),
        ),
    )


def labelled(scene: Scene, person: Person, roles: frozenset[str]) -> str:
    """The name with the roles, since the two names may be one."""
    held = ", ".join(scene.texts("people-role", role=role) for role in Role if role in roles)
    return scene.texts("same-label", name=person.name, roles=held)


def side(roles: frozenset[str]) -> Role:
    """The list that a card belongs to."""
    return Role.MENTOR if Role.MENTOR in roles else Role.MENTEE
