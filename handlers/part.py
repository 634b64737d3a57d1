"""One notice's share of a message."""

from dataclasses import dataclass

from handlers.screen import Button


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph and the buttons that lead on from it; of several parts on one ``subject`` the last is told."""

    text: str
    buttons: tuple[Button, ...] = ()
    subject: str = ""
