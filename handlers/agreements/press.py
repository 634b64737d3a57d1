"""What the buttons of agreements carry."""

from aiogram.filters.callback_data import CallbackData


class OpenAgreement(CallbackData, prefix="agree"):
    """A mentor's agreement: the next question, or the papers; ``anew`` asks everything again."""

    person: int
    anew: bool = False


class ProposedTerm(CallbackData, prefix="agterm"):
    """Take the term that is proposed: to the end of the year."""

    person: int


class LayDown(CallbackData, prefix="laydown"):
    """Lay a mentor's duties down; the day is told until it is ``sure``."""

    sure: bool = False
