"""Reminders of rows and the curator's week, told as things are at the moment of telling."""

from datetime import date, datetime, time

from domain.people import Role
from domain.reminders import Kind
from handlers.callbacks import Go
from handlers.part import Part
from handlers.roadmap.press import OpenTask
from handlers.roadmap.wording import activity_of, row_name, today_of
from handlers.row_words import (
    WEEK,
    DatedRow,
    RowWords,
    digest_words,
    late_rows,
    monday_of,
    reminder_words,
    week_rows,
)
from handlers.screen import Button, button
from handlers.status import participants_of, silent_among
from handlers.visit import Scene
from storage.models import Notice
from storage.roadmaps import Row


async def task_part(scene: Scene, notice: Notice) -> Part | None:
    """A reminder of a row; None when the row is closed, moved, replaced or not this person's any more."""
    organisation_id = notice.organisation_id or 0
    row = await scene.storage.roadmaps.row(organisation_id, int(notice.subject["task"]))
    if row is None or row.task.done_at is not None or not is_still_due(notice, row):
        return None
    if (await scene.storage.roadmaps.of(row)).state != "active":
        return None
    if notice.person_id not in await addressees(scene, organisation_id, notice.kind, row):
        return None
    return Part(
        await reminder_text(scene, notice.kind, row),
        (button(scene.texts("roadmap-news-open", row=row_name(row.milestone)), OpenTask(task=row.task.id)),),
        subject=f"task:{row.task.id}",
    )


def is_still_due(notice: Notice, row: Row) -> bool:
    """Whether the day that the notice's key names (``task:<id>:<day>:…``) is still the row's."""
    named = date.fromisoformat(notice.key.split(":")[2])
    if notice.kind == Kind.ASK_DATE:
        return row.task.due is None
    if notice.kind == Kind.CHECK_IN:
        return row.task.due is not None and named <= row.task.due
    return named == row.task.due


async def addressees(scene: Scene, organisation_id: int, kind: str, row: Row) -> set[int]:
    """The people tied to the row; the curators where nobody is, and for what is theirs to settle."""
    curators = {person.id for person in await scene.storage.people.members(organisation_id, Role.CURATOR)}
    if kind in (Kind.OVERDUE, Kind.ASK_DATE):
        return curators
    tied = await scene.storage.responsible.tied(organisation_id)
    return {person for name in row.milestone.responsible for person in tied.get(name, ())} or curators


async def reminder_text(scene: Scene, kind: str, row: Row) -> str:
    milestone = row.milestone
    words = RowWords(row_name(milestone), activity_of(milestone), milestone.phrase, row.task.due)
    return reminder_words(scene.texts, kind, words, await today_of(scene))


async def digest_part(scene: Scene, notice: Notice) -> Part | None:
    """The curator's week; None when it is over or there is nothing to say."""
    organisation_id = notice.organisation_id or 0
    today = await today_of(scene)
    if notice.key.split(":")[2] != monday_of(today).isoformat():
        return None
    rows = await scene.storage.roadmaps.rows(organisation_id, only_open=True)
    dated = [DatedRow(row.task.due, activity_of(row.milestone)) for row in rows if row.task.due is not None]
    ahead = [week_rows(scene.texts, dated, today), await meetings_of_week(scene, organisation_id, monday_of(today))]
    behind = [late_rows(scene.texts, dated, today), await missing_forms(scene, organisation_id)]
    text = digest_words(scene.texts, today, ahead, behind)
    return Part(text, digest_buttons(scene), subject=f"digest:{organisation_id}") if text is not None else None


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


def digest_buttons(scene: Scene) -> tuple[Button, ...]:
    return (
        button(scene.texts("curator-roadmap"), Go(to="roadmap")),
        button(scene.texts("curator-status"), Go(to="status")),
    )
