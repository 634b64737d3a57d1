"""The rows that a participant is responsible for."""

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.callbacks import Go
from handlers.filters import Known
from handlers.roadmap.press import OpenTask
from handlers.roadmap.wording import (
    NUMBERS_IN_ROW,
    ROWS_ON_PAGE,
    by_section,
    fitted,
    label_of,
    section_of,
    standing_line,
    today_of,
)
from handlers.screen import Button, Screen, button, rows
from handlers.visit import Scene, Visit
from storage.roadmaps import Row

router = Router(name="roadmap_own")


async def own_rows(scene: Scene) -> list[Row]:
    """The person's open rows in the organisation that she is in, the nearest day first."""
    organisation = await scene.organisation()
    return await rows_of(scene, organisation.id, scene.person.id)


async def rows_of(scene: Scene, organisation_id: int, person_id: int) -> list[Row]:
    """The open rows of an organisation that a person is responsible for, the nearest day first."""
    tied = await scene.storage.responsible.tied(organisation_id)
    names = {name for name, people in tied.items() if person_id in people}
    if not names:
        return []
    tasks = await scene.storage.roadmaps.rows(organisation_id, only_open=True)
    own = [row for row in tasks if names & set(row.milestone.responsible)]
    return sorted(own, key=lambda row: (row.task.due or date.max, row.milestone.position))


async def own_button(scene: Scene) -> Button | None:
    """The way to her rows from a participant's home; None when she has none."""
    count = len(await own_rows(scene))
    return button(scene.texts("roadmap-own", count=count), Go(to="my-rows")) if count else None


@router.callback_query(Go.filter(F.to == "my-rows"), Known())
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    """The nearest of them; the others follow as these are done."""
    visit.stop_asking()
    own = await own_rows(visit)
    shown = own[:ROWS_ON_PAGE]
    today = await today_of(visit)
    return Screen(
        fitted(
            visit.texts("roadmap-own-title", count=len(own)),
            *by_section((section_of(visit.texts, row), standing_line(visit, row, today)) for row in shown),
        ),
        (
            *rows(
                *(button(label_of(visit.texts, row), OpenTask(task=row.task.id)) for row in shown),
                width=NUMBERS_IN_ROW,
            ),
            (button(visit.texts("home"), Go(to="home")),),
        ),
    )
