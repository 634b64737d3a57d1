"""«История»: who changed what in a row, and when, in words."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.dates import day_words
from handlers.filters import Known
from handlers.roadmap.access import no_such_row, row_for
from handlers.roadmap.editing.kept import kept_row
from handlers.roadmap.editing.press import EditRow, RowHistory
from handlers.roadmap.press import OpenTask
from handlers.roadmap.wording import fitted, row_name
from handlers.row_words import short
from handlers.screen import Screen, button, page_of, page_row, rows
from handlers.status import name_of
from handlers.visit import Visit
from storage.models import Milestone, MilestoneChange, Person

router = Router(name="roadmap_editing_history")

CHANGES_ON_PAGE = 5
LONGEST_SAID = 250


@router.callback_query(RowHistory.filter(), Known())
async def show(query: CallbackQuery, callback_data: RowHistory, visit: Visit) -> Screen:
    milestone = await seen_row(visit, callback_data)
    if milestone is None:
        return no_such_row(visit)
    changes = list(reversed(await visit.storage.changes.of(milestone.id)))
    shown, number, pages = page_of(changes, callback_data.page, CHANGES_ON_PAGE)
    people = await visit.storage.people.by_id([each.changed_by for each in shown if each.changed_by is not None])
    told = [await change_words(visit, each, people.get(each.changed_by or 0)) for each in shown]
    task = callback_data.task
    about = {"milestone": milestone.id, "task": task}
    return Screen(
        fitted(
            visit.texts("row-history-title", row=short(row_name(milestone), 20), number=number + 1, pages=pages),
            *(told or [visit.texts("row-history-empty")]),
        ),
        (
            *page_row(visit.texts, number, pages, lambda to: RowHistory(page=to, **about)),
            *rows(button(visit.texts("back"), OpenTask(task=task) if task else EditRow(milestone=milestone.id))),
        ),
    )


async def seen_row(visit: Visit, asked: RowHistory) -> Milestone | None:
    """The row, if this person may see it: by its card, or as one who may change it."""
    row = await row_for(visit, asked.task) if asked.task else None
    if row is not None and row.milestone.id == asked.milestone:
        return row.milestone
    kept = await kept_row(visit, asked.milestone) if await visit.may(Action.EDIT_ROADMAP) else None
    return kept.milestone if kept is not None else None


async def change_words(visit: Visit, change: MilestoneChange, person: Person | None) -> str:
    zone = await visit.zone()
    local = change.changed_at.astimezone(zone)
    today = visit.now.astimezone(zone).date()
    return visit.texts(
        "row-change",
        day=day_words(visit.texts, local.date(), today),
        time=f"{local:%H:%M}",
        who=name_of(visit, person) if person is not None else visit.texts("row-change-somebody"),
        what=visit.texts("row-change-what", field=change.field),
        before=short(change.before, LONGEST_SAID) or visit.texts("row-nothing"),
        after=short(change.after, LONGEST_SAID) or visit.texts("row-nothing"),
        whole=str(not change.before and not change.after),
    )
