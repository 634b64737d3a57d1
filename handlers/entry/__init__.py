"""The first minute: a link or a code opens the door, then age, consent and the choice of a role.

Until the consent nothing is kept but the account's number, its invitation and the age group (152-ФЗ, art. 9).
"""

from aiogram import Router

from handlers.entry import age, door, role, steps

router = Router(name="entry")
router.include_routers(door.router, steps.router, age.router, role.router)
