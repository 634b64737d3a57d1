"""«Карта района»: the rows that every organisation does, and for each of them who has not."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.progress import State
from handlers.callbacks import Go
from handlers.district.home import told
from handlers.district.nudges import reminded_today
from handlers.district.press import DistrictMap, NudgeRow, OpenOrganisation, OpenRow
from handlers.district.standing import SIGNS, Cell, Standing, count, overdue, sign_of, standing
from handlers.filters import May
from handlers.roadmap.editing.press import EditRow
from handlers.roadmap.wording import (
    NUMBERS_IN_ROW,
    ROWS_ON_PAGE,
    activity_of,
    by_section,
    fitted,
    phrase_words,
    row_name,
)
from handlers.row_words import short
from handlers.screen import Button, Screen, button, lines, page_of, page_row, rows
from handlers.visit import Scene, Visit
from storage.models import Milestone, Organisation

router = Router(name="district_rows")

NAMES_ON_PAGE = 5


@router.callback_query(DistrictMap.filter(), May(Action.SEE_DISTRICT))
async def show(query: CallbackQuery, callback_data: DistrictMap, visit: Visit) -> Screen:
    return await district_map(visit, callback_data.page)


async def district_map(scene: Scene, page: int = 0, remark: str = "") -> Screen:
    """A page of rows, each with how many organisations did it."""
    now = await standing(scene)
    if not now.rows or not now.organisations:
        return Screen(lines(remark, told(scene, now)), rows(button(scene.texts("home"), Go(to="home"))))
    shown, number, pages = page_of(now.rows, page, ROWS_ON_PAGE)
    blocks = by_section((row.section, row_line(scene, row, now)) for row in shown)
    return Screen(
        fitted(remark, scene.texts("district-map-title", number=number + 1, pages=pages), *blocks),
        (
            *rows(*(button(row_name(row), OpenRow(row=row.id)) for row in shown), width=NUMBERS_IN_ROW),
            *page_row(scene.texts, number, pages, lambda to: DistrictMap(page=to)),
            (
                button(scene.texts("district-table"), Go(to="district-table")),
                button(scene.texts("home"), Go(to="home")),
            ),
        ),
    )


def row_line(scene: Scene, row: Milestone, now: Standing) -> str:
    cells = [cell for _, cell in now.of_row(row.id)]
    done = count(cells)
    return scene.texts(
        "district-map-line",
        sign=sign_of(cells),
        row=short(row_name(row), 20),
        activity=short(activity_of(row), 140),
        done=done.done,
        total=done.total,
        late=overdue(cells),
    )


@router.callback_query(OpenRow.filter(), May(Action.SEE_DISTRICT))
async def open_row(query: CallbackQuery, callback_data: OpenRow, visit: Visit) -> Screen:
    return await row_screen(visit, callback_data.row, callback_data.page)


async def row_screen(scene: Scene, milestone_id: int, page: int = 0, remark: str = "") -> Screen:
    """Who did the row and who did not: names of organisations, no person's."""
    now = await standing(scene)
    row = next((each for each in now.rows if each.id == milestone_id), None)
    if row is None:
        return await district_map(scene, remark=scene.texts("stale-button"))
    undone = [(each, cell) for each, cell in now.of_row(row.id) if cell.state is not State.DONE]
    shown, number, pages = page_of(
        sorted(undone, key=lambda pair: pair[1].state is not State.OVERDUE), page, NAMES_ON_PAGE
    )
    reminded = list((await reminded_today(scene, [each for each, _ in undone], row.id)).values())
    return Screen(
        fitted(
            remark,
            headline(scene, row),
            row_counts(scene, now, row),
            names(scene, shown),
            scene.texts("district-reminded-today") if reminded and all(reminded) else None,
        ),
        (
            *rows(*(opening(each) for each, _ in shown), width=2),
            *page_row(scene.texts, number, pages, lambda to: OpenRow(row=row.id, page=to)),
            *rows(
                nudge_button(scene, row, reminded.count(False)),
                button(scene.texts("row-edit"), EditRow(milestone=row.id))
                if await scene.may(Action.EDIT_ROADMAP)
                else None,
                button(scene.texts("back"), DistrictMap(page=list(now.rows).index(row) // ROWS_ON_PAGE)),
                width=2,
            ),
        ),
    )


def nudge_button(scene: Scene, row: Milestone, count: int) -> Button | None:
    """«Напомнить» to as many organisations as have not been reminded today."""
    return button(scene.texts("district-nudge", count=count), NudgeRow(row=row.id)) if count else None


def headline(scene: Scene, row: Milestone) -> str:
    return scene.texts(
        "district-row",
        row=short(row_name(row), 20),
        activity=short(activity_of(row), 500),
        phrase=phrase_words(scene.texts, row),
    )


def row_counts(scene: Scene, now: Standing, row: Milestone) -> str:
    cells = [cell for _, cell in now.of_row(row.id)]
    done = count(cells)
    proved = sum(cell.proofs > 0 for cell in cells)
    return scene.texts("district-row-counts", done=done.done, total=done.total, proved=proved)


def names(scene: Scene, shown: Sequence[tuple[Organisation, Cell]]) -> str | None:
    if not shown:
        return None
    told_names = "\n".join(f"{SIGNS[cell.state]} {short(each.name, 80)}" for each, cell in shown)
    return scene.texts("district-row-undone") + "\n" + told_names


def opening(organisation: Organisation) -> Button:
    return button(organisation.name, OpenOrganisation(organisation=organisation.id))
