"""The home screen of each role, and the screen that a person is at now."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.addressing import addressed
from domain.people import Action
from handlers import curator_home, participant_home, questionnaire
from handlers.callbacks import Go
from handlers.district.home import home as district_home
from handlers.filters import Known, When
from handlers.held import held
from handlers.nameless import name_question
from handlers.places.telling import place_button, where
from handlers.questionnaire import Open
from handlers.screen import Screen, button, escape, lines, rows
from handlers.team import head
from handlers.visit import Scene, Visit

router = Router(name="home")

WORDS = {"в начало", "начало", "меню", "домой", "помощь", "отмена", "главная"}


async def home(scene: Scene) -> Screen:
    """Where everybody starts from: the curator's day, a district, the head's view, a pair, or a role."""
    if not await scene.known():
        waiting = await held(scene)
        return replace(waiting, rows=(*waiting.rows, *rows(await place_button(scene))))
    return await unfounded(scene) or await name_question(scene) or await of_role(scene)


async def of_role(scene: Scene) -> Screen:
    if await scene.may(Action.SEE_DISTRICT):
        return await district_home(scene)
    if await scene.may(Action.EDIT_ROADMAP):
        return await curator_home.home(scene)
    if await scene.may(Action.SIGN):
        return await head.home(scene)
    if await scene.roles():
        return await participant_home.home(scene)
    return await without_role(scene)


async def without_role(scene: Scene) -> Screen:
    """For somebody who has not chosen a side yet, or whose last role is over: she is still called by her name."""
    name = escape(addressed(scene.person.name))
    polls = await scene.storage.forms.unfinished(scene.person.id, scene.here)
    return Screen(
        lines(await where(scene), scene.texts("home-role-over", name=name) if name else scene.texts("home-no-role")),
        rows(
            *(button(scene.texts("home-continue-poll"), Open(submission=each.id)) for each in polls[:1]),
            await participant_home.survey_button(scene),
            button(scene.texts("entry-role-choose"), Go(to="role")),
            await place_button(scene),
            button(scene.texts("more"), Go(to="more")),
        ),
    )


async def unfounded(scene: Scene) -> Screen | None:
    """The founder's questions, as long as her organisation has no name: there is nothing else to do yet."""
    is_founded = scene.here is None or (await scene.organisation()).name
    return None if is_founded else await questionnaire.resume_offer(scene)


def way_home(scene: Scene) -> Screen:
    """Thanks for the consent, and the button that leads home from anywhere."""
    return Screen(scene.texts("home-way"), standing=(scene.texts("home"),))


async def current(scene: Scene) -> Screen:
    """The open question of an unfinished form where there is one, else home."""
    question = await questionnaire.open_question(scene) if await scene.known() else None
    return question or await home(scene)


@router.callback_query(Go.filter(F.to == "home"), Known())
async def go_home(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await home(visit)


@router.message(Command("home", "help", "menu", "cancel"), Known())
async def command_home(message: Message, visit: Visit) -> Screen:
    visit.stop_asking()
    return await home(visit)


@router.message(When(F.text.lower().strip().in_(WORDS)), Known())
async def word_home(message: Message, visit: Visit) -> Screen:
    visit.stop_asking()
    return await home(visit)
