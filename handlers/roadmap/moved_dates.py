"""«Другой срок» of a moved row: a due in the curator's own words."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.people import Action
from domain.roadmap.entered import read_entered
from domain.roadmap.planning import needs_date
from handlers.filters import Asked, May
from handlers.roadmap.days_off import day_off_words
from handlers.roadmap.drafts import LookAt, Retype
from handlers.roadmap.moved_rows import about, following, looked_at
from handlers.roadmap.reading import period_of, row_of
from handlers.roadmap.rewriting import rewrite
from handlers.roadmap.waiting import gone
from handlers.roadmap.wording import due_words, today_of
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit
from storage.models import Milestone

router = Router(name="roadmap_moved_dates")


@router.callback_query(Retype.filter(), May(Action.EDIT_ROADMAP))
async def ask(query: CallbackQuery, callback_data: Retype, visit: Visit) -> Screen:
    found = await looked_at(visit, callback_data.milestone)
    if found is None:
        return gone(visit)
    roadmap, milestone = found
    visit.ask("moved-due", milestone=milestone.id)
    activity, dues, _ = await about(visit, roadmap, milestone)
    return way_back(visit, milestone, lines(activity, dues, visit.texts("moved-ask")))


def way_back(visit: Visit, milestone: Milestone, text: str) -> Screen:
    look = LookAt(roadmap=milestone.roadmap_id, after=milestone.position - 1)
    return Screen(text, rows(button(visit.texts("back"), look)))


@router.message(Asked("moved-due"), May(Action.EDIT_ROADMAP))
async def take(message: Message, visit: Visit) -> Screen:
    found = await looked_at(visit, int(visit.account.asked_about["milestone"]))
    if found is None:
        visit.stop_asking()
        return gone(visit)
    roadmap, milestone = found
    entered = read_entered(message.text or "", period_of(roadmap), visit.now, await visit.zone())
    if entered.unread or needs_date(entered.due):
        return way_back(visit, milestone, visit.texts("moved-unclear"))
    visit.stop_asking()
    due = replace(entered.due, doubt=None)
    await rewrite(visit, roadmap, milestone, replace(row_of(milestone), due=due))
    milestone.review = False
    kept = visit.texts("moved-kept", due=due_words(visit.texts, due, await today_of(visit)))
    remark = lines(kept, await day_off_words(visit, due.deadline))
    return await following(visit, roadmap, milestone.position, remark)
