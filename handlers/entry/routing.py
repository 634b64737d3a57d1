"""The conversation's parts, in the order in which they are asked."""

from aiogram import Router

from handlers.entry import age, door, offered, role, steps

router = Router(name="entry")
router.include_routers(door.router, steps.router, age.router, role.router, offered.router)
