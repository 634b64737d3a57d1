"""«Связать всё предложенное»: every open name of which it is clear who is meant, in one tap."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.filters import May
from handlers.roadmap.responsible.known import circle_of
from handlers.roadmap.responsible.paper_names import names_screen
from handlers.roadmap.responsible.press import TieProposed
from handlers.roadmap.responsible.tying import names_in_use, tie
from handlers.screen import Screen
from handlers.visit import Visit

router = Router(name="roadmap_proposing")


@router.callback_query(TieProposed.filter(), May(Action.EDIT_ROADMAP))
async def tie_proposed(query: CallbackQuery, visit: Visit) -> Screen:
    names = await names_in_use(visit)
    behind = await visit.storage.responsible.behind(names)
    circle = await circle_of(visit)
    sure = {each.id: circle.sure(each.name) for each in names if not behind[each.id]}
    wanted = {each: who for each, who in sure.items() if who is not None}
    if not wanted:
        return await names_screen(visit, remark=visit.texts("who-nothing-proposed"))
    undo = await tie(visit, wanted)
    return await names_screen(visit, 0, visit.texts("who-tied-proposed", count=len(wanted)), undo)
