"""A post stands on the wall once, whatever happens between the call and its record."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from domain.notices import News
from scheduler.publish import LEASE, Postponed, Publication, Published, Refused, publish
from storage.database import Database
from storage.models import Notice, Post

NOW = datetime(2026, 10, 5, 7, tzinfo=UTC)
SOON = timedelta(minutes=1)


class Killed(Exception):
    """The process died here."""


@dataclass
class Wall:
    """A community's wall that recognises a repeated guid, as VK does; ``dies`` so often after a post was put."""

    posts: dict[str, str] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    dies: int = 0

    async def __call__(self, text: str, guid: str) -> Publication:
        self.calls.append(guid)
        self.posts.setdefault(guid, text)
        if self.dies:
            self.dies -= 1
            raise Killed
        return Published(f"https://vk.com/wall-1_{list(self.posts).index(guid) + 1}")


async def approved(database: Database, text: str = "Пары начали работу", at: datetime = NOW) -> int:
    async with database.begin() as storage:
        organisation = await storage.organisations.add("Школа", "Europe/Moscow", NOW)
        await storage.organisations.add_programme(organisation.id, date(2026, 9, 1), date(2027, 8, 31), NOW)
        account = await storage.people.account("vk", len(text), NOW)
        author = await storage.people.add_person(account, NOW)
        rubric = await storage.posts.rubric(organisation.id, "Наставничество", "#наставничество")
        post = await storage.posts.draft(rubric, text, author.id, NOW)
        post.state, post.publish_at = "approved", at
        return post.id


async def kept(database: Database, post_id: int) -> Post:
    async with database.look() as session:
        return await session.get_one(Post, post_id)


async def told(database: Database) -> list[str]:
    async with database.look() as session:
        return list((await session.scalars(select(Notice.kind))).all())


async def test_a_post_goes_at_its_time_and_its_link_comes_back(database: Database) -> None:
    post_id, wall = await approved(database, at=NOW + SOON), Wall()
    assert await publish(database, NOW, wall) == 0
    assert await publish(database, NOW + SOON, wall) == 1
    post = await kept(database, post_id)
    assert (post.state, post.link, post.published_at) == ("published", "https://vk.com/wall-1_1", NOW + SOON)
    assert await told(database) == [News.POST_PUBLISHED]


async def test_a_published_post_is_not_put_again(database: Database) -> None:
    await approved(database)
    wall = Wall()
    await publish(database, NOW, wall)
    assert await publish(database, NOW + timedelta(days=1), wall) == 0
    assert len(wall.calls) == 1


async def test_after_a_death_between_call_and_record_the_post_stands_once(database: Database) -> None:
    post_id, wall = await approved(database), Wall(dies=1)
    with time_machine.travel(datetime.now(UTC), tick=True) as clock:
        with pytest.raises(Killed):
            await publish(database, NOW, wall)
        assert await publish(database, NOW, wall) == 0
        clock.shift(LEASE + SOON)
        assert await publish(database, NOW, wall) == 1
    assert len(wall.posts) == 1
    assert wall.calls == [(await kept(database, post_id)).guid] * 2
    assert (await kept(database, post_id)).link == "https://vk.com/wall-1_1"
    assert await told(database) == [News.POST_PUBLISHED]


async def test_a_claimed_post_is_left_to_whoever_claimed_it(database: Database) -> None:
    await approved(database)
    seen: list[int] = []

    async def slow(text: str, guid: str) -> Publication:
        seen.append(await publish(database, NOW, Wall()))
        return Published("https://vk.com/wall-1_1")

    assert await publish(database, NOW, slow) == 1
    assert seen == [0]


async def test_a_refusal_is_kept_with_its_reason_and_the_author_is_told(database: Database) -> None:
    post_id = await approved(database)

    async def refuse(text: str, guid: str) -> Publication:
        return Refused("no_right")

    assert await publish(database, NOW, refuse) == 0
    assert ((await kept(database, post_id)).state, (await kept(database, post_id)).problem) == ("failed", "no_right")
    assert await told(database) == [News.POST_FAILED]


async def test_a_silent_wall_is_tried_again_when_the_lease_is_over(database: Database) -> None:
    post_id = await approved(database)
    with time_machine.travel(datetime.now(UTC), tick=True) as clock:

        async def silent(text: str, guid: str) -> Publication:
            return Postponed()

        await publish(database, NOW, silent)
        assert (await kept(database, post_id)).state == "approved"
        clock.shift(LEASE + SOON)
        assert await publish(database, NOW, Wall()) == 1


async def test_drafts_and_cancelled_posts_stay_here(database: Database) -> None:
    drafted, cancelled, wall = await approved(database, "Черновик"), await approved(database, "Отменена"), Wall()
    async with database.begin() as storage:
        (await storage.session.get_one(Post, drafted)).state = "draft"
        (await storage.session.get_one(Post, cancelled)).state = "cancelled"
    assert await publish(database, NOW + timedelta(days=9), wall) == 0
    assert not wall.calls
