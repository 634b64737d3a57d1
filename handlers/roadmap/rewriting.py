"""A kept row changes: its columns, its history, and the tasks that follow from it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from domain.roadmap import Due, Row
from domain.roadmap.replanning import Replanned, Standing, planned_again, replanned
from handlers.district import spreading
from handlers.roadmap.due_news import tell_moved
from handlers.roadmap.reading import due_of, milestone_columns
from handlers.roadmap.wording import due_words, today_of
from handlers.visit import Visit
from locales import Texts
from storage.models import Milestone, Roadmap, Task
from storage.responsible import Behind
from storage.roadmap_changes import REMOVED, RESTORED

DUE = "due"
"""How the history calls the columns below, which change together."""

DUE_COLUMNS = ("phrase", "kind", "starts", "ends", "rule", "basis")
UNTOLD = ("joined", "steps", *DUE_COLUMNS)
"""Columns that the history does not tell of one by one."""


async def rewrite(visit: Visit, roadmap: Roadmap, milestone: Milestone, row: Row) -> dict[str, Any]:
    """Let the kept row say what ``row`` says; the columns that it changed, as they were before."""
    before = await reword(visit, milestone, row)
    await take_up(visit, roadmap, {milestone: before})
    return before


async def reword(visit: Visit, milestone: Milestone, row: Row) -> dict[str, Any]:
    """Change the row's columns and note it in the history; the columns that were changed, as they were before."""
    columns = milestone_columns(row)
    before = {name: getattr(milestone, name) for name, value in columns.items() if getattr(milestone, name) != value}
    due_before = due_of(milestone)
    for name in before:
        setattr(milestone, name, columns[name])
    for name in before.keys() - set(UNTOLD):
        await note(visit, milestone, name, before[name], columns[name])
    if before.keys() & set(DUE_COLUMNS):
        today = await today_of(visit)
        await note(visit, milestone, DUE, *(told(visit.texts, due, today) for due in (due_before, row.due)))
    return before


async def take_up(visit: Visit, roadmap: Roadmap, changed: Mapping[Milestone, Mapping[str, Any]]) -> None:
    """Let tasks and people of a followed roadmap follow rows that were reworded, with what was before in each."""
    if roadmap.state != "active":
        return
    moved = [each for each, before in changed.items() if before.keys() & set(DUE_COLUMNS)]
    await follow(visit, roadmap, moved)
    for each in moved:
        await tell_moved(visit, each, str(changed[each].get("phrase", each.phrase)))
    names = {name: Behind() for each, before in changed.items() if before for name in each.responsible}
    if names:
        await visit.storage.responsible.add(roadmap, names)


def told(texts: Texts, due: Due, today: date) -> str:
    """A due as the history keeps it: the phrase verbatim and what was understood by it."""
    words = due_words(texts, due, today)
    return texts("row-due-told", phrase=due.phrase, due=words) if due.phrase else words


async def note(visit: Visit, milestone: Milestone, field: str, before: Any, after: Any) -> None:
    was, now_is = (", ".join(value) if isinstance(value, list) else str(value) for value in (before, after))
    await visit.storage.changes.record(milestone, field, was, now_is, visit.person.id, visit.now)


async def take_out(visit: Visit, milestone: Milestone) -> None:
    """The row is followed no longer; what was done for it stays with it."""
    milestone.removed_at = visit.now
    await visit.storage.changes.record(milestone, REMOVED, "", "", visit.person.id, visit.now)


async def put_back(visit: Visit, milestone: Milestone) -> None:
    milestone.removed_at = None
    await visit.storage.changes.record(milestone, RESTORED, "", "", visit.person.id, visit.now)


async def bring_back(visit: Visit, roadmap: Roadmap, milestone: Milestone) -> None:
    """Put the row back; one that was taken out before the year began gets its tasks and people only now."""
    await put_back(visit, milestone)
    if roadmap.state == "active" and not await visit.storage.roadmaps.tasks_of(milestone.id):
        await follow(visit, roadmap, [milestone])
        await visit.storage.responsible.add(roadmap, dict.fromkeys(milestone.responsible, Behind()))


async def follow(visit: Visit, roadmap: Roadmap, milestones: Collection[Milestone]) -> None:
    """Bring the tasks of rows that are followed, in every organisation, in line with their dues."""
    if not milestones:
        return
    own = {each.id for each in await spreading.own_rows(visit.storage, roadmap)}
    for milestone in milestones:
        await follow_one(visit, roadmap, milestone, own=milestone.id in own)
    await spreading.spread(visit.storage, roadmap, visit.now)


async def follow_one(visit: Visit, roadmap: Roadmap, milestone: Milestone, *, own: bool) -> None:
    """``own``: the roadmap's organisation does the row itself."""
    tasks: dict[int, list[Task]] = defaultdict(list)
    for task in await visit.storage.roadmaps.tasks_of(milestone.id):
        tasks[task.organisation_id].append(task)
    if own:
        tasks.setdefault(roadmap.organisation_id, [])
    proved = await visit.storage.evidence.proved(milestone.id)
    due, today, zone = due_of(milestone), await today_of(visit), await visit.zone()
    for organisation_id, there in tasks.items():
        standing = [Standing(each.id, each.occurrence, each.done_at is not None, each.id in proved) for each in there]
        since = min((each.created_at.astimezone(zone).date() for each in there), default=today)
        plan = planned_again(due, standing, since, today)
        await refit(visit, milestone, organisation_id, there, replanned(standing, plan))


async def refit(
    visit: Visit, milestone: Milestone, organisation_id: int, tasks: Sequence[Task], to: Replanned
) -> None:
    """Move, make and drop the tasks of one organisation."""
    by_id: Mapping[int, Task] = {task.id: task for task in tasks}
    heir = next((by_id[each] for each in to.moved), next((each for each in tasks if each.id not in to.dropped), None))
    for each in to.dropped:
        if heir is not None:
            await visit.storage.roadmaps.drop_task(by_id[each], heir)
    for each, days in to.moved.items():
        task = by_id[each]
        task.starts, task.due, task.occurrence = days.starts, days.due, days.occurrence
    for days in to.new:
        await visit.storage.roadmaps.add_task(
            milestone, organisation_id, days.starts, days.due, visit.now, days.occurrence
        )
