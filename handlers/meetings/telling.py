"""Letting the other side know of a meeting."""

from datetime import UTC, timedelta

from domain.notices import News
from handlers.visit import Visit
from storage.mentorships import Pair
from storage.models import Meeting


def stamp(meeting: Meeting) -> str:
    """The meeting's moment as the keys of its notices carry it."""
    return meeting.starts_at.astimezone(UTC).strftime("%Y%m%dT%H%MZ")


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
