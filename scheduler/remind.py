"""The tick that writes down what has become due, and the question when something will be due next."""

from datetime import datetime

from domain import reminders
from scheduler.facts import facts_of
from storage.calendars import calendar_of
from storage.database import Database
from storage.storage import Storage


async def remind(database: Database, now: datetime) -> int:
    """Write the notices that are due by ``now``, one organisation a transaction; how many are new."""
    organisations = await database.run(lambda storage: storage.organisations.all())
    return sum([await _remind(database, organisation.id, now) for organisation in organisations])


async def _remind(database: Database, organisation_id: int, now: datetime) -> int:
    return await database.run(lambda storage: _remind_organisation(storage, organisation_id, now))


async def _remind_organisation(storage: Storage, organisation_id: int, now: datetime) -> int:
    organisation = await storage.organisations.get(organisation_id)
    calendar = await calendar_of(storage, organisation)
    due = reminders.due(await facts_of(storage, organisation), calendar, now)
    known = await storage.notices.known([item.key for item in due])
    new = [item for item in due if item.key not in known]
    for item in new:
        await storage.notices.add(
            item.person_id,
            item.kind,
            item.key,
            item.due_at,
            now,
            organisation_id=organisation_id,
            subject={item.subject: item.subject_id},
        )
    return len(new)


async def next_reminder(storage: Storage, now: datetime) -> datetime | None:
    """The next moment at which ``remind`` will have something to write."""
    moments = []
    for organisation in await storage.organisations.all():
        facts = await facts_of(storage, organisation)
        moment = reminders.next_instant(facts, await calendar_of(storage, organisation), now)
        if moment is not None:
            moments.append(moment)
    return min(moments, default=None)
