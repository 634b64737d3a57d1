"""Quiet housekeeping: forgetting strangers and old update records, and keeping the calendars filled."""

from datetime import date, datetime, timedelta

from scheduler.days_off import russian_days_off
from storage.database import Database
from storage.storage import Storage

STRANGERS_KEPT = timedelta(days=30)
UPDATES_KEPT = timedelta(days=14)
YEARS_AHEAD = 2


async def forget(database: Database, now: datetime) -> int:
    """Erase accounts that never consented and records of updates that no messenger repeats; how many accounts."""
    async with database.begin() as storage:
        await storage.updates.forget(now - UPDATES_KEPT)
        return await storage.people.forget_strangers(now - STRANGERS_KEPT)


async def fill_days_off(storage: Storage, organisation_id: int, today: date) -> None:
    """Days off of this year, the one before and two ahead, leaving alone what a curator has changed."""
    days = {}
    for year in range(today.year - 1, today.year + YEARS_AHEAD + 1):
        days.update(russian_days_off(year))
    await storage.organisations.set_days_off(organisation_id, days)


async def close_surveys(database: Database, now: datetime) -> int:
    """Close surveys whose time is over; how many."""
    async with database.begin() as storage:
        return len(await storage.surveys.close_due(now))
