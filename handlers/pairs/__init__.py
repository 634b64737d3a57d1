"""Pairs: the curator brings people together, they answer, and each has the pair at hand."""

from aiogram import Router

from handlers.pairs import answering, board, choosing, in_person, own, proposing
from handlers.pairs.own import OwnPair, own_pairs

__all__ = ["OwnPair", "own_pairs", "router"]

router = Router(name="pairs")
router.include_routers(
    board.router, choosing.router, proposing.router, own.router, answering.router, in_person.router
)
