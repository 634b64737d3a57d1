"""Figure ``step``: one answered question through the whole stack over HTTP, beside a bare aiogram bot.

Both bots run at once, each with its own stand-in and its own database, and are measured in turns. The rate is that
of 2,000 answers of 200 people offered at once; the latencies are from an update's being offered to its reply's
arrival, at 100 answers a second.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, dataclass, field
from statistics import median
from typing import Any

from bench.crowd import STEPS, Participant, settle, updates
from bench.databases import sqlite
from bench.figure import line, percentile
from bench.processes import Process, Server, bot_settings, cpu_seconds, running, server
from bench.statements import Counts, counted
from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import migrate

WARM, BURST, STEADY = 20, 200, 100  # people, ten answers each
ROUNDS = 2
PER_SECOND = 100
PATIENCE_SECONDS = 120
GOAL = {"ratio": 0.7, "p99_ms": 50}


@dataclass(slots=True)
class Runner:
    """One of the two bots with its people, who answer once each."""

    process: Process
    server: Server
    people: Iterator[Participant]
    rates: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)

    def burst(self, count: int) -> None:
        """Note how many answers a second come when all are offered at once, and the processor's time of each."""
        before = cpu_seconds(self.process)
        report = self._ask(count, 0)
        after = cpu_seconds(self.process)
        self.rates.append(report["answered"] / report["seconds"])
        if before is not None and after is not None:
            self.cpu_ms.append((after - before) / report["answered"] * 1000)

    def steady(self, count: int) -> None:
        """Note the milliseconds from offer to reply at the given rate."""
        self.latencies = [seconds * 1000 for seconds in self._ask(count, PER_SECOND)["latencies"]]

    def _ask(self, count: int, per_second: float) -> Any:
        self.server.clear()
        self.server.offer(updates([next(self.people) for _ in range(count)]), per_second)
        return self.server.wait_for(count * STEPS, PATIENCE_SECONDS, self.process)


def measure() -> str:
    with sqlite() as ours, sqlite() as bare:
        return compared("step", ours, bare)


def compared(name: str, our_url: str, bare_url: str) -> str:
    """Measure both bots in turns, each on its database."""
    key = Cipher.make_key()
    with ExitStack() as stack:
        people = [asyncio.run(peopled(url, key)) for url in (our_url, bare_url)]
        with server() as counting:
            counts = counted(counting, our_url, key, people[0].pop())
        ours = stack.enter_context(our_bot(our_url, key, people[0]))
        bare = stack.enter_context(bare_bot(bare_url, counts, people[1]))
        runners = (ours, bare)
        for runner in runners:
            runner.burst(WARM)
            runner.rates, runner.cpu_ms = [], []
        for _ in range(ROUNDS):
            for runner in runners:
                runner.burst(BURST)
        for runner in runners:
            runner.steady(STEADY)
    return report(name, ours, bare, counts)


async def peopled(url: str, key: str) -> list[Participant]:
    """A fresh database with everybody whom a measurement needs, and one to count statements by."""
    database = Database.open(url, Cipher(key))
    await migrate(database.engine)
    people = await settle(database, ["telegram"] * (WARM + ROUNDS * BURST + STEADY + 1))
    await database.close()
    return people


@contextmanager
def our_bot(url: str, key: str, people: Sequence[Participant]) -> Iterator[Runner]:
    with server() as messengers, running(["bot", "run"], bot_settings(messengers.address, url, key)) as process:
        yield Runner(process, messengers, iter(people))


@contextmanager
def bare_bot(url: str, counts: Counts, people: Sequence[Participant]) -> Iterator[Runner]:
    with server() as messengers:
        arguments = ["bench.bare", messengers.address, url, *map(str, astuple(counts))]
        with running(arguments, {}) as process:
            yield Runner(process, messengers, iter(people))


def report(name: str, ours: Runner, bare: Runner, counts: Counts) -> str:
    statements = {"select": counts.selects, "insert": counts.inserts, "update": counts.updates}
    return line(
        name,
        round(max(ours.rates)),
        "answers/s in a burst",
        round(max(ours.rates) / max(bare.rates), 2),
        bare=round(max(bare.rates)),
        p50_ms=round(median(ours.latencies), 1),
        p99_ms=round(percentile(ours.latencies, 0.99), 1),
        bare_p50_ms=round(median(bare.latencies), 1),
        bare_p99_ms=round(percentile(bare.latencies, 0.99), 1),
        cpu_ms=round(min(ours.cpu_ms, default=0), 1),
        bare_cpu_ms=round(min(bare.cpu_ms, default=0), 1),
        statements=statements,
        goal=GOAL,
    )
