"""What is to be done and what shows it: typed anew."""

from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.people import Action
from handlers.filters import Asked, May
from handlers.roadmap.access import no_such_row
from handlers.roadmap.editing.kept import Kept, asked_row, change, edit, kept_row
from handlers.roadmap.editing.menu import menu
from handlers.roadmap.editing.press import ClearResult, EditField
from handlers.roadmap.reading import row_of
from handlers.roadmap.written import LONGEST_ACTIVITY, objection
from handlers.row_words import short
from handlers.screen import Screen, button, rows
from handlers.visit import Visit

router = Router(name="roadmap_editing_plain")

LONGEST = {"activity": LONGEST_ACTIVITY, "result": 500}
"""Part of a row that is plain text → the most characters of it."""

LONGEST_SHOWN = 1500


@router.callback_query(EditField.filter(F.field.in_(LONGEST.keys())), May(Action.EDIT_ROADMAP))
async def ask(query: CallbackQuery, callback_data: EditField, visit: Visit) -> Screen:
    kept, field = await kept_row(visit, callback_data.milestone, callback_data.task), callback_data.field
    if kept is None:
        return no_such_row(visit)
    visit.ask(f"row-{field}", **kept.about)
    now = short(getattr(kept.milestone, field), LONGEST_SHOWN)
    clear = button(visit.texts("row-clear-result"), ClearResult(**kept.about)) if field == "result" and now else None
    return Screen(
        visit.texts(f"row-ask-{field}", now=now or visit.texts("row-nothing")),
        rows(clear, button(visit.texts("back"), edit(kept))),
    )


@router.message(Asked("row-activity"), May(Action.EDIT_ROADMAP))
async def take_activity(message: Message, visit: Visit) -> Screen:
    return await take(visit, "activity", message)


@router.message(Asked("row-result"), May(Action.EDIT_ROADMAP))
async def take_result(message: Message, visit: Visit) -> Screen:
    return await take(visit, "result", message)


async def take(visit: Visit, field: str, message: Message) -> Screen:
    kept = await asked_row(visit)
    if kept is None:
        return no_such_row(visit)
    text = (message.text or "").strip()
    unfit = objection(visit, text, LONGEST[field])
    if unfit:
        return Screen(unfit, rows(button(visit.texts("back"), edit(kept))))
    return await keep(visit, kept, field, text)


@router.callback_query(ClearResult.filter(), May(Action.EDIT_ROADMAP))
async def clear_result(query: CallbackQuery, callback_data: ClearResult, visit: Visit) -> Screen:
    kept = await kept_row(visit, callback_data.milestone, callback_data.task)
    return await keep(visit, kept, "result", "") if kept is not None else no_such_row(visit)


async def keep(visit: Visit, kept: Kept, field: str, text: str) -> Screen:
    said: dict[str, Any] = {field: text}
    undo = await change(visit, kept, replace(row_of(kept.milestone), **said))
    return await menu(visit, kept, visit.texts("row-kept"), undo)
