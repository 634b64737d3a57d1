"""Choosing the time of a meeting: suggestions to tap, or a day and an hour in words."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.moments import Problem, Reading
from domain.people import Action
from handlers.dates import moment_words, weekday_words
from handlers.filters import Asked, May
from handlers.meetings.mine import Working, working
from handlers.meetings.press import At
from handlers.meetings.setting import plan_meeting
from handlers.meetings.times import days_for, free_moments, hours_of, is_busy, time_buttons
from handlers.meetings.typed import Kept, read_typed
from handlers.pairs import card
from handlers.pairs.press import Mine, Plan
from handlers.screen import Button, Screen, button, rows
from handlers.visit import Visit

router = Router(name="meetings_choosing")

DOUBTFUL = frozenset({Problem.NIGHT, Problem.FAR, Problem.OTHER_WEEKDAY})
"""What may be meant all the same, so that it is asked."""


@router.callback_query(Plan.filter(), May(Action.SET_MEETING))
async def choose(query: CallbackQuery, callback_data: Plan, visit: Visit) -> Screen:
    visit.stop_asking()
    found = await ready(visit, callback_data)
    return found if isinstance(found, Screen) else await choice(visit, found, callback_data)


@router.callback_query(At.filter(), May(Action.SET_MEETING))
async def chosen(query: CallbackQuery, callback_data: At, visit: Visit) -> Screen:
    """Plan it; whoever presses second sees the meeting that is there."""
    visit.stop_asking()
    plan, moment = callback_data.plan, callback_data.moment
    found = await working(visit, plan.pair)
    if isinstance(found, Screen):
        return found
    if any(meeting.starts_at == moment for meeting in found.agenda.coming):
        return await card.card(visit, found.pair, first=visit.texts("meeting-there-already"))
    found = await ready(visit, plan)
    if isinstance(found, Screen):
        return found
    if moment <= visit.now:
        return await choice(visit, found, plan, visit.texts("meeting-problem", problem=Problem.PAST))
    return await plan_meeting(visit, found, plan, moment)


@router.message(Asked("meeting"), May(Action.SET_MEETING))
async def typed(message: Message, visit: Visit) -> Screen:
    about = visit.account.asked_about
    plan = Plan(pair=int(about["pair"]), meeting=int(about["meeting"]), more=bool(about["more"]))
    found = await ready(visit, plan)
    if isinstance(found, Screen):
        visit.stop_asking()
        return found
    reading = read_typed(message.text or "", Kept.of(about), visit.now, await visit.zone())
    return await answer_to(visit, found, plan, reading)


async def ready(visit: Visit, plan: Plan) -> Working | Screen:
    """The pair if the plan still makes sense, else the pair's card with a sentence why not."""
    found = await working(visit, plan.pair)
    if isinstance(found, Screen):
        return found
    coming = found.agenda.coming
    if plan.meeting and all(meeting.id != plan.meeting for meeting in coming):
        return await card.card(visit, found.pair, first=visit.texts("stale-button"))
    if plan.more and len(coming) >= card.MOST_PLANNED:
        return await card.card(visit, found.pair, first=visit.texts("meeting-enough", count=len(coming)))
    if coming and not plan.meeting and not plan.more:
        return await card.card(visit, found.pair, first=visit.texts("meeting-one-already"))
    return found


async def choice(
    visit: Visit, found: Working, plan: Plan, text: str | None = None, undo: Button | None = None
) -> Screen:
    """The question when to meet, or ``text`` in its place, with moments to tap."""
    ask(visit, plan, Kept())
    moments = await free_moments(visit, found, plan)
    return await times_screen(visit, plan, text or visit.texts("meeting-when"), moments, undo)


def ask(visit: Visit, plan: Plan, kept: Kept) -> None:
    about: dict[str, Any] = {"pair": plan.pair, "meeting": plan.meeting, "more": int(plan.more)}
    visit.ask("meeting", **about, **kept.about())


async def times_screen(
    visit: Visit, plan: Plan, text: str, moments: Sequence[datetime], undo: Button | None = None
) -> Screen:
    return Screen(
        text,
        (
            *rows(*await time_buttons(visit, plan, moments), width=2),
            *rows(undo, button(visit.texts("back"), Mine(pair=plan.pair)), card.home_button(visit), width=3),
        ),
    )


async def answer_to(visit: Visit, found: Working, plan: Plan, reading: Reading | None) -> Screen:
    """What a typed time leads to: a meeting, or one sentence and the rest of the question."""
    if reading is None:
        return await choice(visit, found, plan, visit.texts("meeting-unclear"))
    if reading.problem is Problem.NO_HOUR and reading.day:
        return await ask_hour(visit, found, plan, reading.day)
    if reading.problem is Problem.NO_DAY and reading.hour:
        return await ask_day(visit, found, plan, reading.hour)
    moment = await moment_of(visit, reading)
    if moment is None or moment <= visit.now or reading.problem not in {None, *DOUBTFUL}:
        return await choice(visit, found, plan, visit.texts("meeting-problem", problem=str(reading.problem)))
    busy = await is_busy(visit, found, plan, moment)
    if reading.problem is not None or busy:
        return await confirmation(visit, plan, moment, str(reading.problem or "busy"))
    return await plan_meeting(visit, found, plan, moment)


async def moment_of(visit: Visit, reading: Reading) -> datetime | None:
    """The moment that was named, also where the weekday beside it does not fit."""
    if reading.at is not None or reading.day is None or reading.hour is None:
        return reading.at
    return datetime.combine(reading.day, reading.hour, await visit.zone()).astimezone(UTC)


async def ask_hour(visit: Visit, found: Working, plan: Plan, day: date) -> Screen:
    """Only the hour is missing."""
    ask(visit, plan, Kept(day=day))
    words = weekday_words(visit.texts, day, visit.now.astimezone(await visit.zone()).date())
    text = visit.texts("meeting-which-hour", day=words)
    return await times_screen(visit, plan, text, await hours_of(visit, found, day))


async def ask_day(visit: Visit, found: Working, plan: Plan, hour: time) -> Screen:
    """Only the day is missing."""
    ask(visit, plan, Kept(hour=hour))
    text = visit.texts("meeting-which-day", hour=f"{hour:%H:%M}")
    return await times_screen(visit, plan, text, await days_for(visit, found, hour))


async def confirmation(visit: Visit, plan: Plan, moment: datetime, why: str) -> Screen:
    """A time that is possible but probably not meant; another one may be typed as well."""
    ask(visit, plan, Kept())
    words = moment_words(visit.texts, moment, visit.now, await visit.zone())
    return Screen(
        visit.texts("meeting-sure", why=why, moment=words),
        rows(
            button(visit.texts("meeting-sure-yes"), At.of(plan, moment)),
            button(visit.texts("meeting-other-time"), plan),
            card.home_button(visit),
        ),
    )
