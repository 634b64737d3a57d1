"""Taking a one-tap decision back within ten minutes."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.callbacks import Undo
from handlers.filters import Known
from handlers.screen import Button, Screen, button, lines
from handlers.visit import Scene, Visit
from storage.models import Decision

router = Router(name="undo")

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


@router.callback_query(Undo.filter(), Known())
async def undo(query: CallbackQuery, callback_data: Undo, visit: Visit) -> Screen:
    from handlers import home  # noqa: PLC0415 - home shows pairs, whose decisions enter their way back above

    decision = await visit.storage.conversation.decision(visit.person.id, callback_data.decision)
    taken_back = decision is not None and await take_back(visit, decision)
    said = visit.texts("undone", what=decision.kind) if decision and taken_back else visit.texts("undo-late")
    fresh = await home.home(visit)
    return Screen(lines(said, fresh.text), fresh.rows)


async def take_back(visit: Visit, decision: Decision) -> bool:
    late = visit.now > decision.made_at + TIME_TO_UNDO
    if late or decision.taken_back_at is not None or not await REVERSALS[decision.kind](visit, decision):
        return False
    decision.taken_back_at = visit.now
    return True
