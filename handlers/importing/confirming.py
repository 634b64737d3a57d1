"""The list is confirmed: everybody new gets a personal invitation, and the curator the papers to hand out."""

import json

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.audit import Audited
from domain.people import Action, Category, Role
from domain.people_lists import Draft
from handlers.callbacks import Go
from handlers.filters import Asked, May
from handlers.importing.papers import papers
from handlers.importing.press import InviteAll, Waiting
from handlers.importing.sorting import sort_out
from handlers.importing.upload import ask_for_list, mark_of
from handlers.screen import Screen, button, rows
from handlers.visit import Visit

router = Router(name="importing_confirming")


@router.callback_query(InviteAll.filter(), May(Action.INVITE))
async def invite_all(query: CallbackQuery, callback_data: InviteAll, visit: Visit) -> Screen:
    """Invite those who are still new; a second tap, or the button of a list that was replaced, invites nobody."""
    if visit.account.asked != "import-sure":
        return await ask_for_list(visit, visit.texts("import-done-already"))
    waiting = waiting_list(visit)
    if callback_data.mark != mark_of(waiting):
        return ways_on(visit, visit.texts("import-replaced"))
    drafts = unpacked(waiting)
    visit.stop_asking()
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    known = await sort_out(visit, drafts)
    made = [await visit.storage.imports.invite(organisation.id, programme.id, each, visit.now) for each in known.new]
    invited = [each for each in made if each is not None]
    if invited:
        await visit.storage.audit.record(
            organisation.id, visit.person.id, Audited.PEOPLE_INVITED, visit.now, count=len(invited)
        )
    return Screen(
        visit.texts("import-invited", count=len(invited)),
        rows(
            button(visit.texts("import-waiting", count=len(invited)), Waiting()),
            button(visit.texts("curator-people"), Go(to="people")),
            button(visit.texts("home"), Go(to="home")),
        ),
        papers=await papers(visit, invited),
    )


@router.message(Asked("import-sure", anything=True), May(Action.INVITE))
async def meanwhile(message: Message, visit: Visit) -> Screen:
    """Words between the list and its confirmation: both ways on are named."""
    return ways_on(visit, visit.texts("import-press"))


def waiting_list(visit: Visit) -> str:
    """The packed list that waits for its confirmation."""
    return visit.storage.conversation.unseal(str(visit.account.asked_about["drafts"]))


def ways_on(visit: Visit, said: str) -> Screen:
    waiting = waiting_list(visit)
    return Screen(
        said,
        rows(
            button(visit.texts("import-yes", count=len(unpacked(waiting))), InviteAll(mark=mark_of(waiting))),
            button(visit.texts("import-other-file"), Go(to="import")),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


def unpacked(text: str) -> list[Draft]:
    return [
        Draft(
            **{
                **each,
                "category": Category(each["category"]),
                "role": Role(each["role"]) if each["role"] is not None else None,
            }
        )
        for each in json.loads(text)
    ]
