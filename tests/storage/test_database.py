import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import StatementError

from storage.database import TRIES, Conflict, Database
from storage.models import Account, Notice
from storage.storage import Storage
from tests.storage.stock import NOW, some_person

MANY = 25


async def test_what_is_written_is_there_for_the_next(database: Database) -> None:
    async with database.begin() as storage:
        salt = await storage.updates.salt()
    async with database.begin() as storage:
        assert await storage.updates.salt() == salt


async def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.begin() as storage:
            await storage.people.account("vk", 1, NOW)
            raise ZeroDivisionError
    async with database.look() as session:
        assert (await session.scalars(select(Account))).all() == []


async def test_a_naive_moment_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="naive"):
        async with database.begin() as storage:
            await storage.people.account("vk", 1, datetime(2026, 10, 5, 7))  # noqa: DTZ001 - what is refused


async def test_moments_come_back_aware_and_in_utc(database: Database) -> None:
    async with database.begin() as storage:
        await storage.people.account("vk", 1, datetime.fromisoformat("2026-10-05T10:00:00+03:00"))
    async with database.look() as session:
        made = (await session.scalars(select(Account.created_at))).one()
    assert made == datetime(2026, 10, 5, 7, tzinfo=UTC)
    assert made.utcoffset() == datetime.now(UTC).utcoffset()


async def test_many_who_change_one_row_at_once_lose_no_change(database: Database) -> None:
    async def add_one(storage: Storage) -> None:
        account = await storage.people.account("vk", 1, NOW)
        await asyncio.sleep(0)
        account.failed_codes += 1

    await asyncio.gather(*(database.run(add_one) for _ in range(MANY)))
    async with database.begin() as storage:
        assert (await storage.people.account("vk", 1, NOW)).failed_codes == MANY


async def test_many_who_write_at_once_make_one_account_and_one_salt(database: Database) -> None:
    async def arrive(storage: Storage) -> tuple[int, str]:
        return (await storage.people.account("telegram", 7, NOW)).id, await storage.updates.salt()

    assert len(set(await asyncio.gather(*(database.run(arrive) for _ in range(MANY))))) == 1


async def test_a_notice_that_many_write_at_once_is_written_once(database: Database) -> None:
    person = await some_person(database)

    async def write(storage: Storage) -> bool:
        return await storage.notices.add(person, "letter", "letter:1:2026-10-05", NOW, NOW)

    assert sum(await asyncio.gather(*(database.run(write) for _ in range(MANY)))) == 1
    async with database.look() as session:
        assert (await session.scalars(select(func.count(Notice.id)))).one() == 1


async def test_an_update_that_comes_many_times_at_once_is_taken_once(database: Database) -> None:
    taken = await asyncio.gather(
        *(database.run(lambda storage: storage.updates.take("vk", "event", NOW)) for _ in range(MANY))
    )
    assert taken.count(True) == 1


async def test_who_loses_every_race_is_told_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.database.PAUSE_SECONDS", 0)
    tries = 0

    async def lose(_storage: Storage) -> None:
        nonlocal tries
        tries += 1
        raise Conflict

    with pytest.raises(Conflict):
        await database.run(lose)
    assert tries == TRIES


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_on_a_server_who_decides_on_what_another_has_changed_is_told_to_begin_again(
    database: Database, other_process: Database
) -> None:
    async with database.begin() as storage:
        await storage.people.account("vk", 1, NOW)
    with pytest.raises(Conflict):
        async with database.begin() as first:
            (await first.people.account("vk", 1, NOW)).failed_codes += 1
            async with other_process.begin() as second:
                (await second.people.account("vk", 1, NOW)).failed_codes += 1
            await first.session.flush()


async def test_processes_that_change_one_row_at_once_lose_no_change(
    database: Database, other_process: Database
) -> None:
    async def add_one(storage: Storage) -> None:
        account = await storage.people.account("vk", 1, NOW)
        await asyncio.sleep(0)
        account.failed_codes += 1

    await asyncio.gather(*(each.run(add_one) for each in (database, other_process) * MANY))
    async with database.begin() as storage:
        assert (await storage.people.account("vk", 1, NOW)).failed_codes == 2 * MANY


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_file_is_durable_and_keeps_references(database: Database) -> None:
    async with database.engine.connect() as connection:
        settings = {
            name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
