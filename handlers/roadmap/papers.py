"""The roadmap's papers: the year as a picture, the whole of it with its state in Word and as a spreadsheet."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from documents.roadmap import pages
from domain.people import Action
from domain.roadmap.named import OTHER_ORGANISATION
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.open_doubts import first_settle
from handlers.roadmap.overview import present, state
from handlers.roadmap.press import Draw
from handlers.roadmap.rollover import ORIGIN as ROLLOVER
from handlers.roadmap.wording import row_name, section_of, today_of
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.evidence import Proof
from storage.models import Organisation, Roadmap
from storage.roadmaps import Row

router = Router(name="roadmap_papers")

CHART, DOCUMENT, TABLE = "roadmap_chart", "roadmap_docx", "roadmap_xlsx"


@router.callback_query(Go.filter(F.to == "roadmap-papers"), May(Action.SEE_STATUS))
async def choose(query: CallbackQuery, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    if await visit.storage.roadmaps.active(organisation.id) is None:
        return await present(visit, visit.texts("stale-button"))
    return await choice(visit, visit.texts("roadmap-papers-choose"))


async def choice(visit: Visit, text: str, papers: tuple[Paper, ...] = ()) -> Screen:
    """What can be drawn; who keeps the roadmap also sees what it will remind of."""
    texts, may_edit = visit.texts, await visit.may(Action.EDIT_ROADMAP)
    return Screen(
        text,
        rows(
            button(texts("roadmap-chart"), Draw(writer=CHART)),
            button(texts("roadmap-document"), Draw(writer=DOCUMENT)),
            button(texts("roadmap-table"), Draw(writer=TABLE)),
            button(texts("rehearsal-open"), Go(to="roadmap-ahead")) if may_edit else None,
            button(texts("back"), Go(to="roadmap")),
            button(texts("home"), Go(to="home")),
            width=2,
        ),
        papers,
    )


@router.callback_query(Draw.filter(F.writer.in_({CHART, DOCUMENT, TABLE})), May(Action.SEE_STATUS))
async def send(query: CallbackQuery, callback_data: Draw, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    active = await visit.storage.roadmaps.active(organisation.id)
    if active is None:
        return await present(visit, visit.texts("stale-button"))
    writer = callback_data.writer
    if writer == DOCUMENT and not callback_data.sure and await visit.may(Action.EDIT_ROADMAP):
        asked = first_settle(visit, active, Draw(writer=writer, sure=True), Go(to="roadmap-papers"))
        if asked is not None:
            return asked
    data = await data_of(visit, active)
    name = visit.texts("roadmap-paper-name", writer=writer)
    count = pages(data["rows"]) if writer == CHART else 1
    papers = tuple(Paper(writer, name, {**data, "page": page}) for page in range(count))
    return await choice(visit, visit.texts("roadmap-papers-sent", writer=writer, count=count), papers)


async def data_of(visit: Visit, roadmap: Roadmap) -> dict[str, Any]:
    """The roadmap's state as the writers of its papers take it."""
    organisation = await visit.organisation()
    today = await today_of(visit)
    people = await people_behind(visit, organisation.id)
    period = (roadmap.starts, roadmap.ends) if roadmap.starts and roadmap.ends else None
    tasks = await visit.storage.roadmaps.rows(organisation.id)
    proofs = await visit.storage.evidence.by_task(organisation.id)
    return {
        "title": roadmap.title,
        "organisation": organisation.name,
        **approval(roadmap, organisation),
        "today": today,
        "period": period,
        "rows": [await row_data(visit, row, proofs.get(row.task.id, ()), people, today) for row in tasks],
    }


def approval(roadmap: Roadmap, organisation: Organisation) -> dict[str, str]:
    """Who approves: the paper's words; our own head where the roadmap was moved or was another organisation's."""
    if roadmap.origin == ROLLOVER or is_of_another(roadmap):
        return {"approved_by": organisation.head_name, "order": ""}
    return {"approved_by": roadmap.approved_by, "order": roadmap.order}


def is_of_another(roadmap: Roadmap) -> bool:
    """Whether the paper named another organisation, and nobody has said that the name is right."""
    named = [each for each in roadmap.findings if each["code"] == OTHER_ORGANISATION]
    return any(each.get("settled", {}).get("answer") != "keep" for each in named)


async def people_behind(visit: Visit, organisation_id: int) -> dict[str, str]:
    """Responsible name of the paper → the names of the people behind it."""
    tied = await visit.storage.responsible.tied(organisation_id)
    known = await visit.storage.people.by_id([each for people in tied.values() for each in people])
    unnamed = visit.texts("person-unnamed")
    return {name: ", ".join(known[each].name or unnamed for each in people) for name, people in tied.items()}


async def row_data(
    visit: Visit, row: Row, proofs: Sequence[Proof], people: Mapping[str, str], today: date
) -> dict[str, Any]:
    zone = await visit.zone()
    done = row.task.done_at
    return {
        "row": row.milestone.id,
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
        "indicator": row.milestone.indicator,
        "done": done.astimezone(zone).date() if done is not None else None,
    }
