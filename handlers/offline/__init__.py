"""People without a messenger: a consent on paper, questionnaires that the curator enters, blanks, and the way in."""

from aiogram import Router

from handlers.offline import arriving, blanks, consent, filling, inviting, kinds, typed

router = Router(name="offline")
router.include_routers(
    kinds.router,
    consent.router,
    filling.router,
    blanks.router,
    typed.router,
    inviting.router,
    arriving.router,
)
