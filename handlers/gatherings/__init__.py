"""Gatherings: the curator makes one, people say «Я здесь» and answer the quick poll, the curator has the result."""

from aiogram import Router

from handlers.gatherings import attaching, board, card, door, inviting, making, papers, presence, result, unnamed

router = Router(name="gatherings")
router.include_routers(
    board.router,
    making.router,
    card.router,
    papers.router,
    result.router,
    inviting.router,
    attaching.router,
    presence.router,
    unnamed.router,
)

links = door.router
"""Opens gatherings' links; asked before the door of invitations, which takes every other link."""
