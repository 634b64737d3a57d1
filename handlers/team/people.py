"""The people of the programme as the head sees them: names and roles, nothing of their answers."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents import Use
from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.filters import May
from handlers.screen import Screen, bullets, button, lines, page_of, page_row, rows
from handlers.status import name_of
from handlers.team.press import Colleagues
from handlers.team.staff import role_words
from handlers.visit import Visit

router = Router(name="team_people")

ON_PAGE = 15


@router.callback_query(Colleagues.filter(), May(Action.SIGN))
async def show(query: CallbackQuery, callback_data: Colleagues, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    shown_to_others = await visit.storage.consents.allowing(organisation.id, Use.SHOW)
    people = [each for each in await visit.storage.people.members(organisation.id) if each.id in shown_to_others]
    roles = await visit.storage.people.roles(organisation.id)
    shown, number, pages = page_of(people, callback_data.page, ON_PAGE)
    told = (
        f"{name_of(visit, person)} — "
        + ", ".join(role_words(visit, role) for role in Role if role in roles.get(person.id, ()))
        for person in shown
    )
    return Screen(
        lines(visit.texts("team-people", count=len(people)), bullets(told)),
        (
            *page_row(visit.texts, number, pages, lambda to: Colleagues(page=to)),
            *rows(button(visit.texts("home"), Go(to="home"))),
        ),
    )
