"""«Отменить» under a decision: what was taken back, and home as it is now."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import home
from handlers.callbacks import Undo
from handlers.filters import Known
from handlers.screen import Screen, lines
from handlers.undo import take_back
from handlers.visit import Visit

router = Router(name="undo")


@router.callback_query(Undo.filter(), Known())
async def undo(query: CallbackQuery, callback_data: Undo, visit: Visit) -> Screen:
    decision = await visit.storage.conversation.decision(visit.person.id, callback_data.decision)
    taken_back = decision is not None and await take_back(visit, decision)
    said = visit.texts("undone", what=decision.kind) if decision and taken_back else visit.texts("undo-late")
    fresh = await home.home(visit)
    return Screen(lines(said, fresh.text), fresh.rows)
