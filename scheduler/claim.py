"""Claiming messages for delivery: what may go now is taken on a lease, the rest is put off to when it may."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.notices import COURTESY, UNASKED_KINDS
from domain.reminders import Courtesy, may_go, zone_of_last_morning
from storage.calendars import calendar_of
from storage.database import Database
from storage.models import Notice, Organisation, Person
from storage.storage import Storage

LEASE = timedelta(minutes=3)
BATCH = 50


async def claim(database: Database, now: datetime, platform: str) -> list[int]:
    """Claim some messages to people who prefer ``platform`` ("": none): ids of the notices that lead them.

    Empty when nothing may go at ``now``.
    """
    while True:
        due, claimed = await database.run(lambda storage: _Claim(storage, now, platform).take())
        if claimed or due < BATCH:
            return claimed


class _Claim:
    """One transaction of claiming; each calendar, person and companion is read once."""

    def __init__(self, storage: Storage, now: datetime, platform: str) -> None:
        self.storage = storage
        self.now = now
        self.platform = platform
        self.real_now = datetime.now(UTC)
        self.people: dict[int, Person] = {}
        self.companions: dict[int, list[Notice]] = {}
        self.calendars: dict[int | None, Calendar] = {}
        self.places: dict[int, dict[int, Organisation]] = {}

    async def take(self) -> tuple[int, list[int]]:
        """How many were due, and the leads that were claimed."""
        due = await self.storage.notices.due(self.now, self.real_now, BATCH, self.platform)
        person_ids = sorted({notice.person_id for notice in due})
        self.people = await self.storage.people.by_id(person_ids)
        self.companions = await self.storage.notices.waiting_by_person(person_ids, self.now, UNASKED_KINDS)
        return len(due), [notice.id for notice in due if await self._taken(notice)]

    async def _taken(self, notice: Notice) -> bool:
        """Whether the notice leads a message from now on; false also when an earlier one has taken it along."""
        if notice.lead_id is not None:
            return False
        is_new = notice.state == "waiting"
        if not await self._may_go(notice, is_new=is_new):
            return False
        followers = self._followers(notice) if is_new else []
        self.storage.notices.claim(notice, followers, self.real_now + LEASE)
        return True

    async def _may_go(self, notice: Notice, *, is_new: bool) -> bool:
        """Whether the message may disturb its person now; else it is put off to when it may.

        One that was claimed before has had its turn of the day and waits for the hours only.
        """
        person, courtesy = self.people[notice.person_id], COURTESY[notice.kind]
        earliest = may_go(
            courtesy,
            await self._hours(person, notice.organisation_id, courtesy),
            self.now,
            last_unasked=person.unasked_at if is_new else None,
            muted_until=person.muted_until,
        )
        if earliest > self.now:
            notice.due_at = earliest
            return False
        if courtesy is Courtesy.UNASKED:
            person.unasked_at = self.now
        return True

    def _followers(self, notice: Notice) -> list[Notice]:
        """What else the bot would say unasked to this person now: it shares the message."""
        if notice.kind not in UNASKED_KINDS:
            return []
        return [other for other in self.companions.get(notice.person_id, []) if other.id != notice.id]

    async def _hours(self, person: Person, organisation_id: int | None, courtesy: Courtesy) -> Calendar:
        """The days of the place that the message is about, in the zone by which the person is written to."""
        hers = await self._places(person)
        calendar = await self._calendar(await self._place(person, organisation_id, hers))
        if person.timezone:
            return calendar.in_zone(ZoneInfo(person.timezone))
        if courtesy is Courtesy.UNASKED and hers:
            zones = [ZoneInfo(each.timezone) for each in hers.values()]
            return calendar.in_zone(zone_of_last_morning(zones, self.now))
        return calendar

    async def _places(self, person: Person) -> Mapping[int, Organisation]:
        if person.id not in self.places:
            self.places[person.id] = {each.id: each for each in await self.storage.places.of(person.id)}
        return self.places[person.id]

    async def _place(self, person: Person, organisation_id: int | None, hers: Collection[int]) -> int | None:
        """The receiver's own organisation by whose days she is written to: a district may live in another zone than
        the organisation below it that the notice is about.
        """
        if organisation_id is None or not hers or organisation_id in hers:
            return organisation_id or person.organisation_id
        above = (await self.storage.organisations.get(organisation_id)).parent_id
        return above if above in hers else person.organisation_id or organisation_id

    async def _calendar(self, place: int | None) -> Calendar:
        if place not in self.calendars:
            self.calendars[place] = await self._read_calendar(place)
        return self.calendars[place]

    async def _read_calendar(self, organisation_id: int | None) -> Calendar:
        """Whoever belongs to no organisation yet lives by the plain week."""
        if organisation_id is None:
            return Calendar(ZoneInfo("Europe/Moscow"))
        return await calendar_of(self.storage, await self.storage.organisations.get(organisation_id))
