"""Who may see a row and close it: the curator, and the people whom its responsible names are tied to."""

from domain.people import Action
from handlers.callbacks import Go
from handlers.screen import Screen, button, rows
from handlers.visit import Scene, Visit
from storage.roadmaps import Row


async def row_for(visit: Visit, task_id: int) -> Row | None:
    """A row that is followed now and that this person may see; she is in its organisation from now on.

    A reminder's button may come from another organisation of hers than the one she is in.
    """
    here = visit.person.organisation_id
    memberships = await visit.storage.people.memberships(visit.person.id)
    for organisation_id in dict.fromkeys([here, *(each.organisation_id for each in memberships)]):
        row = await visit.storage.roadmaps.row(organisation_id, task_id) if organisation_id is not None else None
        if row is not None:
            return row if await may_see(visit, row) else None
    return None


async def may_see(visit: Visit, row: Row) -> bool:
    if (await visit.storage.roadmaps.of(row)).state != "active":
        return False
    if visit.person.organisation_id != row.task.organisation_id:
        visit.person.organisation_id = row.task.organisation_id
        visit.forget_roles()
    return await visit.may(Action.SEE_STATUS) or await is_responsible(visit, row)


async def is_responsible(scene: Scene, row: Row) -> bool:
    tied = await scene.storage.responsible.tied(row.task.organisation_id)
    return any(scene.person.id in tied.get(name, ()) for name in row.milestone.responsible)


async def may_close(scene: Scene, row: Row) -> bool:
    """A curator closes any row, a participant those that she is responsible for."""
    if await scene.may(Action.EDIT_ROADMAP):
        return True
    return await scene.may(Action.CLOSE_TASK) and await is_responsible(scene, row)


def no_such_row(visit: Visit) -> Screen:
    """The row of a button is not followed any more, or is somebody else's."""
    return Screen(visit.texts("roadmap-no-row"), rows(button(visit.texts("home"), Go(to="home"))))
