"""The conversation's parts, in the order in which they are asked."""

from aiogram import Router

from handlers.agreements import filling, leaving

router = Router(name="agreements")
router.include_routers(filling.router, leaving.router)
