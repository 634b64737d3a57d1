"""Which of her organisations a person is in: told where there are several, changed by tap."""

from handlers.places.being import enter, marked
from handlers.places.telling import place_button, where

__all__ = ["enter", "marked", "place_button", "where"]
