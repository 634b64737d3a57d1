"""The curator's week: what is due, what is late, whom to ask."""

from collections.abc import Set
from datetime import date, datetime, time

from domain.progress import State
from handlers.callbacks import Go
from handlers.part import Part
from handlers.request_words import waiting_words
from handlers.roadmap.press import Rows
from handlers.roadmap.wording import activity_of, today_of
from handlers.row_words import WEEK, DatedRow, digest_words, late_rows, monday_of, week_rows
from handlers.screen import Button, button
from handlers.status import participants_of, silent_among
from handlers.visit import Scene
from storage.models import Notice


async def week_part(scene: Scene, notice: Notice, told: Set[int]) -> Part | None:
    """The week without the tasks that the same message has ``told`` of; None when nothing else is left to say."""
    organisation_id = notice.organisation_id or 0
    today = await today_of(scene)
    if notice.key.split(":")[2] != monday_of(today).isoformat():
        return None
    rows = [
        row for row in await scene.storage.roadmaps.rows(organisation_id, only_open=True) if row.task.id not in told
    ]
    dated = [
        DatedRow(row.task.due, activity_of(row.milestone), row.is_from_district)
        for row in rows
        if row.task.due is not None
    ]
    ahead = [
        week_rows(scene.texts, dated, today),
        await meetings_of_week(scene, organisation_id, monday_of(today)),
        await waiting_words(scene, organisation_id),
    ]
    behind = [late_rows(scene.texts, dated, today), await missing_forms(scene, organisation_id)]
    text = digest_words(scene.texts, today, ahead, behind)
    if text is None:
        return None
    late = sum(row.due < today for row in dated)
    return Part(text, digest_buttons(scene, late), subject=f"digest:{organisation_id}")


async def missing_forms(scene: Scene, organisation_id: int) -> str | None:
    people = await participants_of(scene, organisation_id)
    silent = len(await silent_among(scene, organisation_id, people))
    return scene.texts("digest-forms", count=silent) if silent else None


async def meetings_of_week(scene: Scene, organisation_id: int, monday: date) -> str | None:
    zone = await scene.zone()
    end = datetime.combine(monday + WEEK, time(), zone)
    planned = await scene.storage.meetings.planned(organisation_id)
    count = sum(scene.now <= meeting.starts_at < end for meeting in planned)
    return scene.texts("digest-meetings", count=count) if count else None


def digest_buttons(scene: Scene, late: int) -> tuple[Button, ...]:
    """What is late comes first: of several matters in one message only the first button is shown."""
    overdue = button(scene.texts("digest-open-overdue", count=late), Rows(state=State.OVERDUE))
    return (
        *((overdue,) if late else ()),
        button(scene.texts("curator-roadmap"), Go(to="roadmap")),
        button(scene.texts("curator-status"), Go(to="status")),
    )
