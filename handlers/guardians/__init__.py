"""Parents: the consent for a child from the parent's own chat, and the children whom they vouch for."""

from aiogram import Router

from handlers.guardians import children, vouching

router = Router(name="guardians")
router.include_routers(vouching.router, children.router)
