"""The consent that only the person herself can add, where a guardian's is there already or is waited for."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents import Age
from handlers import home
from handlers.held import OwnConsent, held
from handlers.screen import Screen
from handlers.visit import Visit

router = Router(name="own_consent")


@router.callback_query(OwnConsent.filter())
async def give(query: CallbackQuery, visit: Visit) -> Screen:
    """Keep it and go on; a child's own one has no weight and is not taken."""
    if visit.someone is None or visit.someone.organisation_id is None:
        return await held(visit)
    if visit.someone.age != Age.CHILD:
        await visit.accept_consent(visit.someone.organisation_id)
    return await home.home(visit)
