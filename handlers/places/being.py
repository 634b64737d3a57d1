"""Being in one organisation at a time: a press and a typed answer count where they were asked for."""

from dataclasses import replace

from handlers.row_words import INNER_QUOTES
from handlers.screen import MAX_TEXT, Screen, all_placed, escape, lines
from handlers.visit import Visit
from locales import Texts
from storage.models import Organisation


async def enter(visit: Visit, place: int | None) -> bool:
    """Take the person to the organisation that she answers in, if it is hers; whether she has several."""
    if visit.someone is None:
        return False
    hers = [each.id for each in await visit.storage.places.of(visit.person.id)]
    if place in hers:
        visit.enter(place)
    return len(hers) > 1


async def marked(visit: Visit, screen: Screen) -> Screen:
    """The screen with its organisation's name, and buttons that stay true when she goes to another meanwhile."""
    if visit.someone is None or visit.here is None:
        return screen
    return all_placed(signed(screen, await visit.organisation(), visit.texts), visit.here)


def signed(screen: Screen, organisation: Organisation, texts: Texts) -> Screen:
    """The organisation's name at the end of whatever does not name it, as far as there is room."""
    name = escape(organisation.name)
    text = lines(screen.text, texts("place-here", name=name))
    is_named = not name or name in screen.text or name.translate(INNER_QUOTES) in screen.text
    fits = len(text.encode("utf-16-le")) // 2 <= MAX_TEXT
    return replace(screen, text=text) if fits and not is_named else screen
