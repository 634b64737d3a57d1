import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot.polling import Arrived, FeedBroken, Polling
from storage.database import Database

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def event(key: int, person: int = 1) -> Arrived:
    return Arrived(str(key), person, None)


@dataclass
class Feed:
    """Events stand in it with numbers from 1 on; what is after the position is given, like Telegram does."""

    platform: str = "telegram"
    events: list[Arrived] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    asked_from: list[str | None] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, *events: Arrived) -> None:
        self.events += events
        self.arrived.set()

    async def batch(self, position: str | None) -> tuple[Sequence[Arrived], str]:
        self.asked_from.append(position)
        if self.failures:
            raise self.failures.pop()
        while not (standing := [each for each in self.events if int(each.key) >= int(position or 1)]):
            self.arrived.clear()
            await self.arrived.wait()
        return standing, str(int(standing[-1].key) + 1)

    async def close(self) -> None:
        """Nothing is open."""


@dataclass
class Handler:
    """Notes what was begun and ended; whoever is held waits until she is let go."""

    held: dict[str, asyncio.Event] = field(default_factory=dict)
    begun: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)

    def hold(self, *keys: int) -> None:
        self.held |= {str(key): asyncio.Event() for key in keys}

    async def __call__(self, arrived: Arrived) -> None:
        self.begun.append(arrived.key)
        if arrived.key in self.held:
            await self.held[arrived.key].wait()
        self.ended.append(arrived.key)


@asynccontextmanager
async def polled(feed: Feed, database: Database, handler: Handler) -> AsyncIterator[asyncio.Event]:
    stopping = asyncio.Event()
    running = asyncio.ensure_future(Polling(feed, database, handler).run(stopping))
    try:
        yield stopping
    finally:
        stopping.set()
        for gate in handler.held.values():
            gate.set()
        await running


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - what happens is noted in plain lists
            await asyncio.sleep(0.01)


async def position(database: Database) -> str | None:
    async with database.begin() as storage:
        return await storage.updates.position("telegram")


async def position_is(database: Database, value: str) -> None:
    async with asyncio.timeout(20):
        while await position(database) != value:  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.01)


async def test_the_position_moves_when_everything_before_it_is_handled(database: Database) -> None:
    feed, handler = Feed(), Handler()
    handler.hold(2)
    feed.put(event(1), event(2, person=2))
    async with polled(feed, database, handler):
        await until(lambda: len(feed.asked_from) > 1)
        assert handler.ended == ["1"]
        assert await position(database) is None
        handler.held["2"].set()
        await position_is(database, "3")


async def test_a_slow_person_does_not_stop_others(database: Database) -> None:
    feed, handler = Feed(), Handler()
    handler.hold(1)
    feed.put(event(1))
    async with polled(feed, database, handler):
        await until(lambda: handler.begun == ["1"])
        feed.put(event(2, person=2))
        await until(lambda: handler.ended == ["2"])


async def test_what_one_person_does_is_handled_in_order(database: Database) -> None:
    feed, handler = Feed(), Handler()
    handler.hold(1, 2)
    feed.put(event(1), event(2))
    async with polled(feed, database, handler):
        await until(lambda: handler.begun == ["1"])
        handler.held["1"].set()
        await until(lambda: handler.begun == ["1", "2"])
        feed.put(event(3), event(4, person=2))
        await until(lambda: "4" in handler.ended)
        assert "3" not in handler.begun
        handler.held["2"].set()
        await until(lambda: handler.ended == ["1", "4", "2", "3"])


async def test_an_event_that_is_given_again_is_handled_once(database: Database) -> None:
    feed, handler = Feed(), Handler()
    handler.hold(2)
    feed.put(event(1), event(1), event(2, person=2))
    async with polled(feed, database, handler):
        await until(lambda: len(feed.asked_from) > 2)
        handler.held["2"].set()
        await position_is(database, "3")
    assert handler.ended.count("1") == 1


async def test_after_a_restart_the_feed_is_asked_from_what_was_not_handled(database: Database) -> None:
    feed, handler = Feed(), Handler()
    feed.put(event(1), event(2))
    async with polled(feed, database, handler):
        await position_is(database, "3")
    async with polled(feed, database, handler):
        await until(lambda: feed.asked_from[-1] == "3")
    assert handler.ended == ["1", "2"]


async def test_stopping_waits_for_what_is_being_handled(database: Database) -> None:
    feed, handler = Feed(), Handler()
    handler.hold(1)
    feed.put(event(1), event(2, person=2))
    async with polled(feed, database, handler) as stopping:
        await until(lambda: handler.ended == ["2"])
        stopping.set()
        feed.put(event(3, person=3))
        await asyncio.sleep(0)
        handler.held["1"].set()
    assert handler.ended == ["2", "1"]


@pytest.mark.parametrize("failure", [FeedBroken("no answer"), KeyError("Анна")])
async def test_a_broken_feed_is_asked_again_after_a_pause(
    database: Database, failure: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.polling.FEED_PAUSE_SECONDS", 0)
    feed, handler = Feed(failures=[failure]), Handler()
    feed.put(event(1))
    async with polled(feed, database, handler):
        await until(lambda: handler.ended == ["1"])
    assert feed.asked_from[:2] == [None, None]
    assert "Анна" not in caplog.text


async def test_many_are_handled_at_once_but_not_more_than_the_bound(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.polling.PARALLEL", 5)
    feed, handler = Feed(), Handler()
    handler.hold(*range(1, 9))
    feed.put(*(event(number, person=number) for number in range(1, 9)))
    async with polled(feed, database, handler):
        await until(lambda: len(feed.asked_from) > 1)
        assert len(handler.begun) == 5
