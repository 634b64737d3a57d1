"""The conversation's parts, in the order in which they are asked."""

from aiogram import Router

from handlers.offline import arriving, blanks, consent, filling, inviting, kinds, typed

router = Router(name="offline")
router.include_routers(
    typed.router,
    kinds.router,
    consent.router,
    filling.router,
    blanks.router,
    inviting.router,
    arriving.router,
)
