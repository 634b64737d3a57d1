"""A row's due, typed as papers write it or as a day; what is doubtful is asked about before it is kept."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.people import Action
from domain.roadmap.entered import LONGEST_PHRASE, Entered, read_entered
from handlers.filters import Asked, May
from handlers.roadmap.access import no_such_row
from handlers.roadmap.days_off import day_off_words
from handlers.roadmap.editing.kept import Kept, asked_row, change, edit, kept_row
from handlers.roadmap.editing.menu import menu
from handlers.roadmap.editing.press import EditField, KeepDue
from handlers.roadmap.editing.waits import Waits
from handlers.roadmap.reading import period_of, row_of
from handlers.roadmap.wording import due_words, phrase_words, today_of
from handlers.roadmap.written import too_long
from handlers.row_words import short
from handlers.screen import Button, Screen, button, lines, rows
from handlers.visit import Visit
from storage.models import Roadmap

router = Router(name="roadmap_editing_due")


@router.callback_query(EditField.filter(F.field == "due"), May(Action.EDIT_ROADMAP))
async def ask_due(query: CallbackQuery, callback_data: EditField, visit: Visit) -> Screen:
    kept = await kept_row(visit, callback_data.milestone, callback_data.task)
    if kept is None:
        return no_such_row(visit)
    visit.ask("row-due", **kept.about)
    return Screen(
        visit.texts("row-ask-due", now=phrase_words(visit.texts, kept.milestone)),
        rows(button(visit.texts("back"), edit(kept))),
    )


@router.message(Asked("row-due"), May(Action.EDIT_ROADMAP))
async def take_due(message: Message, visit: Visit) -> Screen:
    kept = await asked_row(visit)
    if kept is None:
        return no_such_row(visit)
    text = (message.text or "").strip()
    back = button(visit.texts("back"), edit(kept))
    unfit = too_long(visit, text, LONGEST_PHRASE)
    if unfit:
        return Screen(unfit, rows(back))
    entered = await read(visit, kept.roadmap, text)
    if entered.unread or entered.unsure is not None:
        return await ask_again(visit, entered, back)
    return await keep(visit, kept, entered)


async def read(visit: Visit, roadmap: Roadmap, text: str) -> Entered:
    return read_entered(text, period_of(roadmap), visit.now, await visit.zone())


async def ask_again(visit: Visit, entered: Entered, *back: Button) -> Screen:
    """What was not understood, or whether it was understood rightly; the chat waits for another text as well."""
    if entered.unread:
        return Screen(visit.texts("row-due-unread", why=str(entered.due.doubt)), rows(*back))
    visit.ask(visit.account.asked, **visit.account.asked_about | {"phrase": entered.due.phrase})
    return Screen(
        visit.texts(
            "row-due-unsure",
            phrase=short(entered.due.phrase, LONGEST_PHRASE),
            due=due_words(visit.texts, entered.due, await today_of(visit)),
            why=str(entered.unsure),
        ),
        rows(button(visit.texts("row-due-right"), KeepDue()), *back),
    )


@router.callback_query(KeepDue.filter(), May(Action.EDIT_ROADMAP), Waits("row-due"))
async def keep_doubtful(query: CallbackQuery, visit: Visit) -> Screen:
    kept = await asked_row(visit)
    phrase = str(visit.account.asked_about.get("phrase", ""))
    if kept is None or not phrase:
        return no_such_row(visit)
    return await keep(visit, kept, await read(visit, kept.roadmap, phrase))


async def keep(visit: Visit, kept: Kept, entered: Entered) -> Screen:
    undo = await change(visit, kept, replace(row_of(kept.milestone), due=entered.due))
    due = due_words(visit.texts, entered.due, await today_of(visit))
    off = await day_off_words(visit, entered.due.deadline)
    return await menu(visit, kept, lines(visit.texts("row-due-kept", due=due), off), undo)
