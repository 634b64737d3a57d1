"""Planning a meeting, agreeing to it, cancelling it."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Action
from domain.statuses import MeetingStatus
from handlers.filters import May
from handlers.meetings.mine import Working, with_meeting, working
from handlers.meetings.press import Fine
from handlers.meetings.telling import still_waits, tell_others
from handlers.pairs import card
from handlers.pairs.press import Cancel, Plan
from handlers.screen import Screen
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.models import Decision

router = Router(name="meetings_setting")


async def plan_meeting(visit: Visit, found: Working, plan: Plan, moment: datetime) -> Screen:
    """Plan the meeting, in place of another one if the plan says so, and tell the other side."""
    visit.stop_asking()
    for old in found.agenda.coming:
        if old.id == plan.meeting:
            visit.storage.meetings.settle(old, MeetingStatus.MOVED, visit.person.id, visit.now)
    meeting = await visit.storage.meetings.set(found.pair.mentorship, moment, visit.person.id, visit.now)
    how = "moved" if plan.meeting else "set"
    await tell_others(visit, found.pair, meeting, News.MEETING_SET, how=how)
    return await card.card(visit, found.pair, first=visit.texts("meeting-planned", how=how))


@router.callback_query(Fine.filter(), May(Action.SET_MEETING))
async def fine(query: CallbackQuery, callback_data: Fine, visit: Visit) -> Screen:
    found = await with_meeting(visit, callback_data.meeting)
    if isinstance(found, Screen):
        return found
    stands = found[1] in found[0].agenda.coming
    return await card.card(visit, found[0].pair, first=visit.texts("meeting-fine" if stands else "stale-button"))


@router.callback_query(Cancel.filter(), May(Action.SET_MEETING))
async def cancel(query: CallbackQuery, callback_data: Cancel, visit: Visit) -> Screen:
    """Cancel a coming meeting and tell the other side."""
    found = await with_meeting(visit, callback_data.meeting)
    if isinstance(found, Screen):
        return found
    pair, meeting = found[0].pair, found[1]
    if meeting not in found[0].agenda.coming:
        return await card.card(visit, pair, first=visit.texts("meeting-not-there"))
    visit.storage.meetings.settle(meeting, MeetingStatus.CANCELLED, visit.person.id, visit.now)
    await tell_others(visit, pair, meeting, News.MEETING_CANCELLED)
    undo = await decided(visit, "meeting-cancel", meeting=meeting.id)
    return await card.card(visit, pair, first=visit.texts("meeting-cancelled"), undo=undo)


@reversal("meeting-cancel")
async def undo_cancel(visit: Visit, decision: Decision) -> bool:
    """The meeting stands again; the other side is told so if it has heard of the cancelling."""
    meeting = await visit.storage.meetings.with_person(visit.person.id, int(decision.before["meeting"]))
    if meeting is None or meeting.status != MeetingStatus.CANCELLED or meeting.starts_at <= visit.now:
        return False
    found = await working(visit, meeting.mentorship_id)
    if isinstance(found, Screen) or len(found.agenda.coming) >= card.MOST_PLANNED:
        return False
    visit.storage.meetings.plan_again(meeting)
    if not await still_waits(visit, found.pair, meeting, News.MEETING_CANCELLED):
        await tell_others(visit, found.pair, meeting, News.MEETING_SET, how="kept")
    return True
