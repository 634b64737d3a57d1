"""The roadmap as a paper for the head to sign: with the new year's dates, before or after it is switched on."""

import re
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.people import Action, Role
from domain.roadmap.rollover import written
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.drafts import ToSign
from handlers.roadmap.open_doubts import first_settle
from handlers.roadmap.overview import present
from handlers.roadmap.press import Waiting
from handlers.roadmap.reading import period_of, row_of
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.models import Milestone, Roadmap

router = Router(name="roadmap_to_sign")

SIGNED_STATES = ("read", "active")
YEAR = re.compile(r"20\d\d")


@router.callback_query(ToSign.filter(), May(Action.EDIT_ROADMAP))
async def send(query: CallbackQuery, callback_data: ToSign, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    roadmap = await visit.storage.roadmaps.get(organisation.id, callback_data.roadmap)
    if roadmap is None or roadmap.state not in SIGNED_STATES:
        return await present(visit, visit.texts("stale-button"))
    waits = roadmap.state == "read"
    back = Waiting(roadmap=roadmap.id) if waits else Go(to="roadmap")
    asked = first_settle(visit, roadmap, ToSign(roadmap=roadmap.id, sure=True), back)
    if asked is not None and not callback_data.sure:
        return asked
    return Screen(
        visit.texts("to-sign-sent"),
        rows(button(visit.texts("roadmap-open"), back), button(visit.texts("home"), Go(to="home"))),
        (Paper("roadmap_to_sign", visit.texts("to-sign-name"), await data_of(visit, roadmap)),),
    )


async def data_of(visit: Visit, roadmap: Roadmap) -> dict[str, Any]:
    """The roadmap as the writer of the paper takes it."""
    organisation = await visit.organisation()
    milestones = await visit.storage.roadmaps.milestones(roadmap.id)
    return {
        "title": title(visit, roadmap),
        "organisation": organisation.name,
        "head": organisation.head_name,
        "curator": await who_drew_up(visit),
        "year": (roadmap.starts or visit.now.date()).year,
        "rows": [row_data(roadmap, each) for each in milestones],
    }


async def who_drew_up(visit: Visit) -> str:
    """The name of the curator who asks for the paper; for anybody else of the one who has been it the longest."""
    organisation = await visit.organisation()
    held = {each.id: each.name for each in await visit.storage.people.members(organisation.id, Role.CURATOR)}
    joined = await visit.storage.register.memberships(organisation.id, (Role.CURATOR,))
    order = [visit.person.id, *(each.person_id for each in joined)]
    return next((held[each] for each in order if held.get(each)), "")


def title(visit: Visit, roadmap: Roadmap) -> str:
    """The title with its year: a paper that named none was for the year in which it was signed."""
    own = roadmap.title or visit.texts("roadmap-untitled")
    period = period_of(roadmap)
    if period is None or not period.crosses_years or YEAR.search(own):
        return own
    return visit.texts("to-sign-title", title=own, first=str(period.start.year), last=str(period.end.year))


def row_data(roadmap: Roadmap, milestone: Milestone) -> dict[str, Any]:
    row, period = row_of(milestone), period_of(roadmap)
    return {
        "number": row.number,
        "section": row.section,
        "activity": row.activity,
        "steps": list(row.steps),
        "due": written(row.due, period) if period is not None else row.due.phrase,
        "responsible": list(row.responsible),
        "result": row.result,
        "indicator": row.indicator,
    }
