"""What the buttons of a questionnaire carry."""

from aiogram.filters.callback_data import CallbackData


class Open(CallbackData, prefix="fo"):
    """Go on with a form, or begin it after its introduction."""

    submission: int


class Choose(CallbackData, prefix="fa"):
    """An answer by a button: an option, a number, «yes» or «no»."""

    submission: int
    question: str
    key: str


class Page(CallbackData, prefix="fp"):
    """Another page of options."""

    submission: int
    question: str
    page: int


class Control(CallbackData, prefix="fc"):
    """``back``, ``skip``, ``done``, ``keep`` (what is answered) or ``erase`` under a question."""

    submission: int
    question: str
    what: str


class Review(CallbackData, prefix="fr"):
    """Look through the answers, a page at a time."""

    submission: int
    page: int = 0


class Edit(CallbackData, prefix="fe"):
    """Choose the answer to change: a page of them, or one by its question."""

    submission: int
    question: str = ""
    page: int = 0


class Send(CallbackData, prefix="fs"):
    """Send the form."""

    submission: int


class OwnCard(CallbackData, prefix="ownc"):
    """The card of the organisation's own form; a look at it ends there."""

    key: str


class FillFor(CallbackData, prefix="offfill"):
    """Choose what to enter for somebody without a messenger, from a page of forms."""

    person: int
    page: int = 0
