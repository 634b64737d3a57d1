"""Somebody without a messenger agrees to a pair: she tells the curator, who enters it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.statuses import Status
from handlers.filters import May
from handlers.pairs.answering import say_yes
from handlers.pairs.board import board, curators_card
from handlers.pairs.press import InPerson
from handlers.screen import Screen
from handlers.visit import Visit

router = Router(name="pairs_in_person")


@router.callback_query(InPerson.filter(), May(Action.MAKE_PAIRS))
async def agreed(query: CallbackQuery, callback_data: InPerson, visit: Visit) -> Screen:
    """Only for a person who is still waited for, and who cannot answer here herself."""
    organisation = await visit.organisation()
    pair = await visit.storage.mentorships.get(organisation.id, callback_data.pair)
    if pair is None:
        return await board(visit, first=visit.texts("pairs-gone"))
    offline = await visit.storage.offline.people(organisation.id)
    waited_for = callback_data.person in {person.id for person in pair.waited_for}
    if pair.mentorship.status != Status.PROPOSED or not waited_for or callback_data.person not in offline:
        return await curators_card(visit, pair, first=visit.texts("stale-button"))
    await say_yes(visit, pair, callback_data.person)
    return await curators_card(visit, pair, first=visit.texts("pairs-in-person-kept"))
