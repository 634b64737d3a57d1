"""Letting the other side know of a meeting."""

from datetime import UTC, timedelta

from domain.notices import News
from handlers.visit import Visit
from storage.mentorships import Pair
from storage.models import Meeting


def stamp(meeting: Meeting) -> str:
    """The meeting's moment as the keys of its notices carry it."""
    return meeting.starts_at.astimezone(UTC).strftime("%Y%m%dT%H%MZ")


HELD_BACK = timedelta(days=366)
"""No notice waits longer than that for its person, whatever «Не писать до …» says."""


async def still_waits(visit: Visit, pair: Pair, meeting: Meeting, news: News) -> bool:
    """Whether this news of the meeting has not reached the other side yet."""
    waiting = [
        notice.subject["meeting"]
        for person in pair.others(visit.person.id)
        for notice in await visit.storage.notices.waiting_of(person.id, visit.now + HELD_BACK, [news])
    ]
    return meeting.id in waiting


async def tell_others(
    visit: Visit, pair: Pair, meeting: Meeting, news: News, *, after: timedelta = timedelta(0), how: str = ""
) -> None:
    """Write to the other side of the pair, ``after`` some time; ``how`` chooses the words."""
    for person in pair.others(visit.person.id):
        await visit.storage.notices.add(
            person.id,
            news,
            f"meeting:{meeting.id}:{stamp(meeting)}:{news}:{visit.now.isoformat()}:person:{person.id}",
            visit.now + after,
            visit.now,
            organisation_id=meeting.organisation_id,
            subject={"meeting": meeting.id, "how": how},
        )
