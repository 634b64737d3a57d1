"""After a meeting: one tap from either side says how it went; the first one counts."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Action
from domain.statuses import OUTCOMES, MeetingStatus
from handlers.filters import May
from handlers.meetings.choosing import choice
from handlers.meetings.mine import Working, with_meeting, working
from handlers.meetings.telling import tell_others
from handlers.pairs import card
from handlers.pairs.press import Outcome, Plan
from handlers.screen import Button, Screen, lines
from handlers.undo import TIME_TO_UNDO, decided, reversal
from handlers.visit import Visit
from storage.models import Decision, Meeting

router = Router(name="meetings_outcome")


@router.callback_query(Outcome.filter(), May(Action.SET_MEETING))
async def say(query: CallbackQuery, callback_data: Outcome, visit: Visit) -> Screen:
    found = await with_meeting(visit, callback_data.meeting)
    if isinstance(found, Screen):
        return found
    pair, meeting = found[0].pair, found[1]
    if meeting.status != MeetingStatus.PLANNED:
        return await said_already(visit, found[0], meeting, callback_data.status)
    if meeting.starts_at > visit.now or callback_data.status not in OUTCOMES:
        return await card.card(visit, pair, first=visit.texts("stale-button"))
    return await settle(visit, found[0], meeting, callback_data.status)


async def settle(visit: Visit, found: Working, meeting: Meeting, status: MeetingStatus) -> Screen:
    """Keep the outcome; a meeting that was moved goes straight on to its new time."""
    visit.storage.meetings.settle(meeting, status, visit.person.id, visit.now)
    undo = await undo_button(visit, meeting)
    first = visit.texts("meeting-settled", status=status)
    if status is MeetingStatus.MOVED and not found.agenda.coming:
        text = lines(first, visit.texts("meeting-when"))
        return await choice(visit, found, Plan(pair=found.pair.mentorship.id), text, undo)
    if status is MeetingStatus.MISSED:
        await tell_others(visit, found.pair, meeting, News.MEETING_OUTCOME, after=TIME_TO_UNDO)
    return await card.card(visit, found.pair, first=first, undo=undo)


async def undo_button(visit: Visit, meeting: Meeting) -> Button:
    return await decided(visit, "meeting-outcome", meeting=meeting.id, status=meeting.status)


async def said_already(visit: Visit, found: Working, meeting: Meeting, status: MeetingStatus) -> Screen:
    """What was said before; who meant something else may take it back while that is possible."""
    differs = meeting.status in OUTCOMES and meeting.status != status
    undo = await undo_button(visit, meeting) if differs and is_fresh(visit, meeting) else None
    first = visit.texts("meeting-said-already", status=meeting.status)
    if undo is not None:
        first = lines(first, visit.texts("meeting-said-otherwise"))
    return await card.card(visit, found.pair, first=first, undo=undo)


def is_fresh(visit: Visit, meeting: Meeting) -> bool:
    return meeting.outcome_at is not None and visit.now <= meeting.outcome_at + TIME_TO_UNDO


@reversal("meeting-outcome")
async def undo_outcome(visit: Visit, decision: Decision) -> bool:
    """The question is open again; not when the pair has planned another meeting since."""
    meeting = await visit.storage.meetings.with_person(visit.person.id, int(decision.before["meeting"]))
    if meeting is None or meeting.status != decision.before["status"] or not is_fresh(visit, meeting):
        return False
    found = await working(visit, meeting.mentorship_id)
    if isinstance(found, Screen) or any(other.set_at > decision.made_at for other in found.agenda.coming):
        return False
    visit.storage.meetings.plan_again(meeting)
    return True
