"""One notice's share of a message."""

from dataclasses import dataclass

from handlers.screen import Button


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph and the buttons that lead on from it; of several parts on one ``subject`` the last is told.

    ``place`` is the heading under which it is told to somebody who is at home in several organisations.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    subject: str = ""
    place: str = ""
