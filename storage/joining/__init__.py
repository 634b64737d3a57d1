"""Two records of one person become one: every row of the one belongs to the other, and nothing is lost."""

from storage.joining.records import Joining

__all__ = ["Joining"]
