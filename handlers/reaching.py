"""Blocking the bot and coming back: another messenger takes over, the curators know, and what waited is told."""

from aiogram import Router
from aiogram.types import ChatMemberUpdated

from domain.notices import News
from handlers.callbacks import Go
from handlers.more.messenger import write_to
from handlers.part import Part
from handlers.screen import button
from handlers.visit import Scene, Visit
from storage.models import Notice
from storage.unreachable import tell_curators

router = Router(name="reaching")


@router.my_chat_member()
async def membership(event: ChatMemberUpdated, visit: Visit) -> None:
    """The person has blocked the bot or allowed it again; neither can be answered here."""
    reachable = event.new_chat_member.status not in {"kicked", "left"}
    was, visit.account.reachable = visit.account.reachable, reachable
    if visit.someone is None or was == reachable:
        return
    await (welcome_back(visit) if reachable else go_elsewhere(visit))


async def go_elsewhere(visit: Visit) -> None:
    """Write to another messenger of hers from now on; where there is none, the curators know at once."""
    accounts = await visit.storage.people.accounts(visit.person.id)
    other = next((each for each in accounts if each.reachable and each.id != visit.account.id), None)
    if other is not None:
        if visit.person.preferred_account_id in {visit.account.id, None}:
            await write_to(visit, other)
        return
    for place in await visit.storage.places.of(visit.person.id):
        await tell_curators(visit.storage, visit.person.id, place.id, visit.now)


async def welcome_back(visit: Visit) -> None:
    """Greet with what could not be told meanwhile; each matter is looked at again before it is told."""
    key = f"back:{visit.account.id}:{visit.now.isoformat()}:person:{visit.person.id}"
    await visit.storage.notices.add(
        visit.person.id, News.CAME_BACK, key, visit.now, visit.now, organisation_id=visit.here
    )
    await visit.storage.notices.carry_missed(visit.person.id, key)


async def back_part(scene: Scene, notice: Notice) -> Part | None:
    return Part(scene.texts("back-again"), (button(scene.texts("home"), Go(to="home")),))
