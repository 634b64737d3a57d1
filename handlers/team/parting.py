"""The last word to somebody who has just given up a role of her own."""

from handlers import home
from handlers.callbacks import Go
from handlers.places.telling import place_button
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit


async def farewell(visit: Visit, said: str) -> Screen:
    """Home for whoever has another role here; nobody else is asked at once to become something new."""
    visit.forget_roles()
    if await visit.roles():
        fresh = await home.home(visit)
        return Screen(lines(said, fresh.text), fresh.rows)
    return Screen(
        said,
        rows(
            await place_button(visit),
            button(visit.texts("my-data"), Go(to="my-data")),
            button(visit.texts("home"), Go(to="home")),
        ),
    )
