"""The conversation's parts, in the order in which they are asked."""

from aiogram import Router

from handlers.team import board, giving, handing, joining, journal, naming, people, signing, taking

router = Router(name="team")
router.include_routers(
    board.router,
    giving.router,
    joining.router,
    naming.router,
    taking.router,
    handing.router,
    people.router,
    signing.router,
    journal.router,
)
"""All need a role of the staff but ``joining``, where a code gives it."""
