"""«Вам поручены строки»: whoever is made responsible hears of it once, with the rows and the paper."""

from collections.abc import Iterable
from datetime import timedelta

from domain.notices import News
from handlers.callbacks import Go
from handlers.part import Part
from handlers.roadmap.own import rows_of
from handlers.roadmap.press import OpenTask
from handlers.roadmap.wording import activity_of, row_name, title_of, today_of
from handlers.row_words import date_words, short
from handlers.screen import Button, bullets, button, lines
from handlers.undo import TIME_TO_UNDO
from handlers.visit import Scene, Visit
from storage.models import Notice
from storage.roadmaps import Row

ROWS_TOLD = 5
AFTER_UNDO = TIME_TO_UNDO + timedelta(minutes=1)
"""As long as ties are being chosen nobody is told of them."""


async def tell_people(visit: Visit, people: Iterable[int]) -> None:
    """Let these people, but not who has decided it, know which rows are theirs; once a day at most."""
    organisation = await visit.organisation()
    today = await today_of(visit)
    for person in set(people) - {visit.person.id}:
        await visit.storage.notices.add(
            person,
            News.ROWS_GIVEN,
            f"rows:{organisation.id}:{today}:person:{person}",
            visit.now + AFTER_UNDO,
            visit.now,
            organisation_id=organisation.id,
        )


async def given_part(scene: Scene, notice: Notice) -> Part | None:
    """The rows that are the person's now; None when there are none any more."""
    organisation_id = notice.organisation_id or 0
    roadmap = await scene.storage.roadmaps.active(organisation_id)
    own: dict[int, Row] = {}
    for row in await rows_of(scene, organisation_id, notice.person_id):
        own.setdefault(row.milestone.id, row)
    if roadmap is None or not own:
        return None
    nearest = list(own.values())
    return Part(
        lines(
            scene.texts("rows-given", count=len(own), title=title_of(scene.texts, roadmap)),
            bullets([await line(scene, row) for row in nearest[:ROWS_TOLD]]),
            scene.texts("rows-given-more", count=len(own) - ROWS_TOLD) if len(own) > ROWS_TOLD else None,
        ),
        (way_on(scene, organisation_id, nearest[0]),),
        subject=f"rows:{organisation_id}",
    )


def way_on(scene: Scene, organisation_id: int, nearest: Row) -> Button:
    """To her rows; from another organisation of hers to the nearest of them, which takes her there."""
    if scene.here == organisation_id:
        return button(scene.texts("rows-given-open"), Go(to="my-rows"))
    name = row_name(nearest.milestone)
    return button(scene.texts("roadmap-news-open", row=name), OpenTask(task=nearest.task.id))


async def line(scene: Scene, row: Row) -> str:
    due = row.task.due
    undated = "request" if row.milestone.kind == "request" else "none"
    day = date_words(scene.texts, due, await today_of(scene)) if due is not None else undated
    return scene.texts("rows-given-line", activity=short(activity_of(row.milestone), 140), day=day)
