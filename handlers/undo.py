"""Taking a one-tap decision back within ten minutes."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from handlers.callbacks import Undo
from handlers.screen import Button, button
from handlers.visit import Scene, Visit
from storage.models import Decision

TIME_TO_UNDO = timedelta(minutes=10)

Reversal = Callable[[Visit, Decision], Awaitable[bool]]
"""Puts things back as they were; false when something has changed since."""

REVERSALS: dict[str, Reversal] = {}
"""Kind of decision → how it is taken back; each conversation enters its own kinds."""


def reversal(kind: str) -> Callable[[Reversal], Reversal]:
    """Enter a function as the way back of this kind of decision."""

    def enter(function: Reversal) -> Reversal:
        REVERSALS[kind] = function
        return function

    return enter


async def decided(visit: Visit, kind: str, **before: object) -> Button:
    """Remember a decision with what was before it; the button that takes it back."""
    if kind not in REVERSALS:
        raise LookupError(f"no way back from {kind!r}")
    organisation = await visit.organisation()
    decision = await visit.storage.conversation.decide(organisation.id, visit.person.id, kind, before, visit.now)
    return undo_button(visit, decision)


def undo_button(scene: Scene, decision: Decision) -> Button:
    return button(scene.texts("undo"), Undo(decision=decision.id))


async def take_back(visit: Visit, decision: Decision) -> bool:
    """Put things back as they were before the decision; false when it is too late or something has changed since."""
    late = visit.now > decision.made_at + TIME_TO_UNDO
    if late or decision.taken_back_at is not None or not await REVERSALS[decision.kind](visit, decision):
        return False
    decision.taken_back_at = visit.now
    return True
