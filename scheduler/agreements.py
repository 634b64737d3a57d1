"""The tick that tells curators of partners' agreements which are about to end, once an agreement and its date."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.notices import News
from domain.people import Role
from storage.database import Database
from storage.models import Organisation, Partner
from storage.storage import Storage

AHEAD = timedelta(days=30)


async def warn_of_ends(database: Database, now: datetime) -> int:
    """How many notices are new."""
    return await database.run(lambda storage: _warn(storage, now))


async def _warn(storage: Storage, now: datetime) -> int:
    count = 0
    for organisation in await storage.organisations.all():
        today = now.astimezone(ZoneInfo(organisation.timezone)).date()
        for partner in await storage.partners.ending(organisation.id, today, today + AHEAD):
            count += await _tell(storage, organisation, partner, now)
    return count


async def _tell(storage: Storage, organisation: Organisation, partner: Partner, now: datetime) -> int:
    curators = await storage.people.members(organisation.id, Role.CURATOR)
    return sum(
        [
            await storage.notices.add(
                curator.id,
                News.AGREEMENT_ENDS,
                f"partner:{partner.id}:{partner.until}:ends:person:{curator.id}",
                now,
                now,
                organisation_id=organisation.id,
                subject={"partner": partner.id, "until": str(partner.until)},
            )
            for curator in curators
        ]
    )
