"""The row that is changed: whether it may be, the change with its way back, and the way back to where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.filters.callback_data import CallbackData

from domain.roadmap import Row
from handlers.roadmap.editing.press import EditRow
from handlers.roadmap.entered_days import enter_again, entered_days
from handlers.roadmap.press import OpenTask, Rows, Waiting
from handlers.roadmap.reading import plain_columns, row_of, with_columns
from handlers.roadmap.rewriting import rewrite
from handlers.roadmap.wording import ROWS_ON_PAGE
from handlers.screen import Button
from handlers.undo import decided, reversal
from handlers.visit import Scene, Visit
from storage.models import Decision, Milestone, Roadmap


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that may be changed, in its roadmap; ``task`` is the card that it was opened from, 0 for none."""

    roadmap: Roadmap
    milestone: Milestone
    task: int = 0

    @property
    def about(self) -> dict[str, int]:
        return {"milestone": self.milestone.id, "task": self.task}


async def kept_row(scene: Scene, milestone_id: int, task: int = 0) -> Kept | None:
    """A row of the organisation's own roadmap that is followed or waits; None when it is neither or was taken out."""
    organisation = await scene.organisation()
    milestone = await scene.storage.roadmaps.milestone(organisation.id, milestone_id)
    if milestone is None or milestone.removed_at is not None:
        return None
    roadmap = await changeable(scene, milestone.roadmap_id)
    return Kept(roadmap, milestone, task) if roadmap is not None else None


async def changeable(scene: Scene, roadmap_id: int) -> Roadmap | None:
    """The organisation's roadmap, if it is followed or waits."""
    organisation = await scene.organisation()
    roadmap = await scene.storage.roadmaps.get(organisation.id, roadmap_id)
    return roadmap if roadmap is not None and roadmap.state in ("active", "read") else None


async def asked_row(visit: Visit) -> Kept | None:
    """The row that the chat waits for a text about."""
    about = visit.account.asked_about
    return await kept_row(visit, int(about["milestone"]), int(about["task"]))


def edit(kept: Kept) -> EditRow:
    return EditRow(milestone=kept.milestone.id, task=kept.task)


async def shown_at(scene: Scene, kept: Kept) -> CallbackData:
    """Where the row is shown: its card (the one it was opened from, if that is still there), or the list."""
    if kept.roadmap.state == "read":
        ids = [each.id for each in await scene.storage.roadmaps.milestones(kept.roadmap.id)]
        return Waiting(roadmap=kept.roadmap.id, show="rows", page=ids.index(kept.milestone.id) // ROWS_ON_PAGE)
    organisation = await scene.organisation()
    tasks = await scene.storage.roadmaps.tasks_of(kept.milestone.id)
    own = [each for each in tasks if each.organisation_id == organisation.id]
    first = sorted(own, key=lambda each: (each.id != kept.task, each.done_at is not None))
    return OpenTask(task=first[0].id) if first else Rows(state="all")


async def change(visit: Visit, kept: Kept, row: Row) -> Button | None:
    """Let the kept row say what ``row`` says; the button that takes it back, None where nothing changes."""
    entered = await entered_days(visit, [kept.milestone])
    before = await rewrite(visit, kept.roadmap, kept.milestone, row)
    if not before:
        return None
    return await decided(
        visit,
        "row-edit",
        milestone=kept.milestone.id,
        before=plain_columns(before),
        after=plain_columns({name: getattr(kept.milestone, name) for name in before}),
        entered=entered,
    )


@reversal("row-edit")
async def undo_change(visit: Visit, decision: Decision) -> bool:
    """The row says what it said before, unless it has been changed again."""
    kept = await kept_row(visit, int(decision.before["milestone"]))
    after: Mapping[str, Any] = decision.before["after"]
    if kept is None or plain_columns({name: getattr(kept.milestone, name) for name in after}) != after:
        return False
    await rewrite(
        visit, kept.roadmap, kept.milestone, with_columns(row_of(kept.milestone), decision.before["before"])
    )
    await enter_again(visit, [kept.milestone], decision.before["entered"])
    return True
