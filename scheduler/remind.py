"""The tick that writes down what has become due, and the question when something will be due next.

To derive what is due takes reading all open matters of an organisation, so it is not done at every beat but when
there may be something new: the organisation's next instant has come, or somebody may have written something since.
The latter is looked for in turns, so that a region's thousands of organisations do not fill a beat.
What is remembered for that is only a saving: whoever knows nothing, after a restart, derives everything.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain import reminders
from domain.notices import News
from storage.calendars import calendar_of
from storage.database import Database
from storage.facts import facts_of
from storage.storage import Storage

UNSEEN = timedelta(minutes=1)
"""How long a reminder that follows from something just written may wait; those known before come on time."""
AT_ONCE = 50
"""Organisations in one beat where something may have been written: with more than 600 of them `UNSEEN` grows."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What an organisation's facts gave when they were last looked at, at ``now`` of the business clock."""

    now: datetime
    following: datetime | None
    real: float = field(default_factory=time.monotonic)

    def is_current(self, now: datetime) -> bool:
        """Whether nothing can have become due since: a clock that was turned in either direction says no."""
        passed = timedelta(seconds=time.monotonic() - self.real)
        return not self.is_overtaken(now) and abs(now - self.now) < UNSEEN and passed < UNSEEN

    def is_overtaken(self, now: datetime) -> bool:
        """Whether the instant has come that was known to follow."""
        return self.following is not None and self.following <= now


Watch = dict[int, Seen]
"""Organisation → what was seen there; empty when a process begins."""


async def remind(database: Database, now: datetime, watch: Watch | None = None) -> int:
    """Write the notices that are due by ``now``, one organisation a transaction; how many are new.

    With ``watch`` only where something may have become due since it was last filled in.
    """
    watch = {} if watch is None else watch
    organisations = await database.run(lambda storage: storage.organisations.zones())
    return sum([await _remind(database, each, now, watch) for each in stale(organisations, watch, now)])


def stale(organisations: Iterable[int], watch: Watch, now: datetime) -> list[int]:
    """Where to look now: wherever something is due or nobody has looked yet, and a few of those seen long ago.

    The longest unseen come first, so that everybody has a turn.
    """
    old = [each for each in organisations if each not in watch or not watch[each].is_current(now)]
    due = [each for each in old if each not in watch or watch[each].is_overtaken(now)]
    unseen = sorted(set(old).difference(due), key=lambda each: watch[each].real)
    return [*due, *unseen[:AT_ONCE]]


async def _remind(database: Database, organisation_id: int, now: datetime, watch: Watch) -> int:
    new, seen = await database.run(lambda storage: _remind_organisation(storage, organisation_id, now))
    watch[organisation_id] = seen
    return new


async def _remind_organisation(storage: Storage, organisation_id: int, now: datetime) -> tuple[int, Seen]:
    organisation = await storage.organisations.get(organisation_id)
    calendar = await calendar_of(storage, organisation)
    facts = await facts_of(storage, organisation)
    due = reminders.due(facts, calendar, now)
    known = await storage.notices.known([item.key for item in due])
    unknown = await _of_who_knows(storage, [item for item in due if item.key not in known], now)
    new = [item for item in unknown if await storage.consents.allows_writing(item.person_id, organisation_id)]
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
    return len(new), Seen(now, reminders.next_instant(facts, calendar, now))


async def _of_who_knows(storage: Storage, items: Sequence[reminders.Due], now: datetime) -> list[reminders.Due]:
    """Nobody is reminded of a row before having heard of being responsible; that takes minutes."""
    unaware = await storage.notices.still_to_hear(News.ROWS_GIVEN, now) if items else set()
    return [item for item in items if item.subject != "task" or item.person_id not in unaware]


async def next_reminder(storage: Storage, now: datetime) -> datetime | None:
    """The next moment at which ``remind`` will have something to write."""
    moments = []
    for organisation in await storage.organisations.all():
        facts = await facts_of(storage, organisation)
        moment = reminders.next_instant(facts, await calendar_of(storage, organisation), now)
        if moment is not None:
            moments.append(moment)
    return min(moments, default=None)
