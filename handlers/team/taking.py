"""A role of the staff is taken away: asked once, kept in the journal, never from the last curator."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.audit import Audited
from domain.notices import News
from domain.people import STAFF, Action, Role
from handlers.callbacks import Go
from handlers.filters import May
from handlers.screen import Screen, button, lines, page_of, page_row, rows
from handlers.status import name_of
from handlers.team.board import board
from handlers.team.parting import farewell
from handlers.team.press import Holders, TakeRole
from handlers.team.staff import holders, role_words
from handlers.visit import Visit
from storage.models import Organisation, Person

router = Router(name="team_taking")

ON_PAGE = 5


@router.callback_query(Holders.filter(), May(Action.MANAGE_TEAM))
async def choose(query: CallbackQuery, callback_data: Holders, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    shown, number, pages = page_of(await holders(visit, organisation.id), callback_data.page, ON_PAGE)
    placed = list(enumerate(shown, number * ON_PAGE + 1))
    return Screen(
        lines(
            visit.texts("team-take-ask"),
            "\n".join(
                f"{place}. {name_of(visit, person)} — {role_words(visit, role)}" for place, (person, role) in placed
            ),
        ),
        (
            *rows(
                *(button(str(place), TakeRole(person=person.id, role=role)) for place, (person, role) in placed),
                width=ON_PAGE,
            ),
            *page_row(visit.texts, number, pages, lambda to: Holders(page=to)),
            *rows(button(visit.texts("back"), Go(to="team")), button(visit.texts("home"), Go(to="home")), width=2),
        ),
    )


@router.callback_query(TakeRole.filter(), May(Action.MANAGE_TEAM))
async def take(query: CallbackQuery, callback_data: TakeRole, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    role = callback_data.role
    members = await visit.storage.people.members(organisation.id, role) if role in STAFF else []
    person = next((each for each in members if each.id == callback_data.person), None)
    if person is None:
        return await board(visit, visit.texts("team-role-gone"))
    if role is Role.CURATOR and len(members) == 1:
        return await board(visit, visit.texts("team-last-curator"))
    if not callback_data.sure:
        return ask(visit, person, role)
    return await taken(visit, organisation, person, role)


def ask(visit: Visit, person: Person, role: Role) -> Screen:
    """What will happen, with a word more when the curator gives up her own role."""
    own = person.id == visit.person.id and role is Role.CURATOR
    return Screen(
        visit.texts("team-take-sure", name=name_of(visit, person), role=role_words(visit, role), own=str(own)),
        rows(
            button(visit.texts("team-take-yes"), TakeRole(person=person.id, role=role, sure=True)),
            button(visit.texts("back"), Go(to="team")),
        ),
    )


async def taken(visit: Visit, organisation: Organisation, person: Person, role: Role) -> Screen:
    await visit.storage.people.leave(person.id, organisation.id, role, visit.now)
    entry = await visit.storage.audit.record(
        organisation.id, visit.person.id, Audited.ROLE_TAKEN_AWAY, visit.now, role=role, person=person.id
    )
    said = visit.texts("team-taken", name=name_of(visit, person), role=role_words(visit, role))
    if person.id == visit.person.id:
        return await farewell(visit, said)
    await visit.storage.notices.add(
        person.id,
        News.ROLE_TAKEN_AWAY,
        f"role:{entry.id}:taken:person:{person.id}",
        visit.now,
        visit.now,
        organisation_id=organisation.id,
        subject={"role": role},
    )
    return await board(visit, said)
