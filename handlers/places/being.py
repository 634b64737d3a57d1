"""Being in one organisation at a time: a press and a typed answer count where they were asked for."""

from handlers.screen import Screen, all_placed
from handlers.visit import Visit


async def enter(visit: Visit, place: int | None) -> bool:
    """Take the person to the organisation that she answers in, if it is hers; whether she has several."""
    if visit.someone is None:
        return False
    hers = [each.id for each in await visit.storage.places.of(visit.person.id)]
    if place in hers:
        visit.enter(place)
    return len(hers) > 1


def marked(visit: Visit, screen: Screen) -> Screen:
    """The screen whose buttons stay true when the person goes to another organisation meanwhile."""
    return all_placed(screen, visit.here) if visit.someone is not None and visit.here is not None else screen
