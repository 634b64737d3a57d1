"""Who the person would like to be in the programme; the role's questionnaire follows at once."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Role
from handlers import questionnaire
from handlers.callbacks import Go
from handlers.entry.press import Choose
from handlers.filters import Known
from handlers.screen import Screen, button, rows
from handlers.visit import Visit

router = Router(name="entry_role")

ROLES = {"mentor": (Role.MENTOR,), "mentee": (Role.MENTEE,), "both": (Role.MENTOR, Role.MENTEE)}
FORMS = {Role.MENTOR: "mentor", Role.MENTEE: "mentee"}


def choice_of_role(visit: Visit) -> Screen:
    return Screen(
        visit.texts("entry-role"),
        rows(
            button(visit.texts("entry-role-mentor"), Choose(role="mentor")),
            button(visit.texts("entry-role-mentee"), Choose(role="mentee")),
            button(visit.texts("entry-role-both"), Choose(role="both")),
            button(visit.texts("entry-role-unsure"), Choose(role="unsure")),
        ),
    )


@router.callback_query(Go.filter(F.to == "role"), Known())
async def ask_role(query: CallbackQuery, visit: Visit) -> Screen:
    return choice_of_role(visit)


@router.callback_query(Choose.filter(), Known())
async def choose(query: CallbackQuery, callback_data: Choose, visit: Visit) -> Screen | list[Screen]:
    """Take the role and go straight to its questionnaire."""
    roles = ROLES.get(callback_data.role)
    if roles is None:
        return Screen(
            visit.texts("entry-role-explained"),
            rows(
                button(visit.texts("entry-role-choose"), Go(to="role")),
                button(visit.texts("home"), Go(to="home")),
            ),
        )
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    for role in roles:
        await visit.storage.people.join(visit.person.id, organisation.id, programme.id, role, visit.now)
    visit.forget_roles()
    return await questionnaire.begin(visit, [FORMS[role] for role in roles])
