"""A roadmap of a year that is over: moved to the present one, it waits like one that was sent."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.filters import May
from handlers.roadmap.press import MoveHere
from handlers.roadmap.reading import period_of
from handlers.roadmap.rollover import draw_up, next_period
from handlers.roadmap.waiting import gone, waiting
from handlers.screen import Screen
from handlers.visit import Visit

router = Router(name="roadmap_past")


@router.callback_query(MoveHere.filter(), May(Action.EDIT_ROADMAP))
async def move(query: CallbackQuery, callback_data: MoveHere, visit: Visit) -> Screen:
    past = await waiting(visit, callback_data.roadmap)
    old = period_of(past) if past is not None else None
    new = await next_period(visit, past) if past is not None else None
    if past is None or old is None or new is None:
        return gone(visit)
    return await draw_up(visit, past, old, new)
