"""«Взять готовую»: a roadmap of ours for those who have none, by the kind of organisation."""

from datetime import date, timedelta

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.roadmap import Period
from domain.roadmap.rollover import following
from domain.roadmap.templates import kinds, template
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.drafts import Ready
from handlers.roadmap.reading import columns_of, milestone_columns
from handlers.roadmap.review import summary
from handlers.roadmap.wording import today_of
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.calendars import calendar_of
from storage.models import Programme

router = Router(name="roadmap_ready")

ORIGIN = "template"
BEGINS_LATE = timedelta(days=20)
LATEST_MONTH = 3
"""From April on too little of the school year is left for a whole programme."""


@router.callback_query(Go.filter(F.to == "roadmap-ready"), May(Action.EDIT_ROADMAP))
async def choose(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return kinds_screen(visit)


def kinds_screen(visit: Visit) -> Screen:
    return Screen(
        visit.texts("ready-choose"),
        rows(
            *(button(visit.texts("ready-kind", kind=kind), Ready(kind=kind)) for kind in kinds()),
            button(visit.texts("roadmap-send-own"), Go(to="roadmap-new")),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@router.callback_query(Ready.filter(), May(Action.EDIT_ROADMAP))
async def take(query: CallbackQuery, callback_data: Ready, visit: Visit) -> Screen:
    """The ready roadmap waits for the curator like one that she sent."""
    kind = next((each for each in kinds() if each == callback_data.kind), None)
    if kind is None:
        return kinds_screen(visit)
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    period = period_for(programme, await today_of(visit))
    roadmap = template(kind, period, await calendar_of(visit.storage, organisation))
    kept = await visit.storage.roadmaps.add(
        organisation.id,
        programme.id,
        {**columns_of(roadmap, None), "origin": ORIGIN},
        [milestone_columns(row) for row in roadmap.rows],
        visit.now,
    )
    late = period.start > programme.starts and period.end == programme.ends
    return await summary(visit, kept, remark=visit.texts("ready-late") if late else "")


def period_for(programme: Programme, today: date) -> Period:
    """What is left of this school year, or the next one when too little is left."""
    present = Period(programme.starts, programme.ends)
    closing = date(programme.ends.year, LATEST_MONTH, 31)
    if today > min(closing, programme.ends):
        return following(present, present, today)
    return Period(today, programme.ends) if today - programme.starts > BEGINS_LATE else present
