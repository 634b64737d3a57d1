"""«Напомнить тем, кто не сделал»: one notice to each curator of those organisations, never two on one day."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Action, Role
from domain.progress import State
from handlers.district.press import NudgeRow
from handlers.district.rows import district_map, row_screen
from handlers.district.standing import standing
from handlers.filters import May
from handlers.screen import Screen
from handlers.visit import Visit
from storage.models import Organisation

router = Router(name="district_nudging")


@router.callback_query(NudgeRow.filter(), May(Action.SEE_DISTRICT))
async def remind(query: CallbackQuery, callback_data: NudgeRow, visit: Visit) -> Screen:
    """Each reminder goes when its curator may be written to, and says nothing when it is no longer needed."""
    now = await standing(visit)
    if callback_data.row not in {row.id for row in now.rows}:
        return await district_map(visit, remark=visit.texts("stale-button"))
    undone = [each for each, cell in now.of_row(callback_data.row) if cell.state is not State.DONE]
    reminded = [each for each in undone if await nudge(visit, each, callback_data.row)]
    key = "district-nudged" if reminded else "district-nudged-today"
    return await row_screen(visit, callback_data.row, remark=visit.texts(key, count=len(reminded)))


async def nudge(visit: Visit, organisation: Organisation, milestone_id: int) -> bool:
    """Write to the organisation's curators; false when they were today already, or when there is nobody."""
    task = await visit.storage.districts.open_task(organisation.id, milestone_id)
    if task is None:
        return False
    today = visit.now.astimezone(await visit.zone()).date()
    written = [
        await visit.storage.notices.add(
            curator.id,
            News.DISTRICT_NUDGE,
            f"task:{task.id}:{today}:district:person:{curator.id}",
            visit.now,
            visit.now,
            organisation_id=organisation.id,
            subject={"task": task.id},
        )
        for curator in await visit.storage.people.members(organisation.id, Role.CURATOR)
    ]
    return any(written)
