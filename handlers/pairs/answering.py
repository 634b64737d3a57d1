"""The two answer a proposal: both yes make a pair, one no ends it kindly and without a reason."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Role
from domain.statuses import Status, may_become
from handlers.filters import Known
from handlers.pairs.card import card
from handlers.pairs.own import all_pairs
from handlers.pairs.press import Reply
from handlers.pairs.telling import curators_of, has_heard, tell
from handlers.screen import Screen
from handlers.undo import TIME_TO_UNDO, decided, reversal
from handlers.visit import Visit
from storage.mentorships import Pair
from storage.models import Decision

router = Router(name="pairs_answering")


@router.callback_query(Reply.filter(), Known())
async def answer(query: CallbackQuery, callback_data: Reply, visit: Visit) -> Screen:
    pair = await visit.storage.mentorships.with_person(visit.person.id, callback_data.pair)
    if pair is None:
        return await all_pairs(visit, first=visit.texts("stale-button"))
    if pair.mentorship.status != Status.PROPOSED:
        return await card(visit, pair, first=visit.texts("pair-answered-already"))
    return await (agree(visit, pair) if callback_data.yes else decline(visit, pair))


async def agree(visit: Visit, pair: Pair) -> Screen:
    """Keep the yes; the last one makes the pair."""
    if visit.person.id in pair.agreed:
        return await card(visit, pair)
    undo = await decided(visit, "pair-answer", pair=pair.mentorship.id)
    await say_yes(visit, pair, visit.person.id)
    waits = bool(pair.waited_for)
    return await card(visit, pair, first=visit.texts("pair-agreed-first") if waits else None, undo=undo)


async def say_yes(visit: Visit, pair: Pair, person_id: int) -> None:
    """Keep a person's yes; the last one makes the pair, of which the other side is told."""
    visit.storage.mentorships.answer(pair, person_id, visit.now)
    if pair.waited_for:
        return
    pair.mentorship.status = Status.AGREED
    told = [*pair.others(person_id), *await curators_of(visit, pair)]
    await tell(visit, pair, News.PAIR_AGREED, [each for each in told if each.id != visit.person.id])


async def decline(visit: Visit, pair: Pair) -> Screen:
    """End the proposal; the others learn of it when it cannot be taken back any more."""
    undo = await decided(visit, "pair-answer", pair=pair.mentorship.id)
    visit.storage.mentorships.answer(pair, visit.person.id, None)
    await visit.storage.mentorships.close(pair.mentorship, Status.DECLINED, visit.now)
    others = [person for person in pair.others(visit.person.id) if await has_heard(visit, pair, person)]
    side = Role.MENTOR if visit.person.id == pair.mentor.id else Role.MENTEE
    told = [*others, *await curators_of(visit, pair)]
    await tell(visit, pair, News.PAIR_DECLINED, told, after=TIME_TO_UNDO, side=side)
    return await card(visit, pair, first=visit.texts("pair-declined-own"), undo=undo)


@reversal("pair-answer")
async def undo_answer(visit: Visit, decision: Decision) -> bool:
    """Back to a proposal that waits for this person; not when the pair has planned a meeting since."""
    pair = await visit.storage.mentorships.with_person(visit.person.id, int(decision.before["pair"]))
    if pair is None or await visit.storage.meetings.of_mentorship(pair.mentorship.id):
        return False
    was = pair.mentorship.status
    if was != Status.PROPOSED and not await propose_again(visit, pair):
        return False
    visit.storage.mentorships.answer(pair, visit.person.id, None)
    if was == Status.DECLINED:
        asked = [person for person in pair.waited_for if person.id != visit.person.id]
        await tell(visit, pair, News.PAIR_PROPOSED, asked)
    return True


async def propose_again(visit: Visit, pair: Pair) -> bool:
    """Back to a proposal from either answer; false where that is no way, or the mentee has found another mentor."""
    if not may_become(pair.mentorship.status, Status.PROPOSED):
        return False
    return await visit.storage.mentorships.reopen(pair.mentorship)
