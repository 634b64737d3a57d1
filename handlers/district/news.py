"""What a district and its organisations tell each other, as things are at the moment of telling."""

from handlers.callbacks import Go
from handlers.district.naming import named
from handlers.district.press import OpenOrganisation
from handlers.part import Part
from handlers.roadmap.press import OpenTask
from handlers.roadmap.wording import activity_of, row_name, state_words, today_of
from handlers.row_words import short
from handlers.screen import Button, button
from handlers.visit import Scene
from storage.models import Notice


async def rows_part(scene: Scene, notice: Notice) -> Part | None:
    """To an organisation's curator: the district's roadmap has rows for it."""
    organisation = await scene.storage.organisations.get(notice.organisation_id or 0)
    mine = [
        row
        for row in await scene.storage.roadmaps.rows(organisation.id)
        if row.milestone.roadmap_id == int(notice.subject["roadmap"])
    ]
    if not mine or organisation.parent_id is None:
        return None
    district = await scene.storage.organisations.get(organisation.parent_id)
    rows = len({row.milestone.id for row in mine})
    return Part(
        scene.texts("district-news-rows", district=named(district), count=rows),
        (button(scene.texts("curator-roadmap"), Go(to="roadmap")),),
        subject=f"district:{district.id}",
    )


async def nudge_part(scene: Scene, notice: Notice) -> Part | None:
    """To an organisation's curator: the district asks for a row; None when it is done or nobody's any more."""
    row = await scene.storage.roadmaps.row(notice.organisation_id or 0, int(notice.subject["task"]))
    if row is None or row.task.done_at is not None or (await scene.storage.roadmaps.of(row)).state != "active":
        return None
    return Part(
        scene.texts(
            "district-news-nudge",
            row=short(row_name(row.milestone), 20),
            activity=short(activity_of(row.milestone), 140),
            state=state_words(scene.texts, row, await today_of(scene)),
        ),
        (button(scene.texts("roadmap-news-open", row=row_name(row.milestone)), OpenTask(task=row.task.id)),),
        subject=f"task:{row.task.id}",
    )


async def joined_part(scene: Scene, notice: Notice) -> Part | None:
    """To a coordinator: an organisation has come in; None when it has gone again."""
    district_id = notice.organisation_id or 0
    organisation = await scene.storage.districts.organisation(district_id, int(notice.subject["organisation"]))
    if organisation is None:
        return None
    count = len(await scene.storage.districts.organisations(district_id))
    return Part(
        scene.texts("district-news-joined", name=named(organisation), count=count),
        (button(organisation.name, OpenOrganisation(organisation=organisation.id)),),
        subject=f"organisation:{organisation.id}",
    )


async def left_part(scene: Scene, notice: Notice) -> Part | None:
    """To a coordinator: an organisation has left; None when it is back."""
    organisation = await scene.storage.organisations.get(int(notice.subject["organisation"]))
    if organisation.parent_id == notice.organisation_id:
        return None
    return Part(scene.texts("district-news-left", name=named(organisation)), (_home(scene),))


async def excluded_part(scene: Scene, notice: Notice) -> Part | None:
    """To an organisation's curator: the district has taken it out; None when it is back."""
    organisation = await scene.storage.organisations.get(notice.organisation_id or 0)
    district = await scene.storage.organisations.get(int(notice.subject["district"]))
    if organisation.parent_id == district.id:
        return None
    return Part(scene.texts("district-news-excluded", district=named(district)), (_home(scene),))


def _home(scene: Scene) -> Button:
    return button(scene.texts("home"), Go(to="home"))
