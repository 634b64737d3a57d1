"""The daily look for agreements with partners that are about to end: curators hear of each and its date once."""

from datetime import date, datetime, timedelta

from domain.notices import News
from domain.people import Role
from scheduler.daily import midnight
from storage.models import Organisation, Partner
from storage.storage import Storage

AHEAD = timedelta(days=30)


async def warn_of_ends(storage: Storage, organisation: Organisation, today: date, now: datetime) -> int:
    """How many notices are new."""
    ending = await storage.partners.ending(organisation.id, today, today + AHEAD)
    curators = await storage.people.members(organisation.id, Role.CURATOR) if ending else ()
    return sum([await _tell(storage, partner, curator.id, now) for partner in ending for curator in curators])


async def _tell(storage: Storage, partner: Partner, curator_id: int, now: datetime) -> bool:
    return await storage.notices.add(
        curator_id,
        News.AGREEMENT_ENDS,
        f"partner:{partner.id}:{partner.until}:ends:person:{curator_id}",
        now,
        now,
        organisation_id=partner.organisation_id,
        subject={"partner": partner.id, "until": str(partner.until)},
    )


async def next_warning(storage: Storage, now: datetime) -> datetime | None:
    """The first local midnight to come at which an agreement's end is near enough to be told of."""
    moments = (midnight(until - AHEAD, zone) for until, zone in await storage.partners.ends_after(now.date()))
    return min((moment for moment in moments if moment > now), default=None)
