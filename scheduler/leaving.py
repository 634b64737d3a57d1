"""The tick that ends the duties of mentors whose last day is over, with their pairs."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.notices import News
from domain.statuses import Status
from storage.database import Database
from storage.mentorships import Pair
from storage.models import Membership
from storage.storage import Storage


async def end_duties(database: Database, now: datetime) -> int:
    """How many mentors have left."""
    return await database.run(lambda storage: _end_duties(storage, now))


async def _end_duties(storage: Storage, now: datetime) -> int:
    count = 0
    for organisation in await storage.organisations.all():
        today = now.astimezone(ZoneInfo(organisation.timezone)).date()
        for duties in await storage.agreements.ending(organisation.id, today):
            await _leave(storage, duties, now)
            count += 1
    return count


async def _leave(storage: Storage, duties: Membership, now: datetime) -> None:
    duties.left_at = now
    for pair in await storage.mentorships.of_person(duties.person_id, duties.organisation_id):
        if pair.mentor.id == duties.person_id:
            await _end_pair(storage, pair, now)


async def _end_pair(storage: Storage, pair: Pair, now: datetime) -> None:
    agreed = pair.mentorship.status == Status.AGREED
    await storage.mentorships.close(pair.mentorship, Status.CLOSED if agreed else Status.WITHDRAWN, now)
    await storage.meetings.cancel_planned(pair.mentorship.id, pair.mentor.id, now)
    for person in pair.people:
        await storage.notices.add(
            person.id,
            News.PAIR_CLOSED,
            f"pair:{pair.mentorship.id}:left:{now.isoformat()}:person:{person.id}",
            now,
            now,
            organisation_id=pair.mentorship.organisation_id,
            subject={"pair": pair.mentorship.id},
        )
