"""What a person writes about a row or for a request: whether it can be kept."""

from domain.roadmap.wording import says_something
from handlers.visit import Scene

LONGEST_ACTIVITY = 1000
"""Characters of what is to be done."""


def too_long(scene: Scene, text: str, limit: int) -> str | None:
    """What to say of a text that is longer than ``limit``; it stays in the chat to be shortened."""
    return scene.texts("too-long", length=len(text), limit=limit) if len(text) > limit else None


def objection(scene: Scene, text: str, limit: int) -> str | None:
    """Why the text cannot be kept: it is too long, or says nothing; None where it can."""
    return too_long(scene, text, limit) or (None if says_something(text) else scene.texts("says-nothing"))
