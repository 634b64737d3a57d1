"""What a button carries; each class has its handler, and at most 64 bytes."""

from aiogram.filters.callback_data import CallbackData


class Go(CallbackData, prefix="go"):
    """To a screen that needs nothing else to be shown."""

    to: str


class Undo(CallbackData, prefix="undo"):
    """Take a decision back."""

    decision: int


class Why(CallbackData, prefix="why"):
    """«Почему мне это пришло?» of a notice."""

    notice: int
