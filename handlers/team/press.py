"""What the buttons of the staff's screens carry."""

from aiogram.filters.callback_data import CallbackData

from domain.people import Role


class GiveRole(CallbackData, prefix="tgive"):
    """Make a code for this role."""

    role: Role


class TakeBack(CallbackData, prefix="tback"):
    """Take back a code that waits."""

    code: int


class Holders(CallbackData, prefix="thold"):
    """A page of those whose role can be taken away."""

    page: int = 0


class TakeRole(CallbackData, prefix="ttake"):
    """Take ``role`` away from ``person``; ``sure`` when that was confirmed."""

    person: int
    role: Role
    sure: bool = False


class Accept(CallbackData, prefix="tjoin"):
    """The answer to a code: ``agree``, read the ``whole`` consent, ``no``."""

    to: str


class HandOver(CallbackData, prefix="thand"):
    """Changing hands: make the ``code``, or, with an accepted one, ``leave`` or ``stay``."""

    to: str
    code: int = 0


class Sign(CallbackData, prefix="sign"):
    """The head has signed this roadmap."""

    roadmap: int


class Journal(CallbackData, prefix="jour"):
    """A page of the journal."""

    page: int = 0


class Colleagues(CallbackData, prefix="tpeo"):
    """A page of the people as the head sees them."""

    page: int = 0


class ThatIsMe(CallbackData, prefix="tme"):
    """The name that the organisation told of its head is one's own."""
