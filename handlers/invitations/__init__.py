"""Inviting: whom, with which link, as a picture or as a poster to print; and a new link in place of an old one."""

from aiogram import Router

from handlers.invitations import choosing, link, poster

router = Router(name="invitations")
router.include_routers(choosing.router, link.router, poster.router)
"""All of them are the curator's; who comes by a link is in ``handlers.entry``."""
