"""«Я здесь» of somebody whose consents are there: the name where it is not known yet, then the quick poll.

The account keeps the gathering whose name question is open, so that «/start» leads back to it.
"""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.consents import Use
from domain.forms.names import full_name
from domain.gatherings import CATEGORIES, Door, Gathered
from domain.people import Category
from domain.people_lists import LONGEST_POST
from handlers.callbacks import Go
from handlers.filters import Asked, Known
from handlers.gatherings.answers import form_of
from handlers.gatherings.card import door_of
from handlers.gatherings.press import Here
from handlers.questionnaire.begin import go_on
from handlers.questionnaire.filling import read
from handlers.screen import Button, Screen, button, lines, rows
from handlers.visit import Visit
from handlers.workplace import post_here
from storage.models import Gathering, Submission

router = Router(name="gatherings_presence")

SHORTEST_POST = 2


async def greet(visit: Visit, gathering: Gathering) -> Screen:
    """The one tap, or first the name."""
    visit.enter(gathering.organisation_id)
    if await visit.storage.gatherings.is_there(gathering.id, visit.person.id):
        return await after(visit, gathering, visit.texts("gathering-there-already"))
    if not visit.person.name:
        visit.account.gathering_id = gathering.id
        visit.ask("gathering-name", gathering=gathering.id)
        return Screen(visit.texts("gathering-name", kind=gathering.kind))
    return Screen(
        visit.texts("gathering-here-ask", kind=gathering.kind),
        rows(button(visit.texts("gathering-here"), Here(gathering=gathering.id)), home_button(visit)),
    )


def home_button(visit: Visit) -> Button:
    return button(visit.texts("home"), Go(to="home"))


async def after_consent(visit: Visit) -> Screen | None:
    """Where somebody goes on who pressed «Отметиться» and has just consented; None for everybody else."""
    gathering = await unfinished(visit)
    if gathering is None:
        return None
    return await mark_present(visit, gathering) if visit.person.name else await greet(visit, gathering)


async def way_back(visit: Visit) -> Screen | None:
    """To the gathering at which the person has still to say who she is; None where there is none."""
    gathering = await unfinished(visit)
    return await greet(visit, gathering) if gathering is not None else None


async def unfinished(visit: Visit) -> Gathering | None:
    """The open gathering that the person came to and is not marked at yet."""
    gathering_id = visit.account.gathering_id
    return await open_here(visit, gathering_id) if gathering_id is not None else None


@router.message(Asked("gathering-name"), Known())
async def take_name(message: Message, visit: Visit) -> Screen:
    name = full_name(message.text or "")
    if name is None:
        return Screen(visit.texts("gathering-name-again"))
    gathering = await open_here(visit, int(visit.account.asked_about["gathering"]))
    visit.stop_asking()
    visit.storage.people.rename(visit.person, name)
    return await mark_present(visit, gathering) if gathering is not None else over(visit)


async def open_here(visit: Visit, gathering_id: int) -> Gathering | None:
    """The gathering, if it is open and the person's consents hold for its organisation."""
    gathering = await visit.storage.gatherings.find(gathering_id)
    if gathering is None or await door_of(visit, gathering) is not Door.OPEN:
        return None
    known = await visit.storage.consents.allows(Use.KEEP, visit.person.id, gathering.organisation_id)
    return gathering if known else None


def over(visit: Visit) -> Screen:
    return Screen(visit.texts("gathering-over"), rows(home_button(visit)))


@router.callback_query(Here.filter(), Known())
async def here(query: CallbackQuery, callback_data: Here, visit: Visit) -> Screen:
    gathering = await open_here(visit, callback_data.gathering)
    if gathering is None:
        return over(visit)
    if not visit.person.name:
        return await greet(visit, gathering)
    visit.stop_asking()
    return await mark_present(visit, gathering, without_post=callback_data.without_post)


@router.message(Asked("gathering-post"), Known())
async def take_post(message: Message, visit: Visit) -> Screen:
    gathering = await open_here(visit, int(visit.account.asked_about["gathering"]))
    post = " ".join((message.text or "").split())
    if gathering is not None and not SHORTEST_POST <= len(post) <= LONGEST_POST:
        return post_question(visit, gathering, visit.texts("gathering-post-again"))
    visit.stop_asking()
    await visit.storage.places.keep_post(visit.person, post)
    return await after(visit, gathering, visit.texts("gathering-post-kept")) if gathering is not None else over(visit)


def post_question(visit: Visit, gathering: Gathering, said: str) -> Screen:
    """The attendance sheet of colleagues has a column for it."""
    visit.ask("gathering-post", gathering=gathering.id)
    skip = button(visit.texts("form-button-skip"), Here(gathering=gathering.id, without_post=True))
    return Screen(lines(said, visit.texts("gathering-post")), rows(skip, home_button(visit)))


async def mark_present(visit: Visit, gathering: Gathering, *, without_post: bool = False) -> Screen:
    visit.enter(gathering.organisation_id)
    visit.account.gathering_id = None
    is_new = await visit.storage.gatherings.arrive(gathering, visit.person.id, visit.now)
    said = visit.texts("gathering-there" if is_new else "gathering-there-already")
    if not without_post and await lacks_post(visit, gathering):
        return post_question(visit, gathering, said)
    return await after(visit, gathering, said)


async def lacks_post(visit: Visit, gathering: Gathering) -> bool:
    """Whether the sheet of colleagues wants a post that was not told here, and there is one card to keep it on."""
    if CATEGORIES[Gathered(gathering.kind)] is not Category.TEACHER or await post_here(visit, visit.person):
        return False
    return len(await visit.storage.places.of(visit.person.id)) < 2


async def after(visit: Visit, gathering: Gathering, said: str) -> Screen:
    """The poll's open question at once, or thanks where nothing is left to ask."""
    submission = await poll_of(visit, gathering)
    if submission is None or submission.sent_at is not None:
        return Screen(said, rows(home_button(visit)))
    return go_on(visit, await read(visit, submission), said)


async def poll_of(visit: Visit, gathering: Gathering) -> Submission | None:
    """The person's answers to the poll; None where nothing is asked, or she has answered without a name before."""
    voice = await visit.storage.gatherings.voice(gathering, visit.account.platform, visit.account.external_id)
    if gathering.survey_id is None or voice.answered:
        return None
    form = form_of(gathering)
    return await visit.storage.forms.begin(
        visit.person.id,
        gathering.organisation_id,
        gathering.programme_id,
        form.key,
        form.version,
        visit.now,
        gathering.survey_id,
    )
