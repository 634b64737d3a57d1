"""Rubrics and posts as they are kept."""

from datetime import UTC, datetime, timedelta

from storage.database import Database
from storage.models import Post, Rubric
from storage.storage import Storage

NOW = datetime(2026, 10, 5, 7, tzinfo=UTC)


async def rubric_of(storage: Storage, name: str) -> Rubric:
    organisation = await storage.organisations.add(name, "Europe/Moscow", NOW)
    return await storage.posts.rubric(organisation.id, "Наставничество", "#наставничество")


async def draft(storage: Storage, rubric: Rubric, text: str = "Пары начали работу") -> Post:
    account = await storage.people.account("vk", rubric.id, NOW)
    author = account.person or await storage.people.add_person(account, NOW)
    return await storage.posts.draft(rubric, text, author.id, NOW)


async def test_a_rubric_is_made_once(database: Database) -> None:
    async with database.begin() as storage:
        first = await rubric_of(storage, "Школа")
        again = await storage.posts.rubric(first.organisation_id, "Наставничество", "#другой")
        assert (again.id, again.hashtag) == (first.id, "#наставничество")
        assert [each.id for each in await storage.posts.rubrics(first.organisation_id)] == [first.id]


async def test_another_organisation_sees_neither_rubric_nor_post(database: Database) -> None:
    async with database.begin() as storage:
        own, other = await rubric_of(storage, "Школа"), await rubric_of(storage, "Сад")
        post = await draft(storage, own)
        assert await storage.posts.rubric_by_id(other.organisation_id, own.id) is None
        assert await storage.posts.get(other.organisation_id, post.id) is None
        assert not await storage.posts.of_organisation(other.organisation_id)


async def test_posts_are_listed_newest_first_without_the_cancelled(database: Database) -> None:
    async with database.begin() as storage:
        rubric = await rubric_of(storage, "Школа")
        posts = [await draft(storage, rubric, text) for text in ("Первая", "Вторая", "Третья")]
        posts[1].state = "cancelled"
        shown = await storage.posts.of_organisation(rubric.organisation_id)
        assert [post.text for post in shown] == ["Третья", "Первая"]


async def test_every_post_has_its_own_guid(database: Database) -> None:
    async with database.begin() as storage:
        rubric = await rubric_of(storage, "Школа")
        assert (await draft(storage, rubric)).guid != (await draft(storage, rubric)).guid


async def test_the_next_moment_is_that_of_the_earliest_approved_post(database: Database) -> None:
    async with database.begin() as storage:
        rubric = await rubric_of(storage, "Школа")
        assert await storage.posts.next_due() is None
        for days in (3, 1, 2):
            post = await draft(storage, rubric)
            post.state, post.publish_at = "approved", NOW + timedelta(days=days)
        assert await storage.posts.next_due() == NOW + timedelta(days=1)
