"""A colleague who came by a code says her name; then the curators hear who has come."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.forms.names import full_name
from domain.notices import News
from domain.people import Role
from handlers import home
from handlers.filters import Asked, Known
from handlers.nameless import expected_name
from handlers.screen import Screen
from handlers.team.press import ThatIsMe
from handlers.visit import Visit
from storage.models import Code

router = Router(name="team_naming")


@router.callback_query(ThatIsMe.filter(), Known())
async def take_expected(query: CallbackQuery, visit: Visit) -> Screen:
    name = await expected_name(visit)
    return await named(visit, name) if name and not visit.person.name else await home.home(visit)


@router.message(Asked("team-name"), Known())
async def take_name(message: Message, visit: Visit) -> Screen:
    name = full_name(message.text or "")
    if name is None:
        return Screen(visit.texts("team-name-again"))
    return await named(visit, name)


async def named(visit: Visit, name: str) -> Screen:
    visit.stop_asking()
    visit.storage.people.rename(visit.person, name)
    for code in await visit.storage.codes.taken((await visit.organisation()).id, visit.person.id):
        await tell_curators(visit, code)
    return await home.home(visit)


async def tell_curators(visit: Visit, code: Code) -> None:
    """Who has come, once she has said her name."""
    here = code.organisation_id or 0
    for curator in await visit.storage.people.members(here, Role.CURATOR):
        if curator.id != visit.person.id:
            await visit.storage.notices.add(
                curator.id,
                News.ROLE_TAKEN_ON,
                f"code:{code.id}:taken:person:{curator.id}",
                visit.now,
                visit.now,
                organisation_id=here,
                subject={"code": code.id},
            )
