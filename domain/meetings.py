"""What is true about meetings of a pair."""

from datetime import timedelta

LENGTH = timedelta(hours=1)
"""How long a meeting is taken to last, for clashes and for the question how it went."""
