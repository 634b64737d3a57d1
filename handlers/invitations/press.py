"""What the buttons of invitations carry."""

from aiogram.filters.callback_data import CallbackData

from domain.people import Category


class Invite(CallbackData, prefix="inv"):
    """The link and picture for a category."""

    category: Category


class Poster(CallbackData, prefix="poster"):
    """The same as a poster to print."""

    category: Category


class Renew(CallbackData, prefix="renew"):
    """Close the link ``invitation`` and make a new one; ``sure`` when that was confirmed."""

    invitation: int
    sure: bool = False
