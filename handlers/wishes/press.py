"""What the buttons of wishes carry."""

from aiogram.filters.callback_data import CallbackData

from domain.people import Role


class Choosing(CallbackData, prefix="wc"):
    """A page of the other side, to wish for (or with ``veto`` to ask not to be put with)."""

    role: Role
    veto: bool = False
    page: int = 0


class Pick(CallbackData, prefix="wp"):
    """Take a person up, or let her go; the same press twice changes nothing."""

    role: Role
    person: int
    take: bool
    veto: bool = False
    page: int = 0


class Nobody(CallbackData, prefix="wn"):
    """«Пока никого»."""

    role: Role


class Done(CallbackData, prefix="wd"):
    """«Готово»."""

    role: Role


class Ask(CallbackData, prefix="wa"):
    """The curator sends the question to everybody who has not answered."""


class Told(CallbackData, prefix="wt"):
    """A page of the curator's list."""

    page: int = 0
