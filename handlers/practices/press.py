"""What the buttons of practices carry."""

from aiogram.filters.callback_data import CallbackData

from domain.practices import State


class Share(CallbackData, prefix="ks"):
    """Tell a practice, or go on telling it."""


class Queue(CallbackData, prefix="kq"):
    """A page of the practices that wait."""

    page: int = 0


class Look(CallbackData, prefix="kl"):
    """One practice as its editor sees it."""

    practice: int


class Decide(CallbackData, prefix="kd"):
    """Accept it, or say in a word why it goes back or is declined."""

    practice: int
    state: State


class Attached(CallbackData, prefix="kf"):
    """The photo or file of a practice."""

    practice: int


class PracticeSheet(CallbackData, prefix="kx"):
    """All practices as a table."""
