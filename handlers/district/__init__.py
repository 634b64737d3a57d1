"""A district: its organisations, the rows of its roadmap that each of them does, and how they stand."""

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
