"""Mentors or mentees by name, with a mark at those whose questionnaire is not sent."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.filters import May
from handlers.people.press import List, ShowPerson
from handlers.screen import Screen, button, lines, page_of, page_row, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.models import Person

router = Router(name="people_listing")

PEOPLE_ON_PAGE = 5


@router.callback_query(List.filter(), May(Action.SEE_PEOPLE))
async def show(query: CallbackQuery, callback_data: List, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    people = await visit.storage.people.members(organisation.id, callback_data.role)
    return listing(visit, people, await sent_by(visit, organisation.id, callback_data.role), callback_data)


async def sent_by(scene: Scene, organisation_id: int, role: Role) -> set[int]:
    """Who has sent the questionnaire of ``role``, which bears the role's name."""
    submissions = await scene.storage.forms.in_organisation(organisation_id, [role])
    return {each.person_id for each in submissions if each.sent_at is not None}


def listing(scene: Scene, people: Sequence[Person], sent: set[int], where: List) -> Screen:
    shown, number, pages = page_of(people, where.page, PEOPLE_ON_PAGE)
    placed = list(enumerate(shown, number * PEOPLE_ON_PAGE + 1))
    return Screen(
        lines(
            scene.texts("people-list", role=where.role),
            "\n".join(line(scene, place, person, person.id in sent) for place, person in placed),
            scene.texts("people-list-open" if people else "people-list-empty"),
        ),
        (
            *rows(
                *(
                    button(str(place), ShowPerson(person=person.id, role=where.role, page=number))
                    for place, person in placed
                ),
                width=PEOPLE_ON_PAGE,
            ),
            *page_row(scene.texts, number, pages, lambda other: List(role=where.role, page=other)),
            *rows(button(scene.texts("back"), Go(to="people")), button(scene.texts("home"), Go(to="home")), width=2),
        ),
    )


def line(scene: Scene, place: int, person: Person, is_sent: bool) -> str:
    key = "people-list-line" if is_sent else "people-list-line-silent"
    return scene.texts(key, place=str(place), name=name_of(scene, person))
