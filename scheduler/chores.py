"""Quiet housekeeping: forgetting strangers and old update records, and keeping the calendars filled."""

from datetime import date, datetime, timedelta

from domain.gatherings import SURVEY as GATHERING
from domain.notices import News
from domain.people import Role
from scheduler.days_off import russian_days_off
from storage.database import Database
from storage.models import Organisation, Survey
from storage.storage import Storage

STRANGERS_KEPT = timedelta(days=30)
UPDATES_KEPT = timedelta(days=14)
YEARS_AHEAD = 1


async def forget(database: Database, now: datetime) -> int:
    """Erase accounts and named people that never consented, and old records of updates; how many accounts."""
    await database.run(lambda storage: storage.updates.forget(now - UPDATES_KEPT))
    await database.run(lambda storage: storage.gatherings.forget_voices(now))
    await database.run(lambda storage: storage.imports.forget(now - STRANGERS_KEPT))
    return await database.run(lambda storage: storage.people.forget_strangers(now - STRANGERS_KEPT))


async def fill_calendar(storage: Storage, organisation: Organisation, today: date, now: datetime) -> int:
    """Give the organisation the days off of this year and the next, each once: a curator may have changed some.

    How many years were filled.
    """
    years = range(today.year, today.year + YEARS_AHEAD + 1)
    empty = [year for year in years if not await storage.organisations.has_days_off(organisation.id, year)]
    for year in empty:
        await storage.organisations.set_days_off(organisation.id, russian_days_off(year).titled())
    return len(empty)


async def close_surveys(database: Database, now: datetime) -> int:
    """Close surveys whose time is over and tell the curators; how many."""

    async def close(storage: Storage) -> int:
        over = await storage.surveys.close_due(now)
        for survey in over:
            if survey.kind != GATHERING:
                await _tell_of_end(storage, survey, now)
        return len(over)

    return await database.run(close)


async def _tell_of_end(storage: Storage, survey: Survey, now: datetime) -> None:
    for curator in await storage.people.members(survey.organisation_id, Role.CURATOR):
        await storage.notices.add(
            curator.id,
            News.SURVEY_ENDED,
            f"survey:{survey.id}:{survey.closes_at.date()}:ended:person:{curator.id}",
            now,
            now,
            organisation_id=survey.organisation_id,
            subject={"survey": survey.id},
        )
