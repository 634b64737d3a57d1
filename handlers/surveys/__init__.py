"""Surveys: the curator sends one to the pairs and reads the result; the people of the pairs answer."""

from aiogram import Router

from handlers.surveys import answering, board, closing, diagnostics, result, sending

router = Router(name="surveys")
router.include_routers(
    board.router, sending.router, diagnostics.router, result.router, closing.router, answering.router
)
