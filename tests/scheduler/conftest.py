from dataclasses import dataclass

import pytest

from domain.people import Role
from storage.database import Database
from tests.scheduler.post_office import PostOffice
from tests.storage.stock import organisation, person


@dataclass
class School:
    """Ids of an organisation in Moscow with a curator, a mentor and a mentee."""

    organisation: int
    programme: int
    curator: int
    mentor: int
    mentee: int


@pytest.fixture
async def school(database: Database) -> School:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        people = [
            await person(storage, number, programme=programme, role=role)
            for number, role in enumerate((Role.CURATOR, Role.MENTOR, Role.MENTEE), start=1)
        ]
        return School(ours.id, programme.id, *(each.id for each in people))


@pytest.fixture
def office(database: Database) -> PostOffice:
    return PostOffice(database)
