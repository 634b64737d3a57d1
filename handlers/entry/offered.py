"""A personal invitation opened by somebody who takes part already: its role is hers by a tap, or it is another's."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.joining import ALIKE, likeness
from domain.people import Role
from handlers import home
from handlers.callbacks import Go
from handlers.entry.press import TakeRole
from handlers.entry.role import take_roles
from handlers.filters import Known
from handlers.importing.arrival import invited_here, wanted_role
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit

router = Router(name="entry_offered")


async def for_member(visit: Visit) -> Screen:
    """Home, with a word on what became of the invitation where a personal one was opened."""
    invited = await invited_here(visit)
    if invited is None:
        return await home.home(visit)
    if visit.person.name and likeness(visit.person.name, invited.name) < ALIKE:
        await visit.storage.imports.give_back(invited)
        return await at_home(visit, "import-not-yours")
    role = await wanted_role(visit)
    if role is None or role in await visit.roles():
        await visit.storage.imports.settle(invited)
        return await at_home(visit, "import-here-already")
    return offer(visit, role)


async def at_home(visit: Visit, key: str) -> Screen:
    fresh = await home.home(visit)
    return Screen(lines(visit.texts(key), fresh.text), fresh.rows)


def offer(visit: Visit, role: Role) -> Screen:
    return Screen(
        visit.texts("import-role-offered", role=role),
        rows(
            button(visit.texts("import-role-take", role=role), TakeRole(role=role)),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@router.callback_query(TakeRole.filter(), Known())
async def take(query: CallbackQuery, callback_data: TakeRole, visit: Visit) -> Screen:
    """Only the role that her invitation names, while it waits."""
    invited = await invited_here(visit)
    if invited is None or await wanted_role(visit) != callback_data.role:
        return await at_home(visit, "stale-button")
    screen = await take_roles(visit, (callback_data.role,), invited.category)
    await visit.storage.imports.settle(invited)
    return screen
