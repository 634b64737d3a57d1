"""«Ещё»: where and when to be written to, a word to the curator, one's own data, leaving, the keeping of data."""

from aiogram import Router

from handlers.more import keeping, leaving, letter, menu, messenger, quiet

router = Router(name="more")
router.include_routers(menu.router, letter.router, quiet.router, messenger.router, leaving.router, keeping.router)
