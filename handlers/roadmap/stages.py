"""«Предложить даты»: days for the rows of a paper that names none, by the stages of a programme."""

from collections.abc import Mapping
from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.roadmap import Due
from domain.roadmap.proposals import Proposal
from domain.roadmap.templates import proposed
from handlers.filters import May
from handlers.roadmap.doubts.ledger import Ledger, ledger_of
from handlers.roadmap.doubts.settling import settle
from handlers.roadmap.drafts import Stages, undated
from handlers.roadmap.press import Waiting
from handlers.roadmap.reading import period_of, row_of
from handlers.roadmap.review import summary
from handlers.roadmap.rewriting import rewrite
from handlers.roadmap.waiting import gone, waiting
from handlers.roadmap.wording import ROWS_ON_PAGE, activity_of, due_words, fitted, row_name, today_of
from handlers.row_words import short
from handlers.screen import Screen, button, page_of, page_row, rows
from handlers.visit import Visit
from storage.calendars import calendar_of
from storage.models import Milestone, Roadmap

router = Router(name="roadmap_stages")

ANSWER, NO_DATE = "stages", "no_date"


@router.callback_query(Stages.filter(), May(Action.EDIT_ROADMAP))
async def propose(query: CallbackQuery, callback_data: Stages, visit: Visit) -> Screen:
    roadmap = await waiting(visit, callback_data.roadmap)
    ledger = await ledger_of(visit, callback_data.roadmap)
    if roadmap is None or ledger is None:
        return gone(visit)
    dues = await dues_for(visit, roadmap)
    if not callback_data.sure:
        return await preview(visit, roadmap, dues, callback_data.page)
    await accept(visit, ledger, dues)
    return await summary(visit, roadmap, visit.texts("stages-taken", count=len(dues)))


async def dues_for(visit: Visit, roadmap: Roadmap) -> dict[int, Due]:
    """Position → the proposed due, for the rows without a date."""
    milestones = await visit.storage.roadmaps.milestones(roadmap.id)
    period = period_of(roadmap)
    if period is None:
        return {}
    calendar = await calendar_of(visit.storage, await visit.organisation())
    wanted = {each.position for each in undated(milestones)}
    found = proposed([row_of(each) for each in milestones], period, calendar)
    by_place = {milestones[place - 1].position: due for place, due in found.items()}
    return {position: due for position, due in by_place.items() if position in wanted}


async def preview(visit: Visit, roadmap: Roadmap, dues: Mapping[int, Due], page: int) -> Screen:
    milestones = await visit.storage.roadmaps.milestones(roadmap.id)
    dated = [each for each in milestones if each.position in dues]
    shown, number, pages = page_of(dated, page, ROWS_ON_PAGE)
    told = [await line(visit, each, dues[each.position]) for each in shown]
    return Screen(
        fitted(visit.texts("stages-title", count=len(dues)), "\n".join(told) or None),
        (
            *rows(button(visit.texts("stages-take"), Stages(roadmap=roadmap.id, sure=True)) if dues else None),
            *page_row(visit.texts, number, pages, lambda to: Stages(roadmap=roadmap.id, page=to)),
            *rows(button(visit.texts("back"), Waiting(roadmap=roadmap.id))),
        ),
    )


async def line(visit: Visit, milestone: Milestone, due: Due) -> str:
    return visit.texts(
        "stages-line",
        row=short(row_name(milestone), 12),
        activity=short(activity_of(milestone), 120),
        due=due_words(visit.texts, due, await today_of(visit)),
    )


async def accept(visit: Visit, ledger: Ledger, dues: Mapping[int, Due]) -> None:
    """Give the rows these dues and answer the doubts about them; the paper's own phrase stays as it is."""
    dated = {
        position: replace(row, due=replace(dues[position], phrase=row.due.phrase, doubt=None))
        for position, row in ledger.rows.items()
        if position in dues
    }
    for at in ledger.waiting(NO_DATE):
        concerned = {position: row for position in ledger.doubt(at).concerned if (row := dated.pop(position, None))}
        if concerned:
            await settle(visit, ledger, at, Proposal(ANSWER, concerned))
    for position, row in dated.items():
        await rewrite(visit, ledger.roadmap, ledger.milestones[position], row)
