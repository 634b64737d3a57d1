"""Letters that wait for an answer, on the home of whoever answers them: a notice may have been overlooked."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData

from domain.people import Action
from handlers.screen import Button, button
from handlers.visit import Scene
from storage.models import Letter


class Reply(CallbackData, prefix="reply"):
    """Answer a letter."""

    letter: int


async def waiting_letters(scene: Scene) -> Sequence[Letter]:
    """Those that are addressed to a role of hers, the oldest first."""
    if not await scene.may(Action.READ_LETTERS):
        return ()
    roles = await scene.roles()
    found = await scene.storage.conversation.open_letters((await scene.organisation()).id)
    return [each for each in found if each.addressed_to in roles]


def told(scene: Scene, letters: Sequence[Letter]) -> str | None:
    """How many wait; None where there is none."""
    return scene.texts("letters-waiting", count=len(letters)) if letters else None


def first_button(scene: Scene, letters: Sequence[Letter]) -> Button | None:
    """The way to the oldest."""
    return button(scene.texts("letter-open"), Reply(letter=letters[0].id)) if letters else None
