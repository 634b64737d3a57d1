"""Times to tap: free moments of the coming days, hours of a day, days for an hour."""

from collections.abc import Iterable
from datetime import date, datetime, time

from domain.calendar import DAY, Calendar
from domain.meetings import LENGTH
from domain.moments import suggestions
from handlers.dates import short_moment
from handlers.meetings.mine import Working
from handlers.meetings.press import At
from handlers.pairs.press import Plan
from handlers.screen import Button, button
from handlers.visit import Visit
from storage.calendars import calendar_of

SUGGESTED = 6
HOURS = (time(10), time(12), time(14), time(16))
DAYS = 4
LOOK_AHEAD = 30


async def calendar_for(visit: Visit, found: Working) -> Calendar:
    """The calendar of the pair's organisation in the time of the person who is spoken to."""
    organisation = await visit.storage.organisations.get(found.pair.mentorship.organisation_id)
    return (await calendar_of(visit.storage, organisation)).in_zone(await visit.zone())


async def taken(visit: Visit, found: Working, plan: Plan) -> list[datetime]:
    """When the pair's people have other meetings, in this pair or another; the one to be moved does not count."""
    planned = await visit.storage.meetings.planned_with([person.id for person in found.pair.people])
    return [meeting.starts_at for meeting in planned if meeting.id != plan.meeting]


async def is_busy(visit: Visit, found: Working, plan: Plan, moment: datetime) -> bool:
    return any(abs(other - moment) < LENGTH for other in await taken(visit, found, plan))


async def free_moments(visit: Visit, found: Working, plan: Plan) -> list[datetime]:
    calendar = await calendar_for(visit, found)
    return suggestions(visit.now, calendar, await taken(visit, found, plan), SUGGESTED)


async def hours_of(visit: Visit, found: Working, day: date) -> list[datetime]:
    """The usual hours of a day that are still to come."""
    calendar = await calendar_for(visit, found)
    return [moment for hour in HOURS if (moment := calendar.at(day, hour)) > visit.now]


async def days_for(visit: Visit, found: Working, hour: time) -> list[datetime]:
    """The next school days at this hour."""
    calendar = await calendar_for(visit, found)
    today = calendar.day_of(visit.now)
    days = (today + number * DAY for number in range(LOOK_AHEAD))
    moments = [calendar.at(day, hour) for day in days if calendar.is_school_day(day)]
    return [moment for moment in moments if moment > visit.now][:DAYS]


async def time_buttons(visit: Visit, plan: Plan, moments: Iterable[datetime]) -> list[Button]:
    zone = await visit.zone()
    return [button(short_moment(visit.texts, moment, zone), At.of(plan, moment)) for moment in moments]
