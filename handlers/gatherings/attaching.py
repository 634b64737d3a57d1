"""A gathering as the proof of a row of the roadmap: the rows that speak of such a gathering are offered first."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.gatherings import Gathered, proves
from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.gatherings.board import gathering_of, gone
from handlers.gatherings.card import card
from handlers.gatherings.papers import title
from handlers.gatherings.press import Attach, AttachTo, Show
from handlers.gatherings.result import protocol
from handlers.roadmap.press import OpenTask
from handlers.roadmap.wording import activity_of, row_name
from handlers.row_words import short
from handlers.screen import Screen, button, page_of, page_row, rows
from handlers.visit import Visit
from storage.models import Gathering
from storage.roadmaps import Row

router = Router(name="gatherings_attaching")

ROWS_ON_PAGE = 4


@router.callback_query(Attach.filter(), May(Action.EDIT_ROADMAP))
async def choose(query: CallbackQuery, callback_data: Attach, visit: Visit) -> Screen:
    gathering = await gathering_of(visit, callback_data.gathering)
    if gathering is None:
        return await gone(visit)
    found = await fitting(visit, gathering)
    if not found:
        return await card(visit, gathering, first=visit.texts("gathering-no-rows"))
    shown, number, pages = page_of(found, callback_data.page, ROWS_ON_PAGE)
    return Screen(
        visit.texts("gathering-which-row"),
        (
            *rows(
                *(button(label(visit, each), AttachTo(gathering=gathering.id, task=each.task.id)) for each in shown)
            ),
            *page_row(visit.texts, number, pages, lambda other: Attach(gathering=gathering.id, page=other)),
            *rows(
                button(visit.texts("back"), Show(gathering=gathering.id)),
                button(visit.texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )


async def fitting(visit: Visit, gathering: Gathering) -> Sequence[Row]:
    """Open rows, those that speak of such a gathering first."""
    organisation = await visit.organisation()
    found = await visit.storage.roadmaps.rows(organisation.id, only_open=True)
    return [found[place] for place in proves(Gathered(gathering.kind), [activity_of(row.milestone) for row in found])]


def label(visit: Visit, row: Row) -> str:
    return visit.texts("gathering-row", row=row_name(row.milestone), activity=activity_of(row.milestone))


@router.callback_query(AttachTo.filter(), May(Action.EDIT_ROADMAP))
async def attach(query: CallbackQuery, callback_data: AttachTo, visit: Visit) -> Screen:
    """Its figures are kept as the row's evidence, once."""
    gathering = await gathering_of(visit, callback_data.gathering)
    if gathering is None:
        return await gone(visit)
    organisation = await visit.organisation()
    row = await visit.storage.roadmaps.row(organisation.id, callback_data.task)
    if row is None:
        return await card(visit, gathering, first=visit.texts("stale-button"))
    words = f"{await title(visit, gathering)}. {await protocol(visit, gathering)}"
    proofs = await visit.storage.evidence.of(row.task.id)
    if all(proof.evidence.text != words for proof in proofs):
        await visit.storage.evidence.add(row.task, visit.person.id, visit.now, text=words)
    return Screen(
        visit.texts("gathering-attached", row=short(row_name(row.milestone), 20)),
        rows(
            button(visit.texts("roadmap-back-to-row"), OpenTask(task=row.task.id)),
            button(visit.texts("gathering-back"), Show(gathering=gathering.id)),
            button(visit.texts("home"), Go(to="home")),
        ),
    )
