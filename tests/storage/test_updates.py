from datetime import timedelta

from storage.database import Database
from tests.storage.stock import NOW


async def test_an_update_is_taken_once_on_each_messenger(database: Database) -> None:
    async with database.begin() as storage:
        assert await storage.updates.take("vk", "1", NOW)
        assert await storage.updates.take("telegram", "1", NOW)
    async with database.begin() as storage:
        assert not await storage.updates.take("vk", "1", NOW)


async def test_failed_tries_are_counted_and_the_update_may_be_taken_after_them(database: Database) -> None:
    async with database.begin() as storage:
        assert [await storage.updates.fail("vk", "1", NOW) for _ in range(3)] == [1, 2, 3]
    async with database.begin() as storage:
        assert await storage.updates.take("vk", "1", NOW)
        assert not await storage.updates.take("vk", "1", NOW)


async def test_a_position_is_remembered_for_each_messenger(database: Database) -> None:
    async with database.begin() as storage:
        await storage.updates.move("vk", "5")
        await storage.updates.move("telegram", "700")
        await storage.updates.move("vk", "6")
    async with database.begin() as storage:
        assert await storage.updates.position("vk") == "6"
        assert await storage.updates.position("telegram") == "700"


async def test_a_messenger_that_was_never_asked_has_no_position(database: Database) -> None:
    async with database.begin() as storage:
        assert await storage.updates.position("vk") is None


async def test_old_records_are_forgotten_and_young_ones_are_not(database: Database) -> None:
    async with database.begin() as storage:
        await storage.updates.take("vk", "old", NOW - timedelta(days=15))
        await storage.updates.take("vk", "young", NOW)
        await storage.session.flush()
        await storage.updates.forget(NOW - timedelta(days=14))
        assert await storage.updates.take("vk", "old", NOW)
        assert not await storage.updates.take("vk", "young", NOW)
