"""Before a paper is drawn: whether the roadmap still has doubts, and what to do about them."""

from aiogram.filters.callback_data import CallbackData

from handlers.roadmap.reading import waiting_doubts
from handlers.roadmap.review import doubts_button
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.models import Roadmap


def first_settle(visit: Visit, roadmap: Roadmap, draw: CallbackData, back: CallbackData) -> Screen | None:
    """Offer to settle the open doubts or to ``draw`` all the same; None where there are none."""
    count = waiting_doubts(roadmap)
    if not count:
        return None
    return Screen(
        visit.texts("open-doubts", count=count),
        rows(
            doubts_button(visit, roadmap, "open-doubts-settle"),
            button(visit.texts("open-doubts-draw"), draw),
            button(visit.texts("back"), back),
        ),
    )
