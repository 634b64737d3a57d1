"""The tick for what follows from a date alone, whatever the hour: each organisation is looked at once a local day.

To ask every organisation at every beat would cost more than all the rest of the beat, to find nothing.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from storage.database import Database
from storage.models import Organisation
from storage.storage import Storage

Look = Callable[[Storage, Organisation, date, datetime], Awaitable[int]]
"""Does what has become due in an organisation by its local day, at ``now``; how much that was."""

Looked = dict[int, date]
"""Organisation → the local day on which it was looked at last; empty when a process begins."""


async def each_day(database: Database, now: datetime, looks: Sequence[Look], looked: Looked | None = None) -> int:
    """Take all ``looks`` at every organisation, one a transaction; the sum of what they say.

    With ``looked`` only where none was taken on the organisation's present day.
    """
    looked = {} if looked is None else looked
    total = 0
    for organisation_id, today in (await _todays(database, now)).items():
        if looked.get(organisation_id) != today:
            total += await database.run(partial(_look, looks, organisation_id, today, now))
            looked[organisation_id] = today
    return total


def midnight(day: date, timezone: str) -> datetime:
    """The moment at which a local day begins."""
    return datetime.combine(day, time(), ZoneInfo(timezone)).astimezone(UTC)


async def _todays(database: Database, now: datetime) -> Mapping[int, date]:
    """Organisation → what day it is there; a zone's day is worked out once."""
    zones = await database.run(lambda storage: storage.organisations.zones())
    days = {zone: now.astimezone(ZoneInfo(zone)).date() for zone in set(zones.values())}
    return {organisation_id: days[zone] for organisation_id, zone in zones.items()}


async def _look(looks: Sequence[Look], organisation_id: int, today: date, now: datetime, storage: Storage) -> int:
    organisation = await storage.organisations.get(organisation_id)
    return sum([await look(storage, organisation, today, now) for look in looks])
