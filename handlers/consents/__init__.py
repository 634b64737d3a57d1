"""Consents behind the door: a person's own and her children's, withdrawal, and how the curator sees to them."""

from aiogram import Router

from handlers.consents import claims, curator, later, mine, paper, reminding, withdrawing, written

router = Router(name="consents")
router.include_routers(
    mine.router,
    later.router,
    withdrawing.router,
    reminding.router,
    curator.router,
    paper.router,
    written.router,
    claims.router,
)
