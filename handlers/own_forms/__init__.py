"""An organisation's own forms: the template, the filled-in file, a look before sending, and sending it out."""

from aiogram import Router

from handlers.own_forms import card, menu, sending, trying, upload

router = Router(name="own_forms")
router.include_routers(menu.router, upload.router, card.router, trying.router, sending.router)
