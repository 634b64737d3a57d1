"""Who the person would like to be in the programme, of what her category offers; the questionnaire follows."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import OFFERED, Category, Role
from handlers import questionnaire
from handlers.callbacks import Go
from handlers.entry.press import Choose
from handlers.filters import Known
from handlers.importing.arrival import wanted_role
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.codes import spelled

router = Router(name="entry_role")

ROLES = {
    "mentor": (Role.MENTOR,),
    "mentee": (Role.MENTEE,),
    "both": (Role.MENTOR, Role.MENTEE),
    "guardian": (Role.GUARDIAN,),
}
FORMS = {Role.MENTOR: "mentor", Role.MENTEE: "mentee"}


async def choice_of_role(visit: Visit) -> Screen:
    """The roles that the person's category offers; one whose role the curator has named goes straight on."""
    category = await visit.category()
    named = await wanted_role(visit)
    if named is not None:
        return await take_roles(visit, (named,), category)
    labels = {key: visit.texts(f"entry-role-{key}", category=category) for key in keys(category)}
    return Screen(
        visit.texts("entry-role", category=category),
        rows(
            *(button(label, Choose(role=key)) for key, label in labels.items()),
            button(visit.texts("entry-role-unsure"), Choose(role="unsure")),
        ),
    )


def keys(category: Category) -> list[str]:
    """What may be chosen, in the order in which the roles are offered."""
    offered = OFFERED[category]
    single = [key for role in offered for key, roles in ROLES.items() if roles == (role,)]
    return [*single, "both"] if set(ROLES["both"]) <= set(offered) else single


@router.callback_query(Go.filter(F.to == "role"), Known())
async def ask_role(query: CallbackQuery, visit: Visit) -> Screen:
    return await choice_of_role(visit)


@router.callback_query(Choose.filter(), Known())
async def choose(query: CallbackQuery, callback_data: Choose, visit: Visit) -> Screen | list[Screen]:
    """Take the role and go straight to its questionnaire; a parent is told how her child comes in."""
    category = await visit.category()
    if callback_data.role == "unsure":
        return explained(visit, category)
    if callback_data.role not in keys(category):
        return await choice_of_role(visit)
    if callback_data.role == "guardian":
        return await child_comes_in(visit)
    return await take_roles(visit, ROLES[callback_data.role], category)


async def take_roles(visit: Visit, roles: tuple[Role, ...], category: Category) -> Screen:
    """Take part in these roles, and go straight to their questionnaires."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    for role in roles:
        await visit.storage.people.join(visit.person.id, organisation.id, programme.id, role, visit.now, category)
    visit.forget_roles()
    return await questionnaire.begin(visit, [FORMS[role] for role in roles])


def explained(visit: Visit, category: Category) -> Screen:
    return Screen(
        visit.texts("entry-role-explained", category=category),
        rows(
            button(visit.texts("entry-role-choose"), Go(to="role")),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


async def child_comes_in(visit: Visit) -> Screen:
    """The child opens the pupils' invitation and shows a code, which the parent sends here."""
    organisation = await visit.organisation()
    invitation = await visit.storage.organisations.invitation(organisation.id, Category.PUPIL, visit.now)
    links = visit.addresses.links(invitation.token)
    named = (f"{visit.texts('messenger-name', platform=platform)}: {link}" for platform, link in links.items())
    return Screen(
        visit.texts("entry-child-comes", links="\n".join(named), code=spelled(invitation.code)),
        rows(
            button(visit.texts("back"), Go(to="role")),
            button(visit.texts("home"), Go(to="home")),
        ),
    )
