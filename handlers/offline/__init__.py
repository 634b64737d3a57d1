"""People without a messenger: a consent on paper, questionnaires entered by the curator, blanks to print."""

from aiogram import Router

from handlers.offline import blanks, consent, kinds

router = Router(name="offline")
router.include_routers(kinds.router, consent.router, blanks.router)
