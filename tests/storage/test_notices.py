import asyncio
from datetime import UTC, datetime, timedelta

from domain.reminders import Kind
from storage.database import Database
from storage.models import Notice
from storage.storage import Storage
from tests.storage.stock import NOW, some_person

REAL_NOW = datetime.now(UTC)
LATER = REAL_NOW + timedelta(minutes=3)
HOUR = timedelta(hours=1)


async def write(database: Database, person_id: int, *keys: str, due_at: datetime = NOW) -> None:
    async with database.begin() as storage:
        for key in keys:
            await storage.notices.add(person_id, Kind.FORM, key, due_at, NOW, subject={"form": 1})


async def claim_all(storage: Storage) -> list[str]:
    due = await storage.notices.due(NOW, REAL_NOW, 10)
    for notice in due:
        storage.notices.claim(notice, [], LATER)
    return [notice.key for notice in due]


async def test_a_key_is_written_once(database: Database) -> None:
    made = await some_person(database)
    async with database.begin() as storage:
        assert await storage.notices.add(made, Kind.FORM, "form:1", NOW, NOW)
        assert not await storage.notices.add(made, Kind.FORM, "form:1", NOW + HOUR, NOW)
        assert await storage.notices.known(["form:1", "form:2"]) == {"form:1"}


async def test_what_is_not_due_yet_waits(database: Database) -> None:
    made = await some_person(database)
    await write(database, made, "later", due_at=NOW + HOUR)
    async with database.begin() as storage:
        assert await storage.notices.due(NOW, REAL_NOW, 10) == []
        assert await storage.notices.next_due(NOW) == NOW + HOUR
        assert [each.key for each in await storage.notices.due(NOW + HOUR, REAL_NOW, 10)] == ["later"]


async def test_the_oldest_goes_first(database: Database) -> None:
    made = await some_person(database)
    await write(database, made, "young")
    await write(database, made, "old", due_at=NOW - HOUR)
    async with database.begin() as storage:
        assert [each.key for each in await storage.notices.due(NOW, REAL_NOW, 10)] == ["old", "young"]


async def test_processes_that_claim_at_once_share_all_notices_among_them(
    database: Database, other_process: Database
) -> None:
    made = await some_person(database)
    keys = [f"key-{number}" for number in range(60)]
    await write(database, made, *keys)
    claimed = await asyncio.gather(*(each.run(claim_all) for each in (database, other_process) * 4))
    assert sorted(key for each in claimed for key in each) == sorted(keys)


async def test_a_lease_that_runs_keeps_others_away_and_an_expired_one_does_not(database: Database) -> None:
    made = await some_person(database)
    await write(database, made, "one")
    async with database.begin() as storage:
        await claim_all(storage)
    async with database.begin() as storage:
        assert await storage.notices.due(NOW, LATER, 10) == []
        assert len(await storage.notices.due(NOW, LATER + timedelta(seconds=1), 10)) == 1


async def test_what_a_message_carries_and_its_random_id_outlive_the_lease(database: Database) -> None:
    made = await some_person(database)
    await write(database, made, "lead", "follower")
    async with database.begin() as storage:
        lead, follower = await storage.notices.due(NOW, REAL_NOW, 10)
        storage.notices.claim(lead, [follower], LATER)
    await write(database, made, "newcomer")
    async with database.begin() as storage:
        again, newcomer = await storage.notices.due(NOW, LATER + HOUR, 10)
        assert (again.key, again.random_id, newcomer.key) == ("lead", lead.random_id, "newcomer")
        assert [each.key for each in await storage.notices.followers(again.id)] == ["follower"]


async def test_closing_a_message_closes_all_that_it_carries(database: Database) -> None:
    made = await some_person(database)
    await write(database, made, "lead", "follower", "other")
    async with database.begin() as storage:
        lead, follower, _ = await storage.notices.due(NOW, REAL_NOW, 10)
        storage.notices.claim(lead, [follower], LATER)
        await storage.session.flush()
        await storage.notices.close(lead.id, "done", NOW, None, "")
    async with database.begin() as storage:
        assert await storage.notices.open_count(NOW) == 1
        assert [each.key for each in await storage.notices.due(NOW, LATER + HOUR, 10)] == ["other"]


async def test_a_message_that_is_put_off_goes_after_that_moment(database: Database) -> None:
    made = await some_person(database)
    await write(database, made, "one")
    async with database.begin() as storage:
        await claim_all(storage)
        await storage.session.flush()
        lead = (await storage.notices.due(NOW, LATER + HOUR, 10))[0]
        await storage.notices.put_off(lead.id, REAL_NOW - HOUR)
    async with database.begin() as storage:
        assert len(await storage.notices.due(NOW, REAL_NOW, 10)) == 1


async def test_a_notice_is_found_by_its_own_person_only(database: Database) -> None:
    ours, other = await some_person(database, 1), await some_person(database, 2)
    await write(database, ours, "one")
    async with database.begin() as storage:
        notice_id = (await storage.notices.due(NOW, REAL_NOW, 10))[0].id
        assert await storage.notices.find(other, notice_id) is None
        assert isinstance(await storage.notices.find(ours, notice_id), Notice)


async def test_random_ids_are_what_vk_takes(database: Database) -> None:
    made = await some_person(database)
    await write(database, made, *(f"key-{number}" for number in range(20)))
    async with database.begin() as storage:
        numbers = {each.random_id for each in await storage.notices.due(NOW, REAL_NOW, 50)}
    assert len(numbers) == 20
    assert all(0 < number < 2**31 for number in numbers)
