"""The doubts that wait: the way to them, and the question about them before a paper is drawn."""

from aiogram.filters.callback_data import CallbackData

from handlers.roadmap.press import Doubt, DoubtKinds
from handlers.roadmap.reading import waiting_doubts
from handlers.screen import Button, Screen, button, rows
from handlers.visit import Scene, Visit
from storage.models import Roadmap

MANY_DOUBTS = 40
"""More of them are first shown by their kinds."""


def doubts_button(scene: Scene, roadmap: Roadmap, key: str = "doubts-show") -> Button | None:
    """The way to the doubts that wait; to their kinds where they are many."""
    waiting = waiting_doubts(roadmap)
    if not waiting:
        return None
    target = DoubtKinds(roadmap=roadmap.id) if waiting > MANY_DOUBTS else Doubt(roadmap=roadmap.id)
    return button(scene.texts(key, count=waiting), target)


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
