"""What the buttons of own forms carry; the card's own class is ``questionnaire.press.OwnCard``."""

from aiogram.filters.callback_data import CallbackData


class OwnForms(CallbackData, prefix="owns"):
    """A page of the organisation's own forms."""

    page: int = 0


class SendFile(CallbackData, prefix="ownf"):
    """Ask for a filled-in file: of a new form, or the corrected one of ``key``."""

    key: str = ""


class TryOut(CallbackData, prefix="owntry"):
    """Fill the form in as a participant would, with nothing kept."""

    key: str


class ChooseAudience(CallbackData, prefix="ownto"):
    """Whom is the form for?"""

    key: str


class ChooseDeadline(CallbackData, prefix="ownby"):
    """Until when? ``to`` is a role, or ``all``."""

    key: str
    to: str


class Confirm(CallbackData, prefix="ownok"):
    """Show what would be sent: to whom, until which ``day`` (ISO), and the words that people get."""

    key: str
    to: str
    day: str


class SendOut(CallbackData, prefix="ownsend"):
    """Send the form as a survey that is open until the end of ``day`` (ISO)."""

    key: str
    to: str
    day: str


class PutAway(CallbackData, prefix="owndrop"):
    """Offer the form no longer."""

    key: str
