import threading
import time
from concurrent.futures import ThreadPoolExecutor

from bot.vk.limiter import Limiter, Priority


class Clock:
    """A clock that moves only when it is told to."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_calls_within_the_limit_do_not_wait():
    limiter = Limiter(3, clock=Clock())

    for _ in range(3):
        with limiter.call(Priority.REPLY):
            pass


def test_a_call_under_way_holds_its_place_however_long_it_takes():
    clock = Clock()
    limiter = Limiter(1, seconds=1, clock=clock)
    entered = threading.Event()

    def second():
        with limiter.call(Priority.REPLY):
            entered.set()

    with ThreadPoolExecutor() as pool:
        with limiter.call(Priority.REPLY):
            later = pool.submit(second)
            clock.now += 10
            assert not entered.wait(0.05)
        clock.now += 2
        later.result(timeout=5)


def test_never_more_than_the_limit_arrive_in_any_sliding_period():
    period, calls = 0.1, 5
    limiter, arrivals = Limiter(calls, seconds=period), []

    def call(number):
        with limiter.call(Priority.BULK if number % 3 else Priority.REPLY):
            time.sleep(0.01)  # the way there
            arrivals.append(time.monotonic())
            time.sleep(0.005 * (number % 5))  # the work, and the way back

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(call, range(25)))

    assert len(arrivals) == 25
    assert all(later - first > period for first, later in zip(arrivals, arrivals[calls:], strict=False))


def test_replies_overtake_waiting_bulk():
    limiter, order = Limiter(1, seconds=0.05), []

    def call(name, priority):
        with limiter.call(priority):
            order.append(name)

    with ThreadPoolExecutor(8) as pool:
        with limiter.call(Priority.BULK):
            bulk = [pool.submit(call, "bulk", Priority.BULK) for _ in range(3)]
            while len(limiter._queue) < 3:
                pass
            reply = pool.submit(call, "reply", Priority.REPLY)
            while len(limiter._queue) < 4:
                pass
        for each in [*bulk, reply]:
            each.result(timeout=5)

    assert order == ["reply", "bulk", "bulk", "bulk"]
