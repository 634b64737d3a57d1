"""Mentors who are employees (Labour Code, art. 351.8): the agreement in writing, and laying the duties down."""

from aiogram import Router

from handlers.agreements import filling, leaving

router = Router(name="agreements")
router.include_routers(filling.router, leaving.router)
