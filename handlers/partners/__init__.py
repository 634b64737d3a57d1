"""Partner organisations and their agreements: a list, a card each, a table, and a word before an agreement ends."""

from aiogram import Router

from handlers.partners import card, entering, file, listing

router = Router(name="partners")
router.include_routers(listing.router, card.router, entering.router, file.router)
