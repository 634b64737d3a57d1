"""What the buttons of importing people carry."""

from aiogram.filters.callback_data import CallbackData


class InviteAll(CallbackData, prefix="impyes"):
    """Invite everybody of the list that was looked through; ``mark`` tells which one, see ``mark_of``."""

    mark: str


class Waiting(CallbackData, prefix="impwait"):
    """A page of those who were invited by name and have not come yet."""

    page: int = 0


class InvitedPapers(CallbackData, prefix="imppap"):
    """The list and the slips of everybody who has not come yet, once more."""
