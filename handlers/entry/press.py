"""What the buttons at the door carry."""

from aiogram.filters.callback_data import CallbackData


class Step(CallbackData, prefix="in"):
    """A step of entering: ``about``, ``age``, an age group, ``whole``, ``agree``, ``later``."""

    to: str


class Choose(CallbackData, prefix="role"):
    """The role that a person wants: a key of ``ROLES``, or ``unsure``."""

    role: str
