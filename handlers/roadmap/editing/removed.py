"""«Убранные строки»: what was taken out of the roadmap, by hand or by a corrected file, and can be put back."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.dates import day_words
from handlers.filters import May
from handlers.roadmap.access import no_such_row
from handlers.roadmap.editing.kept import Kept, changeable
from handlers.roadmap.editing.menu import menu
from handlers.roadmap.editing.press import AddRow, PutBack, RemovedRows
from handlers.roadmap.rewriting import bring_back
from handlers.roadmap.wording import NUMBERS_IN_ROW, ROWS_ON_PAGE, activity_of, by_section, fitted, row_name, today_of
from handlers.row_words import short
from handlers.screen import Button, Screen, button, page_of, page_row, rows
from handlers.visit import Scene, Visit
from storage.models import Milestone, Roadmap

router = Router(name="roadmap_editing_removed")


async def removed_rows(scene: Scene, roadmap: Roadmap) -> list[Milestone]:
    """The rows that were taken out, in the paper's order."""
    return [each for each in await scene.storage.corrections.kept(roadmap.id) if each.removed_at is not None]


async def removed_button(scene: Scene, roadmap: Roadmap) -> Button | None:
    """The way to the rows that were taken out; None where there are none."""
    count = len(await removed_rows(scene, roadmap))
    return button(scene.texts("removed-open", count=count), RemovedRows(roadmap=roadmap.id)) if count else None


@router.callback_query(RemovedRows.filter(), May(Action.EDIT_ROADMAP))
async def show(query: CallbackQuery, callback_data: RemovedRows, visit: Visit) -> Screen:
    visit.stop_asking()
    roadmap = await changeable(visit, callback_data.roadmap)
    if roadmap is None:
        return no_such_row(visit)
    removed, today = await removed_rows(visit, roadmap), await today_of(visit)
    shown, number, pages = page_of(removed, callback_data.page, ROWS_ON_PAGE)
    blocks = by_section([(each.section, await line(visit, each, today)) for each in shown])
    opening = [button(row_name(each), PutBack(milestone=each.id)) for each in shown]
    title = visit.texts("removed-title" if removed else "removed-none", number=number + 1, pages=pages)
    return Screen(
        fitted(title, *blocks),
        (
            *rows(*opening, width=NUMBERS_IN_ROW),
            *page_row(visit.texts, number, pages, lambda to: RemovedRows(roadmap=roadmap.id, page=to)),
            *rows(
                button(visit.texts("row-add"), AddRow(roadmap=roadmap.id)),
                button(visit.texts("roadmap-open"), Go(to="roadmap")),
                width=2,
            ),
        ),
    )


async def line(scene: Scene, milestone: Milestone, today: date) -> str:
    """Number, what was to be done, and since when it is not followed."""
    removed_at = milestone.removed_at or scene.now
    return scene.texts(
        "removed-line",
        row=short(row_name(milestone), 12),
        activity=short(activity_of(milestone), 160),
        day=day_words(scene.texts, removed_at.astimezone(await scene.zone()).date(), today),
    )


@router.callback_query(PutBack.filter(), May(Action.EDIT_ROADMAP))
async def put_back_row(query: CallbackQuery, callback_data: PutBack, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    milestone = await visit.storage.roadmaps.milestone(organisation.id, callback_data.milestone)
    roadmap = await changeable(visit, milestone.roadmap_id) if milestone is not None else None
    if milestone is None or roadmap is None:
        return no_such_row(visit)
    if milestone.removed_at is not None:
        await bring_back(visit, roadmap, milestone)
    said = visit.texts("removed-back", row=short(row_name(milestone), 20))
    return await menu(visit, Kept(roadmap, milestone), said)
