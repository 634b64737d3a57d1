"""The conversation's parts, in the order in which they are asked."""

from aiogram import Router

from handlers.guardians import children, vouching

router = Router(name="guardians")
router.include_routers(vouching.router, children.router)
