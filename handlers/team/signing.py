"""The head's signature under the roadmap: the paper, «Подписано», the day kept in the journal."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.audit import Audited
from domain.notices import News
from domain.people import Action, Role
from handlers import home
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.to_sign import data_of
from handlers.screen import Screen, button, lines, rows
from handlers.team.press import Sign
from handlers.team.signature import signature
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.models import Decision

router = Router(name="team_signing")


@router.callback_query(Go.filter(F.to == "sign"), May(Action.SIGN))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    roadmap, entry = await signature(visit)
    if roadmap is None or entry is not None:
        return await nothing_waits(visit)
    return Screen(
        visit.texts("sign-paper"),
        rows(
            button(visit.texts("sign-yes"), Sign(roadmap=roadmap.id)),
            button(visit.texts("home"), Go(to="home")),
        ),
        (Paper("roadmap_to_sign", visit.texts("to-sign-name"), await data_of(visit, roadmap)),),
    )


async def nothing_waits(visit: Visit) -> Screen:
    fresh = await home.home(visit)
    return Screen(lines(visit.texts("sign-nothing"), fresh.text), fresh.rows)


@router.callback_query(Sign.filter(), May(Action.SIGN))
async def sign(query: CallbackQuery, callback_data: Sign, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    roadmap, entry = await signature(visit)
    if roadmap is None or entry is not None or roadmap.id != callback_data.roadmap:
        return await nothing_waits(visit)
    entry = await visit.storage.audit.record(
        organisation.id, visit.person.id, Audited.ROADMAP_SIGNED, visit.now, roadmap=roadmap.id
    )
    undo = await decided(visit, "roadmap-signed", roadmap=roadmap.id)
    for curator in await visit.storage.people.members(organisation.id, Role.CURATOR):
        await visit.storage.notices.add(
            curator.id,
            News.ROADMAP_SIGNED,
            f"signed:{entry.id}:person:{curator.id}",
            visit.now,
            visit.now,
            organisation_id=organisation.id,
            subject={"roadmap": roadmap.id},
        )
    return Screen(visit.texts("sign-kept"), rows(undo, button(visit.texts("home"), Go(to="home"))))


@reversal("roadmap-signed")
async def take_back(visit: Visit, decision: Decision) -> bool:
    organisation_id, roadmap_id = decision.organisation_id, int(decision.before["roadmap"])
    if await visit.storage.audit.signed(organisation_id, roadmap_id) is None:
        return False
    await visit.storage.audit.record(
        organisation_id, visit.person.id, Audited.SIGNATURE_TAKEN_BACK, visit.now, roadmap=roadmap_id
    )
    return True
