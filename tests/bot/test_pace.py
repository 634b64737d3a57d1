import asyncio
import time

import pytest

from bot.pace import Pace
from bot.vk.limiter import Priority


async def call(pace: Pace, priority: Priority = Priority.REPLY, seconds: float = 0.0) -> tuple[float, float]:
    """The moments between which a call may have arrived."""
    async with pace.place(priority):
        started = time.monotonic()
        await asyncio.sleep(seconds)
        return started, time.monotonic()


def most_in_a_second(moments: list[float]) -> int:
    return max(sum(1 for other in moments if first <= other < first + 1.0) for first in moments)


@pytest.mark.parametrize("seconds", [0.0, 0.05])
async def test_no_second_sees_more_calls_than_the_limit(seconds: float) -> None:
    pace = Pace(20)
    calls = await asyncio.gather(*(call(pace, seconds=seconds) for _ in range(45)))
    middles = [(started + ended) / 2 for started, ended in calls]
    assert most_in_a_second(middles) <= 20


async def test_replies_overtake_what_nobody_waits_for() -> None:
    pace = Pace(1)
    order: list[str] = []

    async def say(name: str, priority: Priority) -> None:
        async with pace.place(priority):
            order.append(name)

    async with pace.place(Priority.BULK):
        waiting = [asyncio.ensure_future(say("bulk", Priority.BULK)) for _ in range(2)]
        await asyncio.sleep(0)
        waiting.append(asyncio.ensure_future(say("reply", Priority.REPLY)))
        await asyncio.sleep(0)
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    assert order == ["reply"]
    await asyncio.gather(*waiting)


async def test_a_call_that_is_given_up_holds_nobody_up() -> None:
    pace = Pace(1)
    async with pace.place(Priority.REPLY):
        given_up = asyncio.ensure_future(call(pace))
        await asyncio.sleep(0)
        next_one = asyncio.ensure_future(call(pace))
        await asyncio.sleep(0)
        given_up.cancel()
        await asyncio.gather(given_up, return_exceptions=True)
    async with asyncio.timeout(20):
        await next_one


async def test_a_call_that_fails_gives_its_place_back() -> None:
    pace = Pace(1)
    with pytest.raises(ZeroDivisionError):
        async with pace.place(Priority.REPLY):
            raise ZeroDivisionError
    async with asyncio.timeout(20):
        await call(pace)
