"""Days that people have entered because the paper gives none: they come back when a change is taken back."""

from collections.abc import Iterable, Mapping
from datetime import date

from domain.roadmap.planning import needs_date
from handlers.roadmap.reading import due_of
from handlers.visit import Scene
from storage.models import Milestone


async def entered_days(scene: Scene, milestones: Iterable[Milestone]) -> dict[str, str]:
    """The entered days of the rows' open tasks, task → day, as plain data."""
    tasks = [
        task
        for each in milestones
        if needs_date(due_of(each))
        for task in await scene.storage.roadmaps.tasks_of(each.id)
    ]
    return {str(task.id): task.due.isoformat() for task in tasks if task.due is not None and task.done_at is None}


async def enter_again(scene: Scene, milestones: Iterable[Milestone], entered: Mapping[str, str]) -> None:
    """Give the rows' open tasks the days that ``entered_days`` told of."""
    for milestone in milestones:
        for task in await scene.storage.roadmaps.tasks_of(milestone.id):
            if str(task.id) in entered and task.done_at is None:
                task.due = date.fromisoformat(entered[str(task.id)])
