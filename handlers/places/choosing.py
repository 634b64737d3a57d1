"""«Сменить организацию»: her organisations, and going to one of them by tap."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import home
from handlers.callbacks import Go
from handlers.places.press import Enter, Places
from handlers.places.telling import named
from handlers.screen import Screen, button, page_of, page_row, rows
from handlers.visit import Visit

router = Router(name="places")

PLACES_ON_PAGE = 4


@router.callback_query(Places.filter())
async def choose(query: CallbackQuery, callback_data: Places, visit: Visit) -> Screen:
    """Open to who is held in one of them too: the others are not closed by that."""
    visit.stop_asking()
    hers = await visit.storage.places.of(visit.person.id) if visit.someone is not None else []
    shown, number, pages = page_of(hers, callback_data.page, PLACES_ON_PAGE)
    return Screen(
        visit.texts("place-which" if len(hers) > 1 else "place-only"),
        (
            *rows(*(button(named(visit, each), Enter(organisation=each.id)) for each in shown)),
            *page_row(visit.texts, number, pages, lambda page: Places(page=page)),
            *rows(button(visit.texts("home"), Go(to="home"))),
        ),
    )


@router.callback_query(Enter.filter())
async def enter(query: CallbackQuery, callback_data: Enter, visit: Visit) -> Screen:
    visit.stop_asking()
    hers = await visit.storage.places.of(visit.person.id) if visit.someone is not None else []
    if callback_data.organisation in {each.id for each in hers}:
        visit.enter(callback_data.organisation)
    return await home.home(visit)
