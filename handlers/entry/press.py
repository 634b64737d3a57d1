"""What the buttons at the door carry."""

from aiogram.filters.callback_data import CallbackData

from domain.people import Role


class Step(CallbackData, prefix="in"):
    """A step of entering: ``about``, ``age``, an age group, ``whole``, ``agree``, ``later``."""

    to: str


class Choose(CallbackData, prefix="role"):
    """The role that a person wants: a key of ``ROLES``, or ``unsure``."""

    role: str


class TakeRole(CallbackData, prefix="takerole"):
    """Take on the role that a personal invitation names."""

    role: Role
