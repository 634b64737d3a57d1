"""What tests of storage begin with: an organisation, its programme, people."""

from datetime import UTC, date, datetime

from domain.consents import By, ConsentKind
from domain.people import Role
from storage.database import Database
from storage.models import Organisation, Person, Programme
from storage.storage import Storage

NOW = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)
"""A working Monday, 10:00 in Moscow."""

STARTS, ENDS = date(2026, 9, 1), date(2027, 5, 31)


async def organisation(storage: Storage, name: str = "Детский сад № 8") -> tuple[Organisation, Programme]:
    made = await storage.organisations.add(name, "Europe/Moscow", NOW)
    return made, await storage.organisations.add_programme(made.id, STARTS, ENDS, NOW)


async def person(
    storage: Storage, external_id: int, *, programme: Programme | None = None, role: str = Role.MENTEE
) -> Person:
    """Somebody with an account, and with a consent and a role in the programme where one is given."""
    account = await storage.people.account("telegram", external_id, NOW)
    made = await storage.people.add_person(account, NOW)
    if programme is not None:
        made.organisation_id = programme.organisation_id
        await consented(storage, made.id, programme.organisation_id)
        await storage.people.join(made.id, programme.organisation_id, programme.id, role, NOW)
    return made


async def consented(
    storage: Storage, person_id: int, organisation_id: int, kind: ConsentKind = ConsentKind.PROCESSING
) -> bool:
    """The person's own consent; whether it is new."""
    return await storage.consents.give(person_id, organisation_id, kind, By.SELF, NOW, given_by=person_id)


async def some_person(database: Database, external_id: int = 1) -> int:
    async with database.begin() as storage:
        return (await person(storage, external_id)).id
