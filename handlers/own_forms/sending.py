"""Sending an own form out as a survey: to whom, until when."""

from datetime import date, timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.consents import Use
from domain.forms import Form
from domain.moments import Problem, read_date
from domain.people import Action, Role
from domain.surveys import LAST_MINUTE, LONGEST_OPEN
from handlers.callbacks import Go
from handlers.dates import day_words
from handlers.filters import Asked, May
from handlers.own_forms.card import gone, offered
from handlers.own_forms.press import ChooseAudience, ChooseDeadline, SendOut
from handlers.questionnaire.forms import own_form
from handlers.questionnaire.press import OwnCard
from handlers.screen import Button, Screen, button, escape, lines, rows
from handlers.surveys.naming import EVERYBODY
from handlers.surveys.sending import open_survey
from handlers.visit import Scene, Visit
from storage.calendars import calendar_of
from storage.models import OwnForm

router = Router(name="own_forms_sending")

SIDES = {EVERYBODY: (Role.MENTOR, Role.MENTEE), Role.MENTOR: (Role.MENTOR,), Role.MENTEE: (Role.MENTEE,)}
DAYS = (7, 14, 30)


@router.callback_query(ChooseAudience.filter(), May(Action.OPEN_SURVEY))
async def ask_audience(query: CallbackQuery, callback_data: ChooseAudience, visit: Visit) -> Screen:
    """The side that the form names for itself comes first."""
    kept = await offered(visit, callback_data.key)
    if kept is None:
        return await gone(visit)
    counts = {to: len(await people_of(visit, to)) for to in sorted(SIDES, key=lambda to: to != meant(own_form(kept)))}
    if not any(counts.values()):
        return Screen(visit.texts("own-form-nobody"), rows(*ways_back(visit, kept), width=2))
    choices = [
        button(visit.texts("own-form-to", to=to, count=count), ChooseDeadline(key=kept.key, to=to))
        for to, count in counts.items()
        if count
    ]
    text = visit.texts("own-form-to-whom", title=escape(kept.title))
    return Screen(text, (*rows(*choices), *rows(*ways_back(visit, kept), width=2)))


def meant(form: Form) -> str:
    """The audience that the form names for itself."""
    return next(to for to, roles in SIDES.items() if set(roles) == set(form.audience))


def ways_back(visit: Visit, kept: OwnForm) -> tuple[Button, Button]:
    return button(visit.texts("back"), OwnCard(key=kept.key)), button(visit.texts("home"), Go(to="home"))


async def people_of(scene: Scene, to: str) -> list[int]:
    """Whom this audience is now: each once, and only whose consents let us ask."""
    organisation = await scene.organisation()
    allowed = await scene.storage.consents.allowing(organisation.id, Use.KEEP)
    members = [
        person.id
        for role in SIDES.get(to, ())
        for person in await scene.storage.people.members(organisation.id, role)
    ]
    return [person_id for person_id in dict.fromkeys(members) if person_id in allowed]


@router.callback_query(ChooseDeadline.filter(), May(Action.OPEN_SURVEY))
async def ask_deadline(query: CallbackQuery, callback_data: ChooseDeadline, visit: Visit) -> Screen:
    kept = await offered(visit, callback_data.key)
    return await deadlines(visit, kept, callback_data.to) if kept is not None else await gone(visit)


async def deadlines(visit: Visit, kept: OwnForm, to: str, remark: str | None = None) -> Screen:
    """Until when? A day can be tapped or typed."""
    visit.ask("own-form-deadline", key=kept.key, to=to)
    today = visit.now.astimezone(await visit.zone()).date()
    choices = [
        button(
            visit.texts("own-form-until", day=day_words(visit.texts, today + timedelta(days=days), today)),
            SendOut(key=kept.key, to=to, days=days),
        )
        for days in DAYS
    ]
    text = lines(remark, visit.texts("own-form-by-when"))
    return Screen(text, (*rows(*choices), *rows(*ways_back(visit, kept), width=2)))


@router.callback_query(SendOut.filter(), May(Action.OPEN_SURVEY))
async def send(query: CallbackQuery, callback_data: SendOut, visit: Visit) -> Screen:
    kept = await offered(visit, callback_data.key)
    if kept is None or callback_data.days not in DAYS:
        return await gone(visit)
    today = visit.now.astimezone(await visit.zone()).date()
    return await send_until(visit, kept, callback_data.to, today + timedelta(days=callback_data.days))


@router.message(Asked("own-form-deadline"), May(Action.OPEN_SURVEY))
async def take_deadline(message: Message, visit: Visit) -> Screen:
    about = visit.account.asked_about
    kept = await offered(visit, str(about["key"]))
    if kept is None:
        return await gone(visit)
    read = read_date(message.text or "", visit.now, await visit.zone())
    if read is None or read.day is None:
        return await deadlines(visit, kept, str(about["to"]), visit.texts("own-form-deadline-unclear"))
    if read.problem is Problem.PAST or read.day > visit.now.date() + LONGEST_OPEN:
        return await deadlines(visit, kept, str(about["to"]), visit.texts("own-form-deadline-far"))
    return await send_until(visit, kept, str(about["to"]), read.day)


async def send_until(visit: Visit, kept: OwnForm, to: str, day: date) -> Screen:
    """Open the survey to the end of that local day."""
    visit.stop_asking()
    people = await people_of(visit, to)
    if not people:
        return Screen(visit.texts("own-form-nobody"), rows(*ways_back(visit, kept), width=2))
    calendar = await calendar_of(visit.storage, await visit.organisation())
    closes_at = calendar.at(day, LAST_MINUTE)
    return await open_survey(visit, kept.key, [(person, kept.key) for person in people], closes_at, kept.version)
