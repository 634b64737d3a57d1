"""«Передать организацию»: a code for the next curator; once it is accepted, the one before leaves or stays."""

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.audit import Audited
from domain.notices import CURATORS_NEWS, News
from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.filters import May
from handlers.screen import Screen, button, rows
from handlers.team.board import board
from handlers.team.giving import made
from handlers.team.parting import farewell
from handlers.team.press import HandOver
from handlers.team.staff import handed_over, name_by_id
from handlers.visit import Visit
from storage.codes import HANDOVER
from storage.models import Code, Organisation

router = Router(name="team_handing")


@router.callback_query(Go.filter(F.to == "hand-over"), May(Action.MANAGE_TEAM))
async def ask(query: CallbackQuery, visit: Visit) -> Screen:
    """What is passed on and how, before anything happens."""
    return Screen(
        visit.texts("hand-over-ask"),
        rows(
            button(visit.texts("hand-over-code"), HandOver(to="code")),
            button(visit.texts("back"), Go(to="team")),
        ),
    )


@router.callback_query(HandOver.filter(F.to == "code"), May(Action.MANAGE_TEAM))
async def make_code(query: CallbackQuery, callback_data: HandOver, visit: Visit) -> Screen:
    return await made(visit, HANDOVER, Role.CURATOR)


@router.callback_query(HandOver.filter(), May(Action.MANAGE_TEAM))
async def finish(query: CallbackQuery, callback_data: HandOver, visit: Visit) -> Screen:
    """The second «yes»: the curator who made the code says what becomes of her own role."""
    organisation = await visit.organisation()
    code = await accepted(visit, organisation, callback_data.code)
    if code is None or code.person_id is None:
        return await board(visit, visit.texts("stale-button"))
    after = await name_by_id(visit, code.person_id)
    if callback_data.to == "ask":
        return Screen(
            visit.texts("hand-over-finish", name=after),
            rows(
                button(visit.texts("hand-over-leave"), HandOver(to="leave", code=code.id)),
                button(visit.texts("hand-over-stay"), HandOver(to="stay", code=code.id)),
            ),
        )
    await visit.storage.audit.record(
        organisation.id,
        visit.person.id,
        Audited.HANDED_OVER,
        visit.now,
        person=code.person_id,
        left=str(callback_data.to == "leave"),
    )
    if callback_data.to != "leave":
        return await board(visit, visit.texts("hand-over-stayed", name=after))
    return await left(visit, organisation, code.person_id, after)


async def accepted(visit: Visit, organisation: Organisation, code_id: int) -> Code | None:
    """The person's own handover code, whose taker is a curator here now."""
    code = await visit.storage.codes.get(code_id)
    if code is None or code.purpose != HANDOVER or code.organisation_id != organisation.id:
        return None
    curators = {each.id for each in await visit.storage.people.members(organisation.id, Role.CURATOR)}
    return code if code.made_by == visit.person.id and code.person_id in curators else None


async def left(visit: Visit, organisation: Organisation, after_id: int, after: str) -> Screen:
    """All that was in her name is the next curator's; her other roles stay."""
    await visit.storage.handover.pass_on(organisation.id, visit.person.id, after_id, CURATORS_NEWS)
    await tell_who_leaves(visit, organisation, after_id)
    for role in handed_over(organisation):
        await visit.storage.people.leave(visit.person.id, organisation.id, role, visit.now)
    return await farewell(visit, visit.texts("hand-over-left", name=after))


async def tell_who_leaves(visit: Visit, organisation: Organisation, after_id: int) -> None:
    """Mentors who have said their last day: the one before had heard it, the next curator has not."""
    for duties in await visit.storage.agreements.ending(organisation.id, date.max):
        await visit.storage.notices.add(
            after_id,
            News.MENTOR_LEAVES,
            f"leaves:{duties.id}:{duties.leaves_on}:handed:person:{after_id}",
            visit.now,
            visit.now,
            organisation_id=organisation.id,
            subject={"person": duties.person_id, "last": str(duties.leaves_on)},
        )
