"""«Напомнить тем, кто не сделал»: one notice to each curator of those organisations, never two on one day."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.progress import State
from handlers.district.nudges import nudge
from handlers.district.press import NudgeRow
from handlers.district.rows import district_map, row_screen
from handlers.district.standing import standing
from handlers.filters import May
from handlers.screen import Screen
from handlers.visit import Visit

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
