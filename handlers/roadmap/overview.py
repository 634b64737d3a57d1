"""The roadmap that is followed: how it stands, its rows by state, and the whole of it as a table."""

from collections.abc import Mapping, Sequence
from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.progress import State, share_done, share_in_time, state_of, tally
from handlers.callbacks import Go
from handlers.filters import May
from handlers.request_words import waiting_words
from handlers.roadmap.drafts import is_next_due
from handlers.roadmap.editing.press import AddRow
from handlers.roadmap.open_doubts import doubts_button
from handlers.roadmap.press import OpenTask, Rows, Waiting, Who
from handlers.roadmap.review import summary
from handlers.roadmap.upload import ask_for_roadmap
from handlers.roadmap.wording import (
    NUMBERS_IN_ROW,
    ROWS_ON_PAGE,
    by_section,
    fitted,
    label_of,
    section_of,
    standing_line,
    title_of,
    today_of,
)
from handlers.screen import Button, Screen, button, lines, page_of, page_row, rows
from handlers.status import followed as tasks_followed
from handlers.status import in_time_words, open_on_request
from handlers.visit import Scene, Visit
from storage.models import Roadmap
from storage.roadmaps import Row

router = Router(name="roadmap_overview")

ALL = "all"


@router.callback_query(Go.filter(F.to == "roadmap"), May(Action.SEE_STATUS))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await present(visit)


async def present(visit: Visit, remark: str = "") -> Screen:
    """The roadmap as it is now: followed, waiting for a decision, or asked for."""
    organisation = await visit.organisation()
    active = await visit.storage.roadmaps.active(organisation.id)
    if active is not None:
        return await followed(visit, active, remark)
    may_edit = await visit.may(Action.EDIT_ROADMAP)
    read = await visit.storage.roadmaps.waiting(organisation.id) if may_edit else None
    if read is None and await visit.storage.roadmaps.rows(organisation.id):
        return await followed(visit, None, remark)
    if not may_edit:
        return Screen(visit.texts("roadmap-none"), rows(button(visit.texts("home"), Go(to="home"))))
    return await summary(visit, read, remark) if read is not None else ask_for_roadmap(visit, remark)


async def followed(visit: Visit, roadmap: Roadmap | None, remark: str = "") -> Screen:
    """The roadmap that is followed and the district's rows; without one of its own (None) those alone."""
    organisation = await visit.organisation()
    tasks = await visit.storage.roadmaps.rows(organisation.id)
    counts = counted(tasks, await today_of(visit))
    waiting = await waiting_words(visit, organisation.id)
    return Screen(
        lines(
            remark,
            f"<b>{title_of(visit.texts, roadmap) if roadmap is not None else visit.texts('district-rows')}</b>",
            *await standing_words(visit, tasks, counts),
            district_words(visit, tasks) if roadmap is not None else None,
            waiting,
        ),
        rows(
            *(state_button(visit, key, counts[key]) for key in SHOWN),
            button(visit.texts("roadmap-all-rows"), Rows(state=ALL)),
            button(visit.texts("requests-all"), Go(to="requests")) if waiting else None,
            button(visit.texts("roadmap-papers"), Go(to="roadmap-papers")) if roadmap is not None else None,
            *await curators_buttons(visit, roadmap),
            button(visit.texts("home"), Go(to="home")),
            width=2,
        ),
    )


def counted(tasks: Sequence[Row], today: date) -> dict[State, int]:
    """How many rows stand how; a row «по запросу» does not lack a date."""
    counts = tally(state(row, today) for row in tasks)
    counts[State.UNDATED] -= open_on_request(tasks)
    return counts


async def standing_words(visit: Visit, tasks: Sequence[Row], counts: Mapping[State, int]) -> tuple[str | None, ...]:
    """How many rows are done and what waits, and how many were done in time."""
    behind = tasks_followed(tasks, await visit.zone())
    told = visit.texts(
        "roadmap-standing",
        done=counts[State.DONE],
        count=len(tasks),
        share=share_done(behind).percent,
        request=open_on_request(tasks),
        **{key: counts[key] for key in SHOWN},
    )
    return told, in_time_words(visit, share_in_time(behind, await today_of(visit)))


SHOWN = (State.OVERDUE, State.NEAR, State.UNDATED)
"""States that ask for something, the most pressing first."""


def state(row: Row, today: date) -> State:
    return state_of(row.task.due, done=row.task.done_at is not None, today=today)


def state_button(scene: Scene, which: State, count: int) -> Button | None:
    return button(scene.texts(f"roadmap-rows-{which}", count=count), Rows(state=which)) if count else None


def district_words(scene: Scene, tasks: Sequence[Row]) -> str | None:
    """How many of the rows come from the district."""
    above = sum(row.is_from_district for row in tasks)
    return scene.texts("district-among", count=above) if above else None


async def curators_buttons(visit: Visit, roadmap: Roadmap | None) -> tuple[Button | None, ...]:
    """What only who keeps the roadmap may do."""
    if not await visit.may(Action.EDIT_ROADMAP):
        return ()
    if roadmap is None:
        return (button(visit.texts("district-own-roadmap"), Go(to="roadmap-new")),)
    read = await visit.storage.roadmaps.waiting(roadmap.organisation_id)
    ahead = is_next_due(roadmap, await today_of(visit))
    new = button(
        visit.texts("next-open" if ahead else "roadmap-new"), Go(to="roadmap-next" if ahead else "roadmap-new")
    )
    return (
        button(visit.texts("roadmap-who"), Who()),
        button(visit.texts("roadmap-waiting"), Waiting(roadmap=read.id)) if read is not None else new,
        doubts_button(visit, roadmap, "doubts-open"),
    )


@router.callback_query(Rows.filter(), May(Action.SEE_STATUS))
async def list_rows(query: CallbackQuery, callback_data: Rows, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    today = await today_of(visit)
    tasks = await visit.storage.roadmaps.rows(organisation.id)
    chosen = [row for row in tasks if stands_in(callback_data.state, row, today)]
    if not chosen:
        return await present(visit, visit.texts("roadmap-list-empty"))
    roadmap = await visit.storage.roadmaps.active(organisation.id)
    may_add = roadmap is not None and callback_data.state == ALL and await visit.may(Action.EDIT_ROADMAP)
    return list_screen(visit, chosen, callback_data, today, roadmap if may_add else None)


def stands_in(listed: str, row: Row, today: date) -> bool:
    """Whether the row belongs to a list; without a date are those whose date somebody has to enter."""
    if listed == State.UNDATED and row.milestone.kind == "request":
        return False
    return listed in (ALL, state(row, today))


def list_screen(
    scene: Scene, chosen: Sequence[Row], asked: Rows, today: date, add_to: Roadmap | None = None
) -> Screen:
    """A page of rows; with ``add_to`` the list is all of them, and a row can be added to it."""
    shown, number, pages = page_of(chosen, asked.page, ROWS_ON_PAGE)
    blocks = by_section((section_of(scene.texts, row), standing_line(scene, row, today)) for row in shown)
    opening = [button(label_of(scene.texts, row), OpenTask(task=row.task.id)) for row in shown]
    home = button(scene.texts("home"), Go(to="home"))
    add = button(scene.texts("row-add"), AddRow(roadmap=add_to.id)) if add_to is not None else home
    return Screen(
        fitted(scene.texts("roadmap-list", state=asked.state, number=number + 1, pages=pages), *blocks),
        (
            *rows(*opening, width=NUMBERS_IN_ROW),
            *page_row(scene.texts, number, pages, lambda to: Rows(state=asked.state, page=to)),
            *rows(button(scene.texts("back"), Go(to="roadmap")), add, width=2),
        ),
    )
