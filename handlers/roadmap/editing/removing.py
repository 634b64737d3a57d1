"""«Убрать строку»: asked once, kept with its evidence and history, and taken back at once or from the list."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.access import no_such_row
from handlers.roadmap.editing.kept import Kept, changeable, edit, kept_row
from handlers.roadmap.editing.press import RemoveRow
from handlers.roadmap.editing.removed import removed_button
from handlers.roadmap.rewriting import bring_back, take_out
from handlers.roadmap.wording import activity_of, row_name
from handlers.row_words import short
from handlers.screen import Screen, button, rows
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.models import Decision

router = Router(name="roadmap_editing_removing")


@router.callback_query(RemoveRow.filter(), May(Action.EDIT_ROADMAP))
async def remove(query: CallbackQuery, callback_data: RemoveRow, visit: Visit) -> Screen:
    kept = await kept_row(visit, callback_data.milestone, callback_data.task)
    if kept is None:
        return no_such_row(visit)
    if not callback_data.sure:
        return ask_whether_sure(visit, kept)
    undo = await decided(visit, "row-removed", milestone=kept.milestone.id)
    await take_out(visit, kept.milestone)
    visit.stop_asking()
    return Screen(
        visit.texts("row-removed", row=short(row_name(kept.milestone), 20)),
        rows(
            undo,
            await removed_button(visit, kept.roadmap),
            button(visit.texts("roadmap-open"), Go(to="roadmap")),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


def ask_whether_sure(visit: Visit, kept: Kept) -> Screen:
    return Screen(
        visit.texts(
            "row-remove-sure",
            row=short(row_name(kept.milestone), 20),
            activity=short(activity_of(kept.milestone), 300),
        ),
        rows(
            button(visit.texts("row-remove"), RemoveRow(sure=True, **kept.about)),
            button(visit.texts("back"), edit(kept)),
        ),
    )


@reversal("row-removed")
async def undo_removal(visit: Visit, decision: Decision) -> bool:
    organisation = await visit.organisation()
    milestone = await visit.storage.roadmaps.milestone(organisation.id, int(decision.before["milestone"]))
    roadmap = await changeable(visit, milestone.roadmap_id) if milestone is not None else None
    if milestone is None or milestone.removed_at is None or roadmap is None:
        return False
    await bring_back(visit, roadmap, milestone)
    return True
