"""Organisations and rows as a spreadsheet."""

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents.columns import Column
from documents.paper import Paper
from domain.people import Action
from handlers.callbacks import Go
from handlers.district.press import DistrictMap, Organisations
from handlers.district.standing import Standing, count, overdue, standing
from handlers.filters import May
from handlers.roadmap.wording import row_name, today_of
from handlers.row_words import date_words
from handlers.screen import Screen, button, rows
from handlers.visit import Scene, Visit
from storage.models import Organisation

router = Router(name="district_table")


@router.callback_query(Go.filter(F.to == "district-table"), May(Action.SEE_DISTRICT))
async def send(query: CallbackQuery, visit: Visit) -> Screen:
    paper = Paper("list_xlsx", visit.texts("district-table-name"), await data_of(visit, await standing(visit)))
    return Screen(
        visit.texts("district-table-sent"),
        rows(
            button(visit.texts("district-map"), DistrictMap()),
            button(visit.texts("district-organisations"), Organisations()),
            button(visit.texts("home"), Go(to="home")),
        ),
        papers=(paper,),
    )


async def data_of(scene: Scene, now: Standing) -> dict[str, Any]:
    """A row an organisation, a column a row of the roadmap, the worst organisation first."""
    district = await scene.organisation()
    today = await today_of(scene)
    texts = scene.texts
    return {
        "title": district.name,
        "note": texts("district-table-note", day=date_words(texts, today, today)),
        "empty": texts("district-nobody"),
        "columns": [
            Column("organisation", texts("district-table-organisation"), 30, "text"),
            Column("done", texts("district-table-done"), 11, "number"),
            Column("late", texts("district-table-late"), 12, "number"),
            Column("proofs", texts("district-table-proofs"), 15, "number"),
            *(Column(str(row.id), row_name(row), 7, "text") for row in now.rows),
        ],
        "rows": [row_of(scene, each, now) for each in now.worst_first()],
    }


def row_of(scene: Scene, organisation: Organisation, now: Standing) -> dict[str, Any]:
    cells = now.of_organisation(organisation.id)
    alone = [cell for _, cell in cells]
    return {
        "organisation": organisation.name,
        "done": count(alone).done,
        "late": overdue(alone),
        "proofs": sum(cell.proofs for cell in alone),
        **{str(row.id): scene.texts("district-table-state", state=cell.state) for row, cell in cells},
    }
