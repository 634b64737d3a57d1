"""A roadmap that was read and waits: what was understood, and what can be done with it."""

from collections.abc import Sequence
from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.drafts import look_button, sign_button, stages_button
from handlers.roadmap.open_doubts import doubts_button
from handlers.roadmap.press import Ahead, Correct, Decline, MoveHere, SwitchOn, Waiting
from handlers.roadmap.read_rows import rows_screen
from handlers.roadmap.read_words import counted, people_words, period_words
from handlers.roadmap.reading import told_places, understood, waiting_doubts
from handlers.roadmap.versions import corrected_by
from handlers.roadmap.waiting import gone, waiting
from handlers.roadmap.wording import today_of
from handlers.screen import Button, Screen, button, lines, rows
from handlers.visit import Scene, Visit
from storage.models import Milestone, Roadmap

router = Router(name="roadmap_review")


@router.callback_query(Waiting.filter(), May(Action.EDIT_ROADMAP))
async def show(query: CallbackQuery, callback_data: Waiting, visit: Visit) -> Screen:
    roadmap = await waiting(visit, callback_data.roadmap)
    if roadmap is None:
        return gone(visit)
    if callback_data.show == "rows":
        return await rows_screen(visit, roadmap, callback_data.page)
    return await summary(visit, roadmap)


async def summary(scene: Scene, roadmap: Roadmap, remark: str = "") -> Screen:
    """What was understood; ``remark`` is said at the end."""
    milestones = await scene.storage.roadmaps.milestones(roadmap.id)
    numbers = understood(milestones)
    over = is_past(roadmap, await today_of(scene))
    return Screen(
        lines(
            counted(scene, roadmap, numbers),
            period_words(scene, roadmap),
            people_words(scene, milestones),
            scene.texts("roadmap-read-past") if over else doubts_words(scene, roadmap),
            remark,
        ),
        past_buttons(scene, roadmap) if over else await buttons(scene, roadmap, milestones),
    )


async def buttons(scene: Scene, roadmap: Roadmap, milestones: Sequence[Milestone]) -> tuple[tuple[Button, ...], ...]:
    """What is to be looked at, and the decision; a version of the followed roadmap need not begin anew."""
    texts, corrects = scene.texts, await corrected_by(scene, roadmap) is not None
    return (
        *rows(
            look_button(scene, roadmap, milestones),
            stages_button(scene, roadmap, milestones),
            doubts_button(scene, roadmap),
        ),
        *rows(
            button(texts("corrected-look"), Correct(roadmap=roadmap.id)) if corrects else None,
            button(texts("roadmap-switch-on"), SwitchOn(roadmap=roadmap.id)),
            button(texts("rehearsal-open"), Ahead(roadmap=roadmap.id)),
            width=3,
        ),
        *rows(
            button(texts("roadmap-show-rows"), Waiting(roadmap=roadmap.id, show="rows")),
            sign_button(scene, roadmap),
            button(texts("roadmap-decline"), Decline(roadmap=roadmap.id)),
            button(texts("home"), Go(to="home")),
            width=2,
        ),
    )


def past_buttons(scene: Scene, roadmap: Roadmap) -> tuple[tuple[Button, ...], ...]:
    """What to do with a roadmap of a year that is over; its doubts are asked about once it is moved."""
    texts = scene.texts
    return (
        *rows(
            button(texts("past-move"), MoveHere(roadmap=roadmap.id)),
            button(texts("roadmap-send-another"), Go(to="roadmap-new")),
        ),
        *rows(
            button(texts("roadmap-show-rows"), Waiting(roadmap=roadmap.id, show="rows")),
            button(texts("past-as-is"), SwitchOn(roadmap=roadmap.id)),
            button(texts("roadmap-decline"), Decline(roadmap=roadmap.id)),
            button(texts("home"), Go(to="home")),
            width=2,
        ),
    )


def is_past(roadmap: Roadmap, today: date) -> bool:
    """Whether all its days are over."""
    return roadmap.ends is not None and roadmap.ends < today


def doubts_words(scene: Scene, roadmap: Roadmap) -> str:
    waiting = waiting_doubts(roadmap)
    if waiting:
        return scene.texts("roadmap-read-doubts", count=waiting)
    return scene.texts("doubts-done" if told_places(roadmap.findings) else "roadmap-read-no-doubts")
