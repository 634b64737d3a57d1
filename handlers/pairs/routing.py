"""The conversation's parts, in the order in which they are asked."""

from aiogram import Router

from handlers.pairs import answering, board, choosing, in_person, own, proposing

router = Router(name="pairs")
router.include_routers(
    board.router, choosing.router, proposing.router, own.router, answering.router, in_person.router
)
