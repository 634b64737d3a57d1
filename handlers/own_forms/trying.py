"""«Попробовать»: the form as its people will see it; nothing of it is kept."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers import questionnaire
from handlers.filters import May
from handlers.own_forms.card import gone, offered
from handlers.own_forms.press import TryOut
from handlers.screen import Screen
from handlers.visit import Visit

router = Router(name="own_forms_trying")


@router.callback_query(TryOut.filter(), May(Action.OPEN_SURVEY))
async def try_out(query: CallbackQuery, callback_data: TryOut, visit: Visit) -> Screen:
    kept = await offered(visit, callback_data.key)
    return await questionnaire.begin_trial(visit, kept) if kept is not None else await gone(visit)
