"""The conversation's parts, in the order in which they are asked."""

from aiogram import Router

from handlers.district import board, door, home, joining, nudging, organisations, rows, table

router = Router(name="district")
router.include_routers(
    home.router,
    rows.router,
    organisations.router,
    board.router,
    nudging.router,
    table.router,
    door.router,
    joining.router,
)
