"""People of the programme as the curator sees them: numbers, lists, cards, tables, a nudge for the silent."""

from aiogram import Router

from handlers.people import card, listing, overview, reminding, tables

router = Router(name="people")
router.include_routers(overview.router, listing.router, card.router, tables.router, reminding.router)
