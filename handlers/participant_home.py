"""A mentor's or mentee's home: the pair, the next meeting, and what waits for an answer."""

from collections.abc import Iterable

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.addressing import addressed
from domain.people import STAFF, Action, Role
from handlers import pairs
from handlers.agreements.leaving import leaving_words
from handlers.callbacks import Go
from handlers.filters import Known
from handlers.guardians.children import children_button
from handlers.places.telling import place_button, where
from handlers.questionnaire import Open
from handlers.roadmap.own import own_button
from handlers.roadmap.requests import ask_button
from handlers.screen import MAX_BUTTONS, Button, Screen, button, escape, lines, rows
from handlers.visit import Scene, Visit
from handlers.waiting_letters import first_button, told, waiting_letters

router = Router(name="participant_home")

PAIRS_SHOWN = 3
MOST_OPTIONAL = MAX_BUTTONS - 4
"""Beside the four buttons that are always there."""


async def home(scene: Scene) -> Screen:
    """Where am I, what is wanted of me, what then."""
    paragraphs, buttons = await to_fill_in(scene)
    for pair in await pairs.own_pairs(scene, PAIRS_SHOWN):
        paragraphs.append(pair.text)
        buttons.extend(pair.buttons)
    paragraphs += [each for each in [await leaving_words(scene)] if each]
    letters = await waiting_letters(scene)
    beside = [
        first_button(scene, letters),
        await children_button(scene),
        await own_button(scene),
        await ask_button(scene),
        button(scene.texts("curator-posts"), Go(to="posts")) if await scene.may(Action.WRITE_POST) else None,
        await place_button(scene),
    ]
    room = MOST_OPTIONAL - sum(each is not None for each in beside)
    return Screen(
        lines(
            await where(scene),
            greeting(scene),
            told(scene, letters),
            *(paragraphs or ([] if letters else [scene.texts("home-waiting", side=side(await scene.roles()))])),
        ),
        rows(
            *buttons[:room],
            *beside,
            button(scene.texts("home-my-answers"), Go(to="answers")),
            button(scene.texts("letter-write"), Go(to="letter")),
            button(scene.texts("quiet-button"), Go(to="quiet")),
            button(scene.texts("more"), Go(to="more")),
            width=2,
        ),
    )


def greeting(scene: Scene) -> str:
    name = escape(addressed(scene.person.name))
    return scene.texts("home-greeting-name", name=name) if name else scene.texts("home-greeting")


def side(roles: Iterable[str]) -> str:
    """What somebody is waiting for: as ``other`` for a pair, as ``staff`` or ``guardian`` for what concerns these."""
    held = set(roles)
    if held & {Role.MENTOR, Role.MENTEE}:
        return "other"
    return "staff" if held & set(STAFF) else "guardian"


async def to_fill_in(scene: Scene) -> tuple[list[str], list[Button]]:
    """Questionnaires begun and not sent, and surveys that wait."""
    unfinished = await scene.storage.forms.unfinished(scene.person.id, scene.here)
    buttons = [
        button(scene.texts("home-continue-form"), Open(submission=submission.id))
        for submission in unfinished
        if submission.survey_id is None
    ][:1]
    survey = await survey_button(scene)
    buttons += [survey] if survey is not None else []
    paragraphs = [scene.texts("home-unfinished")] if unfinished and buttons else []
    return paragraphs, buttons


async def survey_button(scene: Scene) -> Button | None:
    """The way to a survey of this organisation that waits for an answer."""
    surveys = await scene.storage.surveys.open_for(scene.person.id)
    waits = any(survey.organisation_id == scene.here for survey, _ in surveys)
    return button(scene.texts("home-survey"), Go(to="survey")) if waits else None


@router.callback_query(Go.filter(F.to == "me"), Known())
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    """A curator's own side."""
    visit.stop_asking()
    return await home(visit)
