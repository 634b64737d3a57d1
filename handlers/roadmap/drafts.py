"""A waiting roadmap that the bot drew up: what its buttons carry, and the buttons that only it has."""

from collections.abc import Sequence
from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.roadmap.rollover import HALF_A_YEAR
from handlers.screen import Button, button
from handlers.visit import Scene
from storage.models import Milestone, Roadmap

MANY_UNDATED = 3
"""With fewer rows without a date it is quicker to answer about each."""


class NextYear(CallbackData, prefix="rny"):
    """Move this roadmap to the next school year."""

    roadmap: int


class LookAt(CallbackData, prefix="rnl"):
    """The next row after this position that a person has to look at."""

    roadmap: int
    after: int = 0


class Settle(CallbackData, prefix="rns"):
    """The row is ``right``, or is to be ``removed``; ``all`` says that this one and the rest are right."""

    milestone: int
    how: str


class Retype(CallbackData, prefix="rnt"):
    """Type another due for a moved row."""

    milestone: int


class Ready(CallbackData, prefix="rnr"):
    """Take a ready roadmap of this kind."""

    kind: str


class ToSign(CallbackData, prefix="rng"):
    """The roadmap as a paper to be signed; ``sure`` though there are doubts."""

    roadmap: int
    sure: bool = False


class Stages(CallbackData, prefix="rnd"):
    """Propose days for all rows without one; ``sure`` takes them."""

    roadmap: int
    sure: bool = False
    page: int = 0


def is_next_due(roadmap: Roadmap, today: date) -> bool:
    """Whether it is time to think of the next year: in a school year from March on."""
    return roadmap.ends is not None and roadmap.ends - today <= HALF_A_YEAR


def to_look_at(milestones: Sequence[Milestone]) -> list[Milestone]:
    """The rows that a person has not looked at yet."""
    return [each for each in milestones if each.review]


def undated(milestones: Sequence[Milestone]) -> list[Milestone]:
    """The rows whose due is empty; a phrase that says nothing clear is asked about with its own words."""
    return [each for each in milestones if each.kind == "unknown" and not each.phrase]


def look_button(scene: Scene, roadmap: Roadmap, milestones: Sequence[Milestone]) -> Button | None:
    waiting = to_look_at(milestones)
    return button(scene.texts("moved-look", count=len(waiting)), LookAt(roadmap=roadmap.id)) if waiting else None


def stages_button(scene: Scene, roadmap: Roadmap, milestones: Sequence[Milestone]) -> Button | None:
    many = len(undated(milestones)) >= MANY_UNDATED and roadmap.starts is not None and roadmap.ends is not None
    return button(scene.texts("stages-offer"), Stages(roadmap=roadmap.id)) if many else None


def sign_button(scene: Scene, roadmap: Roadmap) -> Button | None:
    """Whoever sent a paper of her own has it signed already."""
    return button(scene.texts("to-sign-offer"), ToSign(roadmap=roadmap.id)) if roadmap.origin != "paper" else None
