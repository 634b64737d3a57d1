"""The sandbox as a process: loopback only, until SIGINT or SIGTERM."""

import asyncio
import contextlib
import signal
from datetime import datetime
from pathlib import Path

from aiohttp import web

from sandbox.server import build_app
from sandbox.world import World

HOST = "127.0.0.1"


async def started(world: World, port: int = 0) -> web.AppRunner:
    """A running server; `runner.addresses[0][1]` is its port. A call whose client went away is cancelled."""
    runner = web.AppRunner(build_app(world), access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
    await runner.setup()
    await web.TCPSite(runner, HOST, port).start()
    return runner


def run(port: int, data: Path | None = None, now: datetime | None = None) -> None:
    """Serve on the port until stopped. With `data` the world is kept there and continued at the next start.

    `now` is the business time of a fresh world, by default 07:00 UTC of today or of the next Monday.
    """
    asyncio.run(_serve(port, data, now))


async def _serve(port: int, data: Path | None, now: datetime | None) -> None:
    world = World(now, data)
    runner = await started(world, port)
    host, real_port = runner.addresses[0][:2]
    print(f"Песочница: http://{host}:{real_port}/")
    for platform, messenger in world.messengers.items():
        for name, value in messenger.info().items():
            print(f"{platform} {name}: {value}")
    print(f"Время: {world.clock.now.isoformat()}", flush=True)
    try:
        await _stop_asked()
    finally:
        await runner.cleanup()


async def _stop_asked() -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no add_signal_handler; there Ctrl+C ends asyncio.run by KeyboardInterrupt.
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
