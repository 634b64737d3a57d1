"""What the buttons of «Кто отвечает?» carry."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData


class WhoIs(CallbackData, prefix="rwi"):
    """Choose who stands behind one name: a page of people, or the roles."""

    responsible: int
    page: int = 0
    roles: bool = False


class Leaders(CallbackData, prefix="rwp"):
    """The people of the organisation with how many names each stands behind."""

    page: int = 0


class Leads(CallbackData, prefix="rwl"):
    """The names that one person stands behind, a page of all names."""

    person: int
    page: int = 0


class Tick(CallbackData, prefix="rtie"):
    """A person or a role stands behind the name from now on, or no longer; ``seen`` is the side it is shown from."""

    responsible: int
    person: int = 0
    role: str = ""
    on: bool
    seen: Literal["name", "person"] = "name"
    page: int = 0


class TieProposed(CallbackData, prefix="rtp"):
    """«Связать всё предложенное»."""
