"""What a conversation does when a form of its own has been sent."""

from collections.abc import Awaitable, Callable

from handlers.screen import Screen
from handlers.visit import Visit
from storage.models import Submission

Afterwards = Callable[[Visit, Submission], Awaitable[Screen]]

AFTER: dict[str, Afterwards] = {}
"""Key of a form → what follows its sending; each conversation enters its own forms."""


def after_sending(form: str) -> Callable[[Afterwards], Afterwards]:
    """Enter a function as what follows the sending of this form."""

    def enter(function: Afterwards) -> Afterwards:
        AFTER[form] = function
        return function

    return enter
