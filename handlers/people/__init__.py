"""People of the programme as the curator sees them: numbers, lists, cards, tables, a nudge for the silent."""

from aiogram import Router

from handlers.people import (
    card,
    eligibility,
    filters,
    listing,
    overview,
    own_records,
    register,
    reminding,
    same,
    tables,
    together,
)

router = Router(name="people")
router.include_routers(
    overview.router,
    listing.router,
    filters.router,
    card.router,
    eligibility.router,
    tables.router,
    register.router,
    reminding.router,
    same.router,
    together.router,
    own_records.router,
)
