"""An organisation's name inside a sentence."""

from handlers.row_words import INNER_QUOTES
from handlers.screen import escape
from storage.models import Organisation


def named(organisation: Organisation) -> str:
    """The name as it stands in quotes: its own are the inner ones."""
    return escape(organisation.name).translate(INNER_QUOTES)
