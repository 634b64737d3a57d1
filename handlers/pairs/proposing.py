"""The curator proposes a pair, takes the proposal back, or ends a pair."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Action
from domain.statuses import Status, may_become
from handlers.filters import May
from handlers.pairs.board import board, curators_card
from handlers.pairs.candidates import Obstacle, candidates
from handlers.pairs.card import home_button
from handlers.pairs.choosing import obstacle_screen
from handlers.pairs.naming import alone_among, pair_names, without_messenger
from handlers.pairs.press import Board, ChooseMentor, End, Propose, Show
from handlers.pairs.telling import has_heard, tell
from handlers.screen import Screen, button, lines, rows
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.mentorships import AlreadyPaired, Pair
from storage.models import Decision

router = Router(name="pairs_proposing")


@router.callback_query(Propose.filter(), May(Action.MAKE_PAIRS))
async def propose(query: CallbackQuery, callback_data: Propose, visit: Visit) -> Screen:
    """Ask both; whoever presses a second time sees the pair that is there."""
    known = await candidates(visit)
    obstacle = known.obstacle(callback_data.mentor, callback_data.mentee)
    made = await make(visit, callback_data) if obstacle is None else None
    if made is not None:
        return await proposed_screen(visit, made)
    same = await live_pair(visit, callback_data)
    if same is not None:
        return await curators_card(visit, same, first=visit.texts("pairs-proposed-already"))
    return obstacle_screen(visit, known, obstacle or Obstacle.TAKEN, callback_data.mentor)


async def make(visit: Visit, both: Propose) -> Pair | None:
    """A new pair, of which both are told; None when somebody was quicker."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    made = await visit.storage.mentorships.propose(
        organisation.id, programme.id, both.mentor, [both.mentee], visit.person.id, visit.now
    )
    pair = None if isinstance(made, AlreadyPaired) else await visit.storage.mentorships.get(organisation.id, made.id)
    if pair is not None:
        await tell(visit, pair, News.PAIR_PROPOSED, pair.people)
    return pair


async def proposed_screen(visit: Visit, pair: Pair) -> Screen:
    undo = await decided(visit, "pair-proposal", pair=pair.mentorship.id)
    alone = await without_messenger(visit, pair.people)
    return Screen(
        visit.texts("pairs-proposed", names=pair_names(visit, pair), alone=alone_among(alone, len(pair.people))),
        rows(
            button(visit.texts("pairs-make-another"), ChooseMentor()),
            undo,
            button(visit.texts("pairs-all"), Board()),
            home_button(visit),
        ),
    )


async def live_pair(visit: Visit, both: Propose) -> Pair | None:
    """The live pair of exactly these two."""
    organisation = await visit.organisation()
    for pair in await visit.storage.mentorships.of_person(both.mentee, organisation.id):
        if pair.mentor.id == both.mentor:
            return pair
    return None


@reversal("pair-proposal")
async def undo_proposal(visit: Visit, decision: Decision) -> bool:
    organisation = await visit.organisation()
    pair = await visit.storage.mentorships.get(organisation.id, int(decision.before["pair"]))
    return pair is not None and await end_as(visit, pair, Status.WITHDRAWN)


@router.callback_query(End.filter(), May(Action.MAKE_PAIRS))
async def end(query: CallbackQuery, callback_data: End, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    pair = await visit.storage.mentorships.get(organisation.id, callback_data.pair)
    status = callback_data.status
    if pair is None:
        return await board(visit, first=visit.texts("pairs-gone"))
    if not callback_data.sure and may_become(pair.mentorship.status, status):
        return confirmation(visit, pair, status)
    if not await end_as(visit, pair, status):
        return await curators_card(visit, pair, first=visit.texts("stale-button"))
    return await board(visit, first=visit.texts("pairs-ended", status=status))


def confirmation(visit: Visit, pair: Pair, status: Status) -> Screen:
    """Asked before both are told."""
    number = pair.mentorship.id
    return Screen(
        lines(pair_names(visit, pair), visit.texts("pairs-end-sure", status=status)),
        rows(
            button(visit.texts("pairs-end-yes", status=status), End(pair=number, status=status, sure=True)),
            button(visit.texts("pairs-end-no"), Show(pair=number)),
        ),
    )


async def end_as(visit: Visit, pair: Pair, status: Status) -> bool:
    """End the pair and its planned meetings, and tell those who had heard of it; false where it may not end so."""
    if status not in {Status.WITHDRAWN, Status.CLOSED} or not may_become(pair.mentorship.status, status):
        return False
    news = News.PAIR_CLOSED if await visit.storage.meetings.next(pair.mentorship.id) is None else News.PAIR_BROKEN
    await visit.storage.mentorships.close(pair.mentorship, status, visit.now)
    await visit.storage.meetings.cancel_planned(pair.mentorship.id, visit.person.id, visit.now)
    heard = [person for person in pair.people if await has_heard(visit, pair, person)]
    await tell(visit, pair, news, [person for person in heard if person.id != visit.person.id])
    return True
