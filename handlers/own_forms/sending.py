"""Sending an own form out as a survey: to whom, until when, and a look at it before it goes."""

from datetime import date, timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.consents import Use
from domain.forms import Form
from domain.moments import read_date
from domain.people import Action, Role
from domain.surveys import LAST_MINUTE, LONGEST_OPEN
from handlers.callbacks import Go
from handlers.dates import day_words
from handlers.filters import Asked, May
from handlers.own_forms.card import gone, offered
from handlers.own_forms.press import ChooseAudience, ChooseDeadline, Confirm, SendOut
from handlers.questionnaire.forms import own_form
from handlers.questionnaire.press import OwnCard
from handlers.screen import Button, Screen, button, escape, lines, rows
from handlers.status import short_list
from handlers.surveys.naming import EVERYBODY
from handlers.surveys.sending import open_survey
from handlers.visit import Scene, Visit
from storage.calendars import calendar_of
from storage.models import OwnForm, Person

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


async def people_of(scene: Scene, to: str) -> list[Person]:
    """Whom this audience is now: each once, and only whose consents let us ask."""
    organisation = await scene.organisation()
    allowed = await scene.storage.consents.allowing(organisation.id, Use.KEEP)
    members = {
        person.id: person
        for role in SIDES.get(to, ())
        for person in await scene.storage.people.members(organisation.id, role)
    }
    return [person for person_id, person in members.items() if person_id in allowed]


@router.callback_query(ChooseDeadline.filter(), May(Action.OPEN_SURVEY))
async def ask_deadline(query: CallbackQuery, callback_data: ChooseDeadline, visit: Visit) -> Screen:
    kept = await offered(visit, callback_data.key)
    return await deadlines(visit, kept, callback_data.to) if kept is not None else await gone(visit)


async def deadlines(visit: Visit, kept: OwnForm, to: str, remark: str = "") -> Screen:
    """Until when? A day can be tapped or typed; ``remark`` is the key of what is said before."""
    visit.ask("own-form-deadline", key=kept.key, to=to)
    today = await today_of(visit)
    example = f"{today + timedelta(days=DAYS[-1]):%d.%m}"
    choices = [
        button(
            visit.texts("own-form-until", day=day_words(visit.texts, day, today)),
            Confirm(key=kept.key, to=to, day=day.isoformat()),
        )
        for day in (today + timedelta(days=days) for days in DAYS)
    ]
    said = visit.texts(remark, example=example) if remark else None
    text = lines(said, visit.texts("own-form-by-when", example=example))
    return Screen(text, (*rows(*choices), *rows(*ways_back(visit, kept), width=2)))


async def today_of(visit: Visit) -> date:
    return visit.now.astimezone(await visit.zone()).date()


@router.message(Asked("own-form-deadline"), May(Action.OPEN_SURVEY))
async def take_deadline(message: Message, visit: Visit) -> Screen:
    about = visit.account.asked_about
    kept = await offered(visit, str(about["key"]))
    if kept is None:
        return await gone(visit)
    read = read_date(message.text or "", visit.now, await visit.zone())
    if read is None or read.day is None:
        return await deadlines(visit, kept, str(about["to"]), "own-form-deadline-unclear")
    return await look(visit, kept, str(about["to"]), read.day)


@router.callback_query(Confirm.filter(), May(Action.OPEN_SURVEY))
async def confirm(query: CallbackQuery, callback_data: Confirm, visit: Visit) -> Screen:
    kept = await offered(visit, callback_data.key)
    if kept is None:
        return await gone(visit)
    return await look(visit, kept, callback_data.to, date.fromisoformat(callback_data.day))


async def look(visit: Visit, kept: OwnForm, to: str, day: date) -> Screen:
    """Before it goes: how many people, who, until when, and the message as they will read it."""
    today = await today_of(visit)
    if not today <= day <= today + LONGEST_OPEN:
        return await deadlines(visit, kept, to, "own-form-deadline-far")
    people = await people_of(visit, to)
    if not people:
        return Screen(visit.texts("own-form-nobody"), rows(*ways_back(visit, kept), width=2))
    visit.stop_asking()
    form, title = own_form(kept), escape(kept.title)
    return Screen(
        lines(
            visit.texts("own-form-sure", title=title),
            visit.texts("own-form-sure-whom", count=len(people)) + "\n" + short_list(visit, people),
            visit.texts("own-form-sure-until", day=day_words(visit.texts, day, today)),
            visit.texts("own-form-sure-message"),
            f"<i>{visit.texts('survey-news', kind=kept.key, title=title, minutes=form.minutes)}</i>",
        ),
        (
            *rows(
                button(visit.texts("own-form-send-now"), SendOut(key=kept.key, to=to, day=day.isoformat())),
                button(visit.texts("own-form-other-day"), ChooseDeadline(key=kept.key, to=to)),
            ),
            *rows(*ways_back(visit, kept), width=2),
        ),
    )


@router.callback_query(SendOut.filter(), May(Action.OPEN_SURVEY))
async def send(query: CallbackQuery, callback_data: SendOut, visit: Visit) -> Screen:
    """Open the survey to the end of that local day; an old button shows first what would be sent now."""
    kept = await offered(visit, callback_data.key)
    if kept is None:
        return await gone(visit)
    day, people = date.fromisoformat(callback_data.day), await people_of(visit, callback_data.to)
    if not people or day < await today_of(visit):
        return await look(visit, kept, callback_data.to, day)
    closes_at = (await calendar_of(visit.storage, await visit.organisation())).at(day, LAST_MINUTE)
    asked = [(person.id, kept.key) for person in people]
    return await open_survey(visit, kept.key, asked, closes_at, kept.version)
