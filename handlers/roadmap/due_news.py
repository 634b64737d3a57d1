"""The district gives one of its rows another due: the curators below hear once how it was and how it is."""

from datetime import timedelta

from domain.notices import News
from domain.people import Role
from domain.roadmap.levels import BELOW
from handlers.part import Part
from handlers.roadmap.press import OpenTask
from handlers.roadmap.wording import activity_of, phrase_words, row_name
from handlers.row_words import quoted_phrase, short
from handlers.screen import button
from handlers.undo import TIME_TO_UNDO
from handlers.visit import Scene, Visit
from storage.models import Milestone, Notice, Organisation

AFTER_UNDO = TIME_TO_UNDO + timedelta(minutes=1)
"""A change that is taken back is told to nobody."""


async def tell_moved(visit: Visit, milestone: Milestone, before: str) -> None:
    """Let the curators of the organisations that still do the row know; ``before`` is its due phrase till now.

    Of several changes of a day one is told, from the first due to the last.
    """
    if milestone.level not in BELOW:
        return
    for organisation in await visit.storage.districts.organisations(milestone.organisation_id):
        if await visit.storage.districts.open_task(organisation.id, milestone.id) is not None:
            await _tell(visit, organisation, milestone, before)


async def _tell(visit: Visit, organisation: Organisation, milestone: Milestone, before: str) -> None:
    today = visit.now.astimezone(await visit.zone()).date()
    for curator in await visit.storage.people.members(organisation.id, Role.CURATOR):
        await visit.storage.notices.add(
            curator.id,
            News.DISTRICT_DUE_MOVED,
            f"milestone:{milestone.id}:{today}:moved:{organisation.id}:person:{curator.id}",
            visit.now + AFTER_UNDO,
            visit.now,
            organisation_id=organisation.id,
            subject={"milestone": milestone.id, "before": before},
        )


async def moved_part(scene: Scene, notice: Notice) -> Part | None:
    """To an organisation's curator; None when the due is again what it was, or the row is done or gone."""
    task = await scene.storage.districts.open_task(notice.organisation_id or 0, int(notice.subject["milestone"]))
    row = await scene.storage.roadmaps.row(notice.organisation_id or 0, task.id) if task is not None else None
    before = str(notice.subject["before"])
    if row is None or row.milestone.removed_at is not None or row.milestone.phrase == before:
        return None
    name = row_name(row.milestone)
    return Part(
        scene.texts(
            "district-news-moved",
            row=short(name, 20),
            activity=short(activity_of(row.milestone), 140),
            before=quoted_phrase(scene.texts, before),
            after=phrase_words(scene.texts, row.milestone),
        ),
        (
            button(
                scene.texts("roadmap-news-open", row=scene.texts("district-row-name", row=name)),
                OpenTask(task=row.task.id),
            ),
        ),
        subject=f"moved:{row.task.id}",
    )
