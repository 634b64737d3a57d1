"""Reminders of rows and the curator's week, told together and as things are at the moment of telling.

Of a few rows each has its paragraph and its button; many of which the same is said are one short list.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.people import Action
from domain.progress import State
from domain.reminders import Kind
from handlers.callbacks import Go
from handlers.district.press import DistrictMap
from handlers.heap_words import MOST_TOLD_SINGLY, district_words, escalated_words, heap_words, said_today
from handlers.part import Part
from handlers.roadmap.ahead import row_words
from handlers.roadmap.circle import TO_HEAD, circle_of, step_of
from handlers.roadmap.editing.press import EditRow
from handlers.roadmap.press import OpenTask, Rows
from handlers.roadmap.week import week_part
from handlers.roadmap.wording import row_name, today_of
from handlers.row_words import RowWords, reminder_words
from handlers.screen import Button, button
from handlers.visit import Scene
from storage.models import Notice
from storage.roadmaps import Row

KINDS = (Kind.ESCALATED, Kind.OVERDUE, Kind.DEADLINE, Kind.START, Kind.CHECK_IN, Kind.ASK_DATE, Kind.DIGEST)
"""What is told together, the most pressing first."""

LISTS = {
    Kind.OVERDUE: State.OVERDUE,
    Kind.ESCALATED: State.OVERDUE,
    Kind.DEADLINE: State.NEAR,
    Kind.ASK_DATE: State.UNDATED,
}
"""What is said of rows → the list in which they stand; the others stand in that of all rows."""


@dataclass(frozen=True, slots=True)
class Told:
    """A row that a notice still speaks of, and what is said of it today."""

    notice: Notice
    row: Row
    said: Kind

    @property
    def words(self) -> RowWords:
        return row_words(self.row)


Parts = list[tuple[Part, Notice]]
"""Parts of a message, each with the notice by which its reason is asked."""


async def tell(scene: Scene, notices: Sequence[Notice], lead: Notice) -> Parts:
    """What one person's notices of rows and weeks have to say; nothing of what is no longer true.

    ``lead`` is the notice that leads the whole message: a list of rows is explained by it.
    """
    told = await still_true(scene, [each for each in notices if each.kind != Kind.DIGEST])
    parts: Parts = []
    for kind in KINDS:
        parts.extend(await parts_of(scene, kind, [each for each in told if each.said is kind], lead))
    known = {each.row.task.id for each in told}
    for notice in notices:
        week = await week_part(scene, notice, known) if notice.kind == Kind.DIGEST else None
        parts.extend([(week, notice)] if week is not None else [])
    return parts


async def still_true(scene: Scene, notices: Sequence[Notice]) -> list[Told]:
    """Rows that are open, due when the notice says, and still this person's; each once, by its latest notice."""
    today = await today_of(scene)
    told: dict[tuple[str, int], Told] = {}
    for organisation_id in dict.fromkeys(notice.organisation_id or 0 for notice in notices):
        circle = await circle_of(scene, organisation_id)
        open_rows = await scene.storage.roadmaps.rows(organisation_id, only_open=True)
        rows = {row.task.id: row for row in open_rows}
        for notice in notices:
            row = rows.get(int(notice.subject["task"]))
            if row is not None and is_still_due(notice, row) and notice.person_id in circle.hear(notice, row):
                told[matter(notice, row)] = Told(notice, row, said_today(notice.kind, row.task.due, today))
    return list(told.values())


def matter(notice: Notice, row: Row) -> tuple[str, int]:
    """What is told once: a task, or the date of a row, which is one for all organisations that do it."""
    return ("row", row.milestone.id) if notice.kind == Kind.ASK_DATE else ("task", row.task.id)


def is_still_due(notice: Notice, row: Row) -> bool:
    """Whether the day that the notice's key names (``task:<id>:<day>:…``) is still the row's."""
    named = date.fromisoformat(notice.key.split(":")[2])
    if notice.kind == Kind.ASK_DATE:
        return row.task.due is None
    if notice.kind == Kind.CHECK_IN:
        return row.task.due is not None and named <= row.task.due
    return named == (row.task.starts if notice.kind == Kind.START else row.task.due)


async def parts_of(scene: Scene, kind: Kind, told: Sequence[Told], lead: Notice) -> Parts:
    """The rows of which the same is said, the nearest first: a few each on its own, many as a list."""
    today = await today_of(scene)
    if kind is Kind.ESCALATED:
        return [(part, lead) for part in await escalated_parts(scene, told, today)]
    nearest = sorted(told, key=lambda each: each.row.task.due or date.max)
    if len(nearest) <= MOST_TOLD_SINGLY:
        return [(single_part(scene, each, today), each.notice) for each in nearest]
    text = heap_words(scene.texts, kind, [each.words for each in nearest], today)
    return [(Part(text, (await list_button(scene, kind, nearest),), subject=f"rows:{kind}"), lead)]


def single_part(scene: Scene, told: Told, today: date) -> Part:
    text = reminder_words(scene.texts, told.said, told.words, today)
    return Part(text, (open_button(scene, told.row),), subject=f"task:{told.row.task.id}")


def open_button(scene: Scene, row: Row) -> Button:
    """To the row's card; of a row that another organisation does the district may change what the paper says."""
    name = row_name(row.milestone)
    if is_below(scene, row):
        return button(scene.texts("roadmap-news-open", row=name), EditRow(milestone=row.milestone.id))
    shown = scene.texts("district-row-name", row=name) if row.is_from_district else name
    return button(scene.texts("roadmap-news-open", row=shown), OpenTask(task=row.task.id))


def is_below(scene: Scene, row: Row) -> bool:
    """Whether the row is a district's, told to somebody there."""
    return row.is_from_district and scene.here == row.milestone.organisation_id


async def list_button(scene: Scene, kind: Kind, told: Sequence[Told]) -> Button:
    """To the list in which the rows stand; a participant's own rows are one list."""
    label = scene.texts("roadmap-heap-open", kind=kind, count=len(told))
    if any(is_below(scene, each.row) for each in told) and await scene.may(Action.SEE_DISTRICT):
        return button(scene.texts("district-map"), DistrictMap())
    if not await scene.may(Action.SEE_STATUS):
        return button(label, Go(to="my-rows"))
    return button(label, Rows(state=LISTS.get(kind, "all")))


async def escalated_parts(scene: Scene, told: Sequence[Told], today: date) -> list[Part]:
    """Late rows as the head hears of them, row by row, and as the district does: its rows, by organisation."""
    to_head = [each for each in told if step_of(each.notice) == TO_HEAD]
    above: dict[int, list[str]] = defaultdict(list)
    for each in told:
        if step_of(each.notice) != TO_HEAD:
            above[each.row.task.organisation_id].append(row_name(each.row.milestone))
    parts = []
    if to_head:
        text = escalated_words(scene.texts, [each.words for each in to_head], today)
        one = open_button(scene, to_head[0].row) if len(to_head) == 1 else None
        parts.append(Part(text, (one or await list_button(scene, Kind.ESCALATED, to_head),), subject="to-head"))
    if above:
        names = [((await scene.storage.organisations.get(each)).name, late) for each, late in above.items()]
        way_on = button(scene.texts("district-map"), DistrictMap())
        parts.append(Part(district_words(scene.texts, names), (way_on,), f"above:{scene.here}"))
    return parts
