"""«Выполнено» in one tap, taking it back, and the date that only a person can say."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.moments import read_date
from domain.roadmap.planning import needs_date
from handlers.callbacks import Go
from handlers.filters import Asked, Known
from handlers.roadmap.access import may_close, no_such_row, row_for
from handlers.roadmap.card import card
from handlers.roadmap.days_off import day_off_words
from handlers.roadmap.press import AskDate, AskEvidence, Close, OpenTask
from handlers.roadmap.reading import due_of
from handlers.roadmap.wording import activity_of, phrase_words, row_name, today_of
from handlers.row_words import date_words, short
from handlers.screen import Button, Screen, button, lines, rows
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.models import Decision
from storage.roadmap_changes import ENTERED_DAY
from storage.roadmaps import Row

router = Router(name="roadmap_closing")


async def row_to_change(visit: Visit, task_id: int) -> Row | None:
    """The row, if this person may close it."""
    row = await row_for(visit, task_id)
    return row if row is not None and await may_close(visit, row) else None


@router.callback_query(Close.filter(), Known())
async def close(query: CallbackQuery, callback_data: Close, visit: Visit) -> Screen:
    row = await row_to_change(visit, callback_data.task)
    if row is None:
        return no_such_row(visit)
    visit.stop_asking()
    task = row.task
    if (task.done_at is not None) == callback_data.done:
        return await card(visit, row, visit.texts("roadmap-already", done=str(callback_data.done)))
    before = task.done_at.isoformat() if task.done_at is not None else None
    undo = await decided(visit, "roadmap-close", task=task.id, done_at=before, done_by=task.done_by)
    task.done_at, task.done_by = (visit.now, visit.person.id) if callback_data.done else (None, None)
    return closed(visit, row, undo) if callback_data.done else await card(visit, row, visit.texts("roadmap-reopened"))


def closed(visit: Visit, row: Row, undo: Button) -> Screen:
    """Done; a file, a photo or a link sent right after it is taken for its evidence."""
    visit.ask("more-evidence", task=row.task.id)
    return Screen(
        visit.texts(
            "roadmap-closed", row=short(row_name(row.milestone), 20), activity=short(activity_of(row.milestone), 200)
        ),
        rows(
            button(visit.texts("roadmap-attach-evidence"), AskEvidence(task=row.task.id)),
            undo,
            button(visit.texts("roadmap-back-to-row"), OpenTask(task=row.task.id)),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@reversal("roadmap-close")
async def undo_close(visit: Visit, decision: Decision) -> bool:
    row = await row_to_change(visit, int(decision.before["task"]))
    if row is None:
        return False
    done_at = decision.before["done_at"]
    if (row.task.done_at is None) == (done_at is None):
        return False
    row.task.done_at = datetime.fromisoformat(done_at) if done_at else None
    row.task.done_by = decision.before["done_by"]
    return True


@router.callback_query(AskDate.filter(), Known())
async def ask_date(query: CallbackQuery, callback_data: AskDate, visit: Visit) -> Screen:
    row = await row_to_change(visit, callback_data.task)
    if row is None:
        return no_such_row(visit)
    if not needs_date(due_of(row.milestone)) or row.task.done_at is not None:
        return await card(visit, row)
    visit.ask("roadmap-date", task=row.task.id)
    return Screen(
        visit.texts(
            "roadmap-ask-date",
            activity=short(activity_of(row.milestone), 200),
            phrase=phrase_words(visit.texts, row.milestone),
        ),
        rows(button(visit.texts("back"), OpenTask(task=row.task.id))),
    )


@router.message(Asked("roadmap-date"), Known())
async def take_date(message: Message, visit: Visit) -> Screen:
    row = await row_to_change(visit, int(visit.account.asked_about["task"]))
    if row is None:
        visit.stop_asking()
        return no_such_row(visit)
    reading = read_date(message.text or "", visit.now, await visit.zone())
    if reading is None or reading.day is None or reading.problem is not None:
        problem = str(reading.problem) if reading is not None and reading.problem is not None else "unclear"
        return Screen(
            visit.texts("roadmap-date-problem", problem=problem),
            rows(button(visit.texts("back"), OpenTask(task=row.task.id))),
        )
    visit.stop_asking()
    today = await today_of(visit)
    before = date_words(visit.texts, row.task.due, today) if row.task.due is not None else ""
    day = date_words(visit.texts, reading.day, today)
    row.task.due = reading.day
    await visit.storage.changes.record(row.milestone, ENTERED_DAY, before, day, visit.person.id, visit.now)
    kept = visit.texts("roadmap-date-kept", day=day)
    return await card(visit, row, lines(kept, await day_off_words(visit, reading.day)))
