"""What is to be done and what shows it: typed anew."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.people import Action
from handlers.filters import Asked, May
from handlers.roadmap.access import no_such_row
from handlers.roadmap.editing.kept import asked_row, change, edit, kept_row
from handlers.roadmap.editing.menu import menu
from handlers.roadmap.editing.press import ClearResult, EditField
from handlers.roadmap.reading import row_of
from handlers.roadmap.written import LONGEST_ACTIVITY, objection
from handlers.row_words import short
from handlers.screen import Screen, button, rows
from handlers.visit import Visit

router = Router(name="roadmap_editing_plain")

LONGEST_RESULT = 500


@router.callback_query(EditField.filter(F.field == "activity"), May(Action.EDIT_ROADMAP))
async def ask_activity(query: CallbackQuery, callback_data: EditField, visit: Visit) -> Screen:
    kept = await kept_row(visit, callback_data.milestone, callback_data.task)
    if kept is None:
        return no_such_row(visit)
    visit.ask("row-activity", **kept.about)
    return Screen(
        visit.texts("row-ask-activity", now=short(kept.milestone.activity, 1500) or "—"),
        rows(button(visit.texts("back"), edit(kept))),
    )


@router.message(Asked("row-activity"), May(Action.EDIT_ROADMAP))
async def take_activity(message: Message, visit: Visit) -> Screen:
    kept = await asked_row(visit)
    if kept is None:
        return no_such_row(visit)
    text = (message.text or "").strip()
    unfit = objection(visit, text, LONGEST_ACTIVITY)
    if unfit:
        return Screen(unfit, rows(button(visit.texts("back"), edit(kept))))
    undo = await change(visit, kept, replace(row_of(kept.milestone), activity=text))
    return await menu(visit, kept, visit.texts("row-kept"), undo)


@router.callback_query(EditField.filter(F.field == "result"), May(Action.EDIT_ROADMAP))
async def ask_result(query: CallbackQuery, callback_data: EditField, visit: Visit) -> Screen:
    kept = await kept_row(visit, callback_data.milestone, callback_data.task)
    if kept is None:
        return no_such_row(visit)
    visit.ask("row-result", **kept.about)
    now = short(kept.milestone.result, 700)
    clear = button(visit.texts("row-clear-result"), ClearResult(**kept.about)) if now else None
    return Screen(
        visit.texts("row-ask-result", now=now or visit.texts("row-nothing")),
        rows(clear, button(visit.texts("back"), edit(kept))),
    )


@router.message(Asked("row-result"), May(Action.EDIT_ROADMAP))
async def take_result(message: Message, visit: Visit) -> Screen:
    kept = await asked_row(visit)
    if kept is None:
        return no_such_row(visit)
    text = (message.text or "").strip()
    unfit = objection(visit, text, LONGEST_RESULT)
    if unfit:
        return Screen(unfit, rows(button(visit.texts("back"), edit(kept))))
    undo = await change(visit, kept, replace(row_of(kept.milestone), result=text))
    return await menu(visit, kept, visit.texts("row-kept"), undo)


@router.callback_query(ClearResult.filter(), May(Action.EDIT_ROADMAP))
async def clear_result(query: CallbackQuery, callback_data: ClearResult, visit: Visit) -> Screen:
    kept = await kept_row(visit, callback_data.milestone, callback_data.task)
    if kept is None:
        return no_such_row(visit)
    undo = await change(visit, kept, replace(row_of(kept.milestone), result=""))
    return await menu(visit, kept, visit.texts("row-kept"), undo)
