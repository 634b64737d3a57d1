"""«Выйти из программы»: asked once; pairs end, their other people and the curators learn of it.

A mentor's duties end three working days later, as in ``agreements.leaving``; the data stays until its term is over
or the person has it erased.
"""

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from domain.consents import ConsentKind
from domain.notices import News
from domain.people import Role
from handlers.agreements.press import LayDown
from handlers.callbacks import Go
from handlers.consents.parting import end_pair
from handlers.consents.press import Withdraw
from handlers.filters import Known
from handlers.part import Part
from handlers.screen import Button, Screen, button, escape, lines, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.models import Notice

router = Router(name="more_leaving")


class Leave(CallbackData, prefix="leave"):
    """Take part no longer; asked until it is ``sure``."""

    sure: bool = False


async def exit_button(scene: Scene) -> Button | None:
    """The way out, for who takes part in pairs."""
    takes_part = await scene.roles() & {Role.MENTOR, Role.MENTEE}
    return button(scene.texts("leave"), Leave()) if takes_part else None


@router.callback_query(Leave.filter(), Known())
async def leave(query: CallbackQuery, callback_data: Leave, visit: Visit) -> Screen:
    roles = await visit.roles()
    home = button(visit.texts("home"), Go(to="home"))
    if not roles & {Role.MENTOR, Role.MENTEE}:
        return Screen(visit.texts("leave-nothing"), rows(home))
    duties = button(visit.texts("laydown"), LayDown()) if Role.MENTOR in roles else None
    if Role.MENTEE not in roles:
        return Screen(visit.texts("leave-mentor"), rows(duties, home))
    if not callback_data.sure:
        name = escape((await visit.organisation()).name)
        return Screen(
            visit.texts("leave-sure", name=name),
            rows(button(visit.texts("leave-yes"), Leave(sure=True)), button(visit.texts("leave-no"), Go(to="home"))),
        )
    await end(visit)
    erase = button(visit.texts("my-data-erase", own="True"), Withdraw(kind=ConsentKind.PROCESSING))
    mentor = visit.texts("leave-mentor") if duties is not None else None
    return Screen(lines(visit.texts("leave-done"), mentor), rows(duties, erase, home))


async def end(visit: Visit) -> None:
    """She is mentored no more; the pairs in which she is a mentor go on to the last day of her duties."""
    organisation = await visit.organisation()
    for pair in await visit.storage.mentorships.of_person(visit.person.id, organisation.id):
        if pair.mentor.id != visit.person.id:
            await end_pair(visit, pair, visit.person)
    await visit.storage.people.leave(visit.person.id, organisation.id, Role.MENTEE, visit.now)
    visit.forget_roles()
    for curator in await visit.storage.people.members(organisation.id, Role.CURATOR):
        await visit.storage.notices.add(
            curator.id,
            News.LEFT_PROGRAMME,
            f"left:{visit.person.id}:{visit.now.isoformat()}:person:{curator.id}",
            visit.now,
            visit.now,
            organisation_id=organisation.id,
            subject={"person": visit.person.id},
        )


async def left_part(scene: Scene, notice: Notice) -> Part | None:
    """To a curator; nothing when the person is back or has had everything erased."""
    person = await scene.storage.people.find(int(notice.subject["person"]))
    here = (await scene.storage.people.roles(notice.organisation_id or 0)).get(int(notice.subject["person"]))
    if person is None or not person.name or (here and Role.MENTEE in here):
        return None
    if not await scene.storage.consents.may_be_named(person.id, notice.organisation_id or 0):
        return None
    return Part(
        scene.texts("leave-news", name=name_of(scene, person)),
        (button(scene.texts("curator-pairs"), Go(to="pairs")),),
    )
