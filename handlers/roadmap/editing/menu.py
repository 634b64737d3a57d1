"""What a row says now, and what of it can be changed."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.access import no_such_row
from handlers.roadmap.editing.kept import Kept, kept_row, shown_at
from handlers.roadmap.editing.press import AddRow, EditField, EditRow, RemoveRow, RowHistory
from handlers.roadmap.reading import due_of
from handlers.roadmap.wording import activity_of, due_words, fitted, phrase_words, row_name, today_of
from handlers.row_words import short
from handlers.screen import Button, Screen, button, rows
from handlers.visit import Scene, Visit
from storage.models import Milestone

router = Router(name="roadmap_editing_menu")


@router.callback_query(EditRow.filter(), May(Action.EDIT_ROADMAP))
async def open_menu(query: CallbackQuery, callback_data: EditRow, visit: Visit) -> Screen:
    kept = await kept_row(visit, callback_data.milestone, callback_data.task)
    return await menu(visit, kept) if kept is not None else no_such_row(visit)


async def menu(visit: Visit, kept: Kept, remark: str = "", undo: Button | None = None) -> Screen:
    """The row with its parts as buttons; ``remark`` is said before it."""
    visit.stop_asking()
    milestone, texts, about = kept.milestone, visit.texts, kept.about
    history = await visit.storage.changes.of(milestone.id)
    return Screen(
        fitted(remark, *said(visit, milestone, await today_of(visit)), texts("row-edit-ask")),
        rows(
            button(texts("row-edit-activity"), EditField(field="activity", **about)),
            button(texts("row-edit-due"), EditField(field="due", **about)),
            button(texts("row-edit-responsible"), EditField(field="responsible", **about)),
            button(texts("row-edit-result"), EditField(field="result", **about)),
            button(texts("row-remove"), RemoveRow(**about)),
            button(texts("row-add"), AddRow(roadmap=kept.roadmap.id)),
            button(texts("row-history"), RowHistory(**about)) if history else None,
            undo,
            button(texts("back"), await shown_at(visit, kept)),
            button(texts("home"), Go(to="home")),
            width=2,
        ),
    )


def said(scene: Scene, milestone: Milestone, today: date) -> tuple[str, ...]:
    """What the row says, a paragraph a part."""
    texts = scene.texts
    names = ", ".join(short(each, 100) for each in milestone.responsible)
    heading = f"<i>{short(milestone.section, 150)}</i>\n" if milestone.section else ""
    return (
        texts("roadmap-card-title", row=short(row_name(milestone), 20))
        + f"\n{heading}{short(activity_of(milestone), 700)}",
        texts(
            "row-edit-due-now",
            phrase=phrase_words(texts, milestone),
            due=due_words(texts, due_of(milestone), today),
        ),
        texts("roadmap-card-responsible", names=names) if names else "",
        texts("roadmap-card-result", text=short(milestone.result, 500)) if milestone.result else "",
    )
