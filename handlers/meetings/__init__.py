"""Meetings of a pair: choosing the time, moving, cancelling, and one tap on how it went."""

from aiogram import Router

from handlers.meetings import choosing, outcome, setting

router = Router(name="meetings")
router.include_routers(choosing.router, setting.router, outcome.router)
