"""Quiet housekeeping: forgetting strangers and old update records, and keeping the calendars filled."""

from datetime import datetime, timedelta

from scheduler.days_off import russian_days_off
from storage.database import Database

STRANGERS_KEPT = timedelta(days=30)
UPDATES_KEPT = timedelta(days=14)
YEARS_AHEAD = 1


async def forget(database: Database, now: datetime) -> int:
    """Erase accounts that never consented and records of updates that no messenger repeats; how many accounts."""
    async with database.begin() as storage:
        await storage.updates.forget(now - UPDATES_KEPT)
        return await storage.people.forget_strangers(now - STRANGERS_KEPT)


async def fill_calendars(database: Database, now: datetime) -> int:
    """Give every organisation the days off of this year and the next, leaving alone what a curator has changed.

    How many organisations got some.
    """
    async with database.begin() as storage:
        years = range(now.year, now.year + YEARS_AHEAD + 1)
        missing = {year: await storage.organisations.without_days_off(year) for year in years}
        for year, organisations in missing.items():
            days = russian_days_off(year).titled() if organisations else {}
            for organisation_id in organisations:
                await storage.organisations.set_days_off(organisation_id, days)
        return len(set().union(*missing.values()))


async def close_surveys(database: Database, now: datetime) -> int:
    """Close surveys whose time is over; how many."""
    async with database.begin() as storage:
        return len(await storage.surveys.close_due(now))
