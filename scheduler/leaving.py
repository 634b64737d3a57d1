"""The daily look that ends the duties of mentors whose last day is over, with their pairs."""

from datetime import date, datetime, timedelta

from domain.notices import News
from domain.people import Role
from domain.statuses import Ending, Status
from scheduler.daily import midnight
from storage.mentorships import Pair
from storage.models import Membership, Organisation
from storage.storage import Storage


async def end_duties(storage: Storage, organisation: Organisation, today: date, now: datetime) -> int:
    """How many mentors have left."""
    over = await storage.agreements.ending(organisation.id, today)
    for duties in over:
        await _leave(storage, duties, now)
    return len(over)


async def _leave(storage: Storage, duties: Membership, now: datetime) -> None:
    duties.left_at = now
    for pair in await storage.mentorships.of_person(duties.person_id, duties.organisation_id):
        if pair.mentor.id == duties.person_id:
            await _end_pair(storage, pair, now)


async def _end_pair(storage: Storage, pair: Pair, now: datetime) -> None:
    agreed = pair.mentorship.status == Status.AGREED
    status = Status.CLOSED if agreed else Status.WITHDRAWN
    await storage.mentorships.close(pair.mentorship, status, now, Ending.LAID_DOWN)
    await storage.meetings.cancel_planned(pair.mentorship.id, pair.mentor.id, now)
    curators = await storage.people.members(pair.mentorship.organisation_id, Role.CURATOR) if agreed else ()
    for person_id in {person.id for person in (*pair.people, *curators)}:
        await storage.notices.add(
            person_id,
            News.PAIR_BROKEN,
            f"pair:{pair.mentorship.id}:left:{now.isoformat()}:person:{person_id}",
            now,
            now,
            organisation_id=pair.mentorship.organisation_id,
            subject={"pair": pair.mentorship.id},
        )


async def next_leaving(storage: Storage, now: datetime) -> datetime | None:
    """The first local midnight to come after a mentor's last day."""
    moments = (midnight(last + timedelta(days=1), zone) for last, zone in await storage.agreements.last_days())
    return min((moment for moment in moments if moment > now), default=None)
