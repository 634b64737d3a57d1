"""The roadmap with its state as a spreadsheet."""

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.overview import present, state
from handlers.roadmap.wording import row_name, section_of, today_of
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.models import Roadmap
from storage.roadmaps import Row

router = Router(name="roadmap_table")


@router.callback_query(Go.filter(F.to == "roadmap-table"), May(Action.EDIT_ROADMAP))
async def send(query: CallbackQuery, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    active = await visit.storage.roadmaps.active(organisation.id)
    if active is None:
        return await present(visit, visit.texts("stale-button"))
    paper = Paper("roadmap_xlsx", visit.texts("roadmap-table-name"), await data_of(visit, active))
    return Screen(
        visit.texts("roadmap-table-sent"),
        rows(button(visit.texts("roadmap-open"), Go(to="roadmap")), button(visit.texts("home"), Go(to="home"))),
        (paper,),
    )


async def data_of(visit: Visit, roadmap: Roadmap) -> dict[str, Any]:
    """The roadmap's state as the writers of its papers take it."""
    organisation = await visit.organisation()
    today = await today_of(visit)
    people = await people_behind(visit, organisation.id)
    period = (roadmap.starts, roadmap.ends) if roadmap.starts and roadmap.ends else None
    tasks = await visit.storage.roadmaps.rows(organisation.id)
    return {
        "title": roadmap.title,
        "organisation": organisation.name,
        "today": today,
        "period": period,
        "rows": [await row_data(visit, row, people, today) for row in tasks],
    }


async def people_behind(visit: Visit, organisation_id: int) -> dict[str, str]:
    """Responsible name of the paper → the names of the people behind it."""
    tied = await visit.storage.responsible.tied(organisation_id)
    known = await visit.storage.people.by_id([each for people in tied.values() for each in people])
    unnamed = visit.texts("person-unnamed")
    return {name: ", ".join(known[each].name or unnamed for each in people) for name, people in tied.items()}


async def row_data(visit: Visit, row: Row, people: dict[str, str], today: date) -> dict[str, Any]:
    zone = await visit.zone()
    done = row.task.done_at
    proofs = await visit.storage.roadmaps.proofs(row.task.id)
    return {
        "number": row_name(row.milestone),
        "section": section_of(visit.texts, row),
        "activity": row.milestone.activity,
        "due": row.milestone.phrase,
        "start": row.task.starts,
        "end": row.task.due,
        "state": str(state(row, today)),
        "responsible": [f"{name} ({people[name]})" if name in people else name for name in row.milestone.responsible],
        "evidence": [proof.file_name or proof.evidence.text for proof in proofs],
        "result": row.milestone.result,
        "done": done.astimezone(zone).date() if done is not None else None,
    }
