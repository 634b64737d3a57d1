"""The serving process: start, the heartbeat, and an orderly stop."""

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

from bot.app import Application, build_application
from bot.clock import Clock, RealClock, SandboxClock
from bot.handling import where
from bot.leader import Announce, leadership
from bot.polling import Polling
from bot.settings import Settings
from bot.worker import Worker
from scheduler.ticks import heartbeat
from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import folder_of, migrate

log = logging.getLogger(__name__)

STOP_SECONDS = 10
READY = "Готово: отвечаю в "
Result = TypeVar("Result")
NAMES = {"telegram": "Telegram", "vk": "VK"}


def open_database(settings: Settings) -> Database:
    """The database that the settings name; makes the folder of a SQLite file."""
    folder = folder_of(settings.url)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    return Database.open(settings.url, Cipher(settings.key))


async def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT; then end what is being handled, within ten seconds."""
    stopping = asyncio.Event()
    database = open_database(settings)
    waiting = Announce("Другой процесс уже обслуживает этого бота, жду своей очереди.")
    async with leadership(database, on_wait=waiting):
        stop_on_signals(stopping)
        await migrate(database.engine)
        clock = await clock_of(settings)
        application = await build_application(settings, database, clock, Worker())
        await application.ticks.take_over()
        gc.collect()
        gc.freeze()
        print(READY + " и ".join(NAMES[platform] for platform in application.bots), flush=True)
        try:
            await run(application, clock, stopping)
        finally:
            await application.close()


def stop_on_signals(stopping: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stopping.set)
        except NotImplementedError:  # Windows: its loops have no signal handlers
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopping.set))


async def clock_of(settings: Settings) -> Clock:
    if not settings.clock:
        return RealClock()
    clock = SandboxClock(settings.clock)
    await clock.start()
    return clock


async def run(application: Application, clock: Clock, stopping: asyncio.Event) -> None:
    """Poll all feeds and beat until ``stopping``; then let what runs come to its end."""
    pollings = [
        asyncio.ensure_future(Polling(feed, application.database, application.handling[platform]).run(stopping))
        for platform, feed in application.feeds.items()
    ]
    beating = asyncio.ensure_future(beat(application, clock, stopping))
    stop = asyncio.ensure_future(stopping.wait())
    await asyncio.wait({*pollings, beating, stop}, return_when=asyncio.FIRST_COMPLETED)
    stopping.set()
    _, late = await asyncio.wait({*pollings, beating}, timeout=STOP_SECONDS - 2)
    for task in late:
        task.cancel()
    results = await asyncio.gather(*pollings, beating, return_exceptions=True)
    stop.cancel()
    for result in results:
        if isinstance(result, Exception):
            raise result


async def beat(application: Application, clock: Clock, stopping: asyncio.Event) -> None:
    """Run the ticks every few seconds of real time, and at each turn of a sandbox's clock."""
    one_at_a_time = asyncio.Lock()

    async def pulse() -> None:
        async with one_at_a_time:
            await guarded(lambda: application.ticks.run(clock.now()))

    async def tick() -> tuple[datetime | None, int]:
        async with one_at_a_time:
            return await guarded(lambda: application.ticks.catch_up(clock.now())) or (None, 0)

    scheduler = heartbeat(pulse)
    following = asyncio.ensure_future(clock.follow(tick)) if isinstance(clock, SandboxClock) else None
    try:
        await stopping.wait()
    finally:
        application.ticks.stopping.set()
        scheduler.pause()
        async with one_at_a_time:  # both ends below would cut short the tick that runs
            scheduler.shutdown(wait=False)
            if following is not None:
                following.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await following


async def guarded(tick: Callable[[], Awaitable[Result]]) -> Result | None:
    """A tick whose failure is recorded and tried again at the next beat."""
    try:
        return await tick()
    except Exception as error:
        log.error("a tick failed: %s", where(error))
        return None
