"""What the buttons of guardians carry."""

from aiogram.filters.callback_data import CallbackData


class Vouch(CallbackData, prefix="vouch"):
    """A step of vouching for a child: ``own`` consent, ``whole`` text, ``agree`` for the child, ``no``."""

    to: str
