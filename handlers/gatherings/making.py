"""Making a gathering: when it is, and whether something is asked."""

from collections.abc import Sequence
from datetime import datetime, time

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.calendar import Calendar
from domain.gatherings import SURVEY, Gathered, closing
from domain.moments import Problem, read_moment, suggestions
from domain.people import Action
from handlers.callbacks import Go
from handlers.dates import moment_words, short_moment
from handlers.filters import Asked, May
from handlers.gatherings.card import card
from handlers.gatherings.papers import picture
from handlers.gatherings.press import At, Make, New
from handlers.screen import Screen, button, lines, rows
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.calendars import calendar_of
from storage.models import Decision, Gathering

router = Router(name="gatherings_making")

SUGGESTED = 4
USUAL_HOUR = time(14)
REFUSED = frozenset({Problem.IMPOSSIBLE, Problem.NO_DAY, Problem.PAST, Problem.OTHER_WEEKDAY})


@router.callback_query(New.filter(), May(Action.OPEN_SURVEY))
async def ask_when(query: CallbackQuery, callback_data: New, visit: Visit) -> Screen:
    return await when(visit, callback_data.kind)


async def when(visit: Visit, kind: Gathered, first: str | None = None) -> Screen:
    """Right now, one of the next afternoons, or a typed day."""
    visit.ask("gathering", kind=str(kind))
    zone = await visit.zone()
    coming = suggestions(visit.now, await calendar(visit), (), SUGGESTED)
    return Screen(
        lines(first, visit.texts("gathering-when", kind=kind)),
        (
            *rows(button(visit.texts("gathering-now"), At.of(kind, visit.now))),
            *rows(*(button(short_moment(visit.texts, each, zone), At.of(kind, each)) for each in coming), width=2),
            *rows(
                button(visit.texts("back"), Go(to="gathering-new")),
                button(visit.texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )


async def calendar(visit: Visit) -> Calendar:
    return await calendar_of(visit.storage, await visit.organisation())


@router.message(Asked("gathering"), May(Action.OPEN_SURVEY))
async def typed(message: Message, visit: Visit) -> Screen:
    """A day alone means the afternoon, since the link is open all day."""
    kind = Gathered(visit.account.asked_about["kind"])
    days = await calendar(visit)
    reading = read_moment(message.text or "", visit.now, days.zone)
    if reading is None or reading.day is None or reading.problem in REFUSED:
        return await when(visit, kind, visit.texts("gathering-unclear"))
    moment = reading.at or days.at(reading.day, reading.hour or USUAL_HOUR)
    return await ask_polled(visit, kind, moment, days)


@router.callback_query(At.filter(), May(Action.OPEN_SURVEY))
async def chosen(query: CallbackQuery, callback_data: At, visit: Visit) -> Screen:
    moment = Make(kind=callback_data.kind, minute=callback_data.minute, polled=False).moment
    return await ask_polled(visit, callback_data.kind, moment, await calendar(visit))


async def ask_polled(visit: Visit, kind: Gathered, moment: datetime, days: Calendar) -> Screen:
    if closing(moment, days) <= visit.now:
        return await when(visit, kind, visit.texts("gathering-past"))
    visit.stop_asking()
    minute = At.of(kind, moment).minute
    words = moment_words(visit.texts, moment, visit.now, days.zone)
    return Screen(
        visit.texts("gathering-polled", kind=kind, moment=words),
        rows(
            button(visit.texts("gathering-with-poll"), Make(kind=kind, minute=minute, polled=True)),
            button(visit.texts("gathering-without-poll"), Make(kind=kind, minute=minute, polled=False)),
            button(visit.texts("gathering-other-time"), New(kind=kind)),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@router.callback_query(Make.filter(), May(Action.OPEN_SURVEY))
async def make(query: CallbackQuery, callback_data: Make, visit: Visit) -> Screen:
    """Whoever presses twice sees the gathering that is there."""
    visit.stop_asking()
    same = same_as(callback_data, await of_organisation(visit))
    if same is not None:
        return await card(visit, same, first=visit.texts("gathering-made-already"))
    days = await calendar(visit)
    if closing(callback_data.moment, days) <= visit.now:
        return await when(visit, callback_data.kind, visit.texts("gathering-past"))
    gathering = await keep(visit, callback_data, closing(callback_data.moment, days))
    undo = await decided(visit, "gathering-made", gathering=gathering.id)
    shown = await card(visit, gathering, first=visit.texts("gathering-made"), undo=undo)
    return Screen(shown.text, shown.rows, papers=(await picture(visit, gathering),))


async def of_organisation(visit: Visit) -> Sequence[Gathering]:
    return await visit.storage.gatherings.of_organisation((await visit.organisation()).id)


def same_as(wanted: Make, gatherings: Sequence[Gathering]) -> Gathering | None:
    return next((each for each in gatherings if (each.kind, each.starts_at) == (wanted.kind, wanted.moment)), None)


async def keep(visit: Visit, wanted: Make, closes_at: datetime) -> Gathering:
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    survey = None
    if wanted.polled:
        survey = await visit.storage.surveys.open(
            organisation.id, programme.id, SURVEY, [], visit.person.id, closes_at, visit.now
        )
    return await visit.storage.gatherings.add(
        organisation.id,
        programme.id,
        wanted.kind,
        wanted.moment,
        closes_at,
        visit.person.id,
        visit.now,
        survey.id if survey is not None else None,
    )


@reversal("gathering-made")
async def undo_making(visit: Visit, decision: Decision) -> bool:
    """Only while nobody has come or answered."""
    organisation = await visit.organisation()
    gathering = await visit.storage.gatherings.get(organisation.id, int(decision.before["gathering"]))
    if gathering is None or gathering.unnamed or await visit.storage.gatherings.count(gathering.id):
        return False
    await visit.storage.gatherings.remove(gathering)
    return True
