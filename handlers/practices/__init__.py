"""Practices for the collection of best practices: a participant tells one, an editor answers, accepted ones count."""

from aiogram import Router

from handlers.practices import deciding, looking, own, table

router = Router(name="practices")
router.include_routers(own.router, looking.router, deciding.router, table.router)
