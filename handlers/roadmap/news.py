"""Reminders of rows and the curator's week, told as things are at the moment of telling."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from operator import itemgetter

from domain.calendar import is_summer
from domain.people import Role
from domain.progress import State
from domain.reminders import Kind
from handlers.callbacks import Go
from handlers.part import Part
from handlers.roadmap.overview import state
from handlers.roadmap.press import OpenTask
from handlers.roadmap.wording import activity_of, date_words, phrase_words, row_name, short, state_words, today_of
from handlers.screen import Button, bullets, button, lines
from handlers.status import participants_of, silent_among
from handlers.visit import Scene
from storage.models import Notice
from storage.roadmaps import Row

WEEK = timedelta(days=7)
ROWS_IN_DIGEST = 5
ACTIVITY_LENGTH = 140


async def task_part(scene: Scene, notice: Notice) -> Part | None:
    """A reminder of a row; None when the row is closed, moved, replaced or not this person's any more."""
    organisation_id = notice.organisation_id or 0
    row = await scene.storage.roadmaps.row(organisation_id, int(notice.subject["task"]))
    if row is None or row.task.done_at is not None or not is_still_due(notice, row):
        return None
    roadmap = await scene.storage.roadmaps.get(organisation_id, row.milestone.roadmap_id)
    if roadmap is None or roadmap.state != "active":
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
    today = await today_of(scene)
    words = {
        "row": short(row_name(row.milestone), 20),
        "activity": short(activity_of(row.milestone), ACTIVITY_LENGTH),
    }
    if kind == Kind.ASK_DATE or row.task.due is None:
        return scene.texts("roadmap-news-ask-date", phrase=phrase_words(scene.texts, row.milestone), **words)
    day = date_words(scene.texts, row.task.due, today)
    if kind == Kind.CHECK_IN and row.task.due >= today:
        return scene.texts("roadmap-news-check-in", day=day, **words)
    if row.task.due < today:
        return scene.texts("roadmap-news-late", day=day, **words)
    return scene.texts("roadmap-news-deadline", day=day, state=state_words(scene.texts, row, today), **words)


async def digest_part(scene: Scene, notice: Notice) -> Part | None:
    """The curator's week; None when it is over or there is nothing to say."""
    organisation_id = notice.organisation_id or 0
    today = await today_of(scene)
    monday = today - timedelta(days=today.weekday())
    if notice.key.split(":")[2] != monday.isoformat():
        return None
    open_rows = await scene.storage.roadmaps.rows(organisation_id, only_open=True)
    ahead = [rows_of_week(scene, open_rows, today, monday), await meetings_of_week(scene, organisation_id, monday)]
    behind = [late_rows(scene, open_rows, today), await missing_forms(scene, organisation_id)]
    if not any(ahead if is_summer(today) else ahead + behind):
        return None  # in summer what is late can wait for September
    return Part(
        lines(week_title(scene, monday), *ahead, *behind),
        digest_buttons(scene),
        subject=f"digest:{organisation_id}",
    )


def week_title(scene: Scene, monday: date) -> str:
    sunday = monday + WEEK - timedelta(days=1)
    same_month = monday.month == sunday.month
    start = str(monday.day) if same_month else date_words(scene.texts, monday, monday)
    return scene.texts("digest-week", start=start, end=date_words(scene.texts, sunday, monday))


def rows_of_week(scene: Scene, open_rows: Sequence[Row], today: date, monday: date) -> str | None:
    """Rows that are due before the week ends."""
    dated = [(row.task.due, row) for row in open_rows if row.task.due is not None]
    week = sorted(((due, row) for due, row in dated if today <= due < monday + WEEK), key=itemgetter(0))
    if not week:
        return None
    shown = [digest_line(scene, due, row) for due, row in week[:ROWS_IN_DIGEST]]
    if len(week) > len(shown):
        shown.append(scene.texts("digest-more-rows", count=len(week) - len(shown)))
    return scene.texts("digest-rows") + "\n" + bullets(shown)


def late_rows(scene: Scene, open_rows: Sequence[Row], today: date) -> str | None:
    late = sum(state(row, today) is State.OVERDUE for row in open_rows)
    return scene.texts("digest-overdue", count=late) if late else None


def digest_line(scene: Scene, due: date, row: Row) -> str:
    return scene.texts(
        "digest-row",
        day=scene.texts("date-short", weekday=due.isoweekday(), text=f"{due:%d.%m}"),
        activity=short(activity_of(row.milestone), 60),
    )


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
