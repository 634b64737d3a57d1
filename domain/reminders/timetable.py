"""What is due at a moment, what will be next, and what has ceased to be true."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from domain.calendar import Calendar
from domain.reminders.digest import digest_timetable
from domain.reminders.due import Due
from domain.reminders.facts import DigestFact, Fact, MeetingFact, SilenceFact
from domain.reminders.meetings import meeting_timetable
from domain.reminders.silence import silence_timetable
from domain.reminders.tasks import task_timetable

# Monthly questions pause for three months in summer: the next one is always nearer than this.
LOOK_AHEAD = timedelta(days=400)


def timetable(facts: Iterable[Fact], calendar: Calendar, until: datetime) -> Iterator[Due]:
    """Every message that the facts give, each chain in order of time; what recurs without end only up to `until`."""
    for fact in facts:
        match fact:
            case MeetingFact():
                yield from meeting_timetable(fact, calendar)
            case SilenceFact():
                yield from silence_timetable(fact, calendar)
            case DigestFact():
                yield from digest_timetable(fact, calendar, until)
            case _:
                yield from task_timetable(fact, calendar, until)


def due(facts: Iterable[Fact], calendar: Calendar, now: datetime) -> list[Due]:
    """What has become due by `now`, in order of time: of each chain the latest that still makes sense.

    It gives the same until the next one of the chain: the unique key tells what was written down already.
    """
    latest: dict[tuple[str, int, int], Due] = {}
    for item in timetable(facts, calendar, now):
        if item.due_at <= now and (item.expires_at is None or now < item.expires_at):
            latest[item.chain] = item
    return sorted(latest.values(), key=lambda item: (item.due_at, item.subject, item.subject_id, item.person_id))


def next_instant(facts: Iterable[Fact], calendar: Calendar, now: datetime) -> datetime | None:
    """The next moment at which `due` gives something new; None when nothing is ahead within a year."""
    ahead = (item.due_at for item in timetable(facts, calendar, now + LOOK_AHEAD) if item.due_at > now)
    return min(ahead, default=None)


def still_true(key: str, facts: Iterable[Fact], calendar: Calendar, now: datetime) -> bool:
    """Whether a message that was written down may still go: not done, not moved, not replaced by a later one.

    `facts` are those of its subject as they are now.
    """
    return any(item.key == key for item in due(facts, calendar, now))
