"""The rows of a roadmap that waits, with the due phrase verbatim and what was understood by it."""

from datetime import date

from handlers.roadmap.editing.press import EditRow
from handlers.roadmap.press import SwitchOn, Waiting
from handlers.roadmap.reading import due_of
from handlers.roadmap.wording import (
    NUMBERS_IN_ROW,
    ROWS_ON_PAGE,
    activity_of,
    by_section,
    due_words,
    fitted,
    phrase_words,
    row_name,
    today_of,
)
from handlers.row_words import short
from handlers.screen import Button, Screen, button, page_of, page_row, rows
from handlers.visit import Scene
from storage.models import Milestone, Roadmap


async def rows_screen(scene: Scene, roadmap: Roadmap, page: int) -> Screen:
    """A page of the rows, by section."""
    milestones = await scene.storage.roadmaps.milestones(roadmap.id)
    shown, number, pages = page_of(milestones, page, ROWS_ON_PAGE)
    today = await today_of(scene)
    blocks = by_section((each.section, row_line(scene, each, today)) for each in shown)
    opening = [button(row_name(each), EditRow(milestone=each.id)) for each in shown]
    return Screen(
        fitted(scene.texts("roadmap-rows-title", number=number + 1, pages=pages), *blocks),
        (
            *rows(*opening, width=NUMBERS_IN_ROW),
            *page_row(scene.texts, number, pages, lambda to: Waiting(roadmap=roadmap.id, show="rows", page=to)),
            *way_on(scene, roadmap),
        ),
    )


def row_line(scene: Scene, milestone: Milestone, today: date) -> str:
    return scene.texts(
        "roadmap-row-line",
        row=short(row_name(milestone), 12),
        activity=short(activity_of(milestone), 160),
        phrase=phrase_words(scene.texts, milestone),
        due=due_words(scene.texts, due_of(milestone), today),
    )


def way_on(scene: Scene, roadmap: Roadmap) -> tuple[tuple[Button, ...], ...]:
    return rows(
        button(scene.texts("roadmap-switch-on"), SwitchOn(roadmap=roadmap.id)),
        button(scene.texts("back"), Waiting(roadmap=roadmap.id)),
    )
