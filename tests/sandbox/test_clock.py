"""The clock: standing, walking together with a bot, jumping, and a bot that dies."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from sandbox import clock
from sandbox.clock import working_morning
from tests.sandbox.play import Play

START = datetime(2026, 10, 1, 7, tzinfo=UTC)


class FakeBot:
    """Polls the clock and reports; `due` are the instants at which it has something to send."""

    def __init__(self, play: Play, due: list[datetime], mute_from: datetime | None = None) -> None:
        self.play, self.due, self.mute_from = play, sorted(due), mute_from
        self.seen: list[datetime] = []
        self.on_time: list[bool] = []

    async def run(self) -> None:
        generation = 0
        while True:
            turned = await self.play.get(f"clock?generation={generation}")
            generation, now = turned["generation"], datetime.fromisoformat(turned["now"])
            if self.mute_from is not None and now >= self.mute_from:
                return
            await self.report(generation, now)

    async def report(self, generation: int, now: datetime) -> None:
        done = [instant for instant in self.due if instant <= now]
        self.due = self.due[len(done) :]
        self.on_time += [instant == now for instant in done]
        self.seen.append(now)
        due = self.due[0].isoformat() if self.due else None
        await self.play.post("clock/report", generation=generation, next=due, sent=len(done))


async def walk(play: Play, bot: FakeBot, to: datetime, jump: bool = False) -> tuple[int, dict[str, object]]:
    """Turn the clock with the bot attached; the answer's status and body."""
    running = asyncio.create_task(bot.run())
    await play.eventually(lambda: play.world.clock.attached)
    answer = await play.try_post("clock", now=to.isoformat(), jump=jump)
    running.cancel()
    return answer


def day(number: int, hour: int = 9) -> datetime:
    return datetime(2026, 10, number, hour, tzinfo=UTC)


async def test_the_clock_stands_still_until_turned(play: Play) -> None:
    assert (await play.get("clock"))["now"] == START.isoformat()
    person = await play.person()
    (message,) = await play.get(f"telegram/{person}/chat")
    assert message["at"] == START.isoformat()


@pytest.mark.parametrize(
    ("today", "start"),
    [
        (datetime(2026, 10, 1, 15, tzinfo=UTC), datetime(2026, 10, 1, 7, tzinfo=UTC)),
        (datetime(2026, 10, 3, 1, tzinfo=UTC), datetime(2026, 10, 5, 7, tzinfo=UTC)),
        (datetime(2026, 10, 4, 23, tzinfo=UTC), datetime(2026, 10, 5, 7, tzinfo=UTC)),
    ],
)
def test_a_fresh_world_begins_on_a_working_morning(today: datetime, start: datetime) -> None:
    assert working_morning(today) == start


async def test_without_a_bot_the_clock_is_set_at_once(play: Play) -> None:
    assert await play.post("clock", now=day(9).isoformat()) == {"now": day(9).isoformat(), "sent": 0}


async def test_a_walk_stops_at_each_due_instant(play: Play) -> None:
    bot = FakeBot(play, [day(2), day(3), day(3, 18), day(20)])
    status, answer = await walk(play, bot, day(9))
    assert (status, answer) == (200, {"now": day(9).isoformat(), "sent": 3})
    assert bot.on_time == [True, True, True]
    assert bot.seen[-1] == day(9)


async def test_a_jump_leaps_over_due_instants_and_waits_for_quiet(play: Play) -> None:
    bot = FakeBot(play, [day(2), day(3)])
    status, answer = await walk(play, bot, day(9), jump=True)
    assert (status, answer) == (200, {"now": day(9).isoformat(), "sent": 2})
    assert bot.on_time == [False, False]


async def test_a_walk_first_asks_what_became_due_since_the_last_report(play: Play) -> None:
    bot = FakeBot(play, [])
    running = asyncio.create_task(bot.run())
    await play.eventually(lambda: len(bot.seen) == 1)
    bot.due = [day(2)]
    assert (await play.post("clock", now=day(3).isoformat()))["sent"] == 1
    assert bot.on_time == [True]
    running.cancel()


async def test_a_year_of_daily_reminders_is_walked_day_by_day(play: Play) -> None:
    bot = FakeBot(play, [START + timedelta(days=n) for n in range(1, 366)])
    status, answer = await walk(play, bot, START + timedelta(days=365))
    assert (status, answer["sent"]) == (200, 365)
    assert all(bot.on_time)


async def test_a_bot_that_dies_on_the_way_is_told_about(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "PATIENCE", 0.5)
    bot = FakeBot(play, [day(2), day(3), day(5)], mute_from=day(3))
    status, answer = await walk(play, bot, day(9))
    assert status == 504
    assert answer == {"error": "the bot did not report within 0.5 seconds", "now": day(3).isoformat()}


async def test_a_working_bot_has_time_to_deliver(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls of methods show that the bot is busy, however long it takes."""
    monkeypatch.setattr(clock, "PATIENCE", 0.5)
    bot = FakeBot(play, [day(2)])
    report = bot.report

    async def slowly(generation: int, now: datetime) -> None:
        for _ in range(10):
            await play.ok("getMe")
            await asyncio.sleep(0.1)
        await report(generation, now)

    bot.report = slowly  # type: ignore[method-assign]
    status, answer = await walk(play, bot, day(9))
    assert (status, answer["sent"]) == (200, 1)


async def test_a_bot_that_never_gets_done_is_told_about(play: Play) -> None:
    bot = FakeBot(play, [])

    async def always_due(generation: int, now: datetime) -> None:
        await play.post("clock/report", generation=generation, next=now.isoformat(), sent=0)

    bot.report = always_due  # type: ignore[method-assign]
    status, answer = await walk(play, bot, day(9))
    assert (status, answer["error"]) == (504, "the bot keeps reporting something due now and sends nothing")


async def test_the_poll_of_the_clock_waits_for_a_turn(play: Play) -> None:
    generation = (await play.get("clock"))["generation"]
    poll = asyncio.create_task(play.get(f"clock?generation={generation}"))
    await play.eventually(lambda: play.world.clock.attached)
    turning = asyncio.create_task(play.post("clock", now=day(2).isoformat()))
    assert (await poll)["generation"] == generation + 1
    turning.cancel()


async def test_a_bot_that_outlived_the_sandbox_is_not_left_waiting(play: Play) -> None:
    assert (await play.get("clock?generation=57"))["generation"] == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"now": "2026-09-30T07:00:00+00:00"}, "the clock does not go back"),
        ({"now": "tomorrow"}, "`now` must be an ISO 8601 time"),
        ({"now": "2026-10-02T07:00:00"}, "`now` must say its time zone"),
        ({}, "`now` must be a text that is not empty"),
    ],
)
async def test_a_turn_that_cannot_be_made_is_refused(play: Play, body: dict[str, str], reason: str) -> None:
    assert await play.try_post("clock", **body) == (400, {"error": reason})
    assert play.now == START
