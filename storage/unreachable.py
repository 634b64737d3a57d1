"""Letting the curators know whom no messenger reaches."""

from datetime import datetime

from domain.notices import News
from domain.people import Role
from storage.storage import Storage


async def tell_curators(storage: Storage, person_id: int, organisation_id: int, now: datetime) -> None:
    """Once since a message last got through to the person, however it was noticed."""
    reached = await storage.notices.last_shown(person_id)
    since = reached.date().isoformat() if reached else "never"
    for curator in await storage.people.members(organisation_id, Role.CURATOR):
        if curator.id != person_id:
            await storage.notices.add(
                curator.id,
                News.UNREACHABLE,
                f"unreachable:{person_id}:{organisation_id}:{since}:person:{curator.id}",
                now,
                now,
                organisation_id=organisation_id,
                subject={"person": person_id},
            )
