"""What the buttons of one's data carry; ``person`` is 0 for oneself, else a child of a guardian."""

from aiogram.filters.callback_data import CallbackData


class DataOf(CallbackData, prefix="mydata"):
    """What there is to see and to do."""

    person: int


class DataPage(CallbackData, prefix="mydpage"):
    """A page of what is stored."""

    person: int
    page: int = 0


class DataFile(CallbackData, prefix="mydfile"):
    """All of it as a document."""

    person: int


class Correct(CallbackData, prefix="mydfix"):
    """Say the ``name`` or the ``post`` anew."""

    what: str
