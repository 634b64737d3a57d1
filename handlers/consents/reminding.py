"""«Напомнить»: one tap asks everybody whose consents are not complete, never twice on one day."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.consents.curator import ask_for, overview, without_consent
from handlers.consents.press import RemindConsents
from handlers.filters import May
from handlers.screen import Screen
from handlers.visit import Visit

router = Router(name="consents_reminding")


@router.callback_query(RemindConsents.filter(), May(Action.SEE_PEOPLE))
async def remind(query: CallbackQuery, visit: Visit) -> Screen:
    lacking, _ = await without_consent(visit)
    asked = sum([await ask_for(visit, person.id) for person in lacking])
    if asked:
        return await overview(visit, first=visit.texts("consents-reminded", count=asked))
    return await overview(visit, first=visit.texts("consents-reminded-today") if lacking else None)
