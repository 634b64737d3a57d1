"""Wishes after the networking meeting: each side names up to three of the other, and nobody who is named is told."""

from aiogram import Router

from handlers.wishes import board, choosing

router = Router(name="wishes")
router.include_routers(choosing.router, board.router)
