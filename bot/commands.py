"""What the commands of the command line do, each in its own event loop."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

from aiogram.exceptions import TelegramUnauthorizedError

from bot.clock import RealClock
from bot.process import clock_of, open_database, serve
from bot.settings import Settings, WrongSettings
from storage.migrate import migrate

CODE_LIFETIME = timedelta(hours=72)


def run_until_stopped(settings: Settings) -> None:
    """Serve the messengers; a faster event loop is used where it is installed.

    Raises ``WrongSettings`` when Telegram does not know the token.
    """
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    # A beat that falls into a long delivery is left out, which is as it should be and no warning.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        try:
            runner.run(serve(settings))
        except TelegramUnauthorizedError as error:
            raise WrongSettings("NASTAVNIK_TELEGRAM_TOKEN: Telegram не знает такого токена") from error


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop  # noqa: PLC0415 - an extra that may be absent
    except ImportError:
        return None
    return uvloop.new_event_loop


def make_curator_code(settings: Settings) -> str:
    """A one-time code with which somebody takes a new organisation."""
    return asyncio.run(_make_curator_code(settings))


async def _make_curator_code(settings: Settings) -> str:
    database = open_database(settings)
    try:
        await migrate(database.engine)
        clock = await clock_of(settings) if settings.clock else RealClock()
        async with database.begin() as storage:
            return await storage.codes.make("organisation", CODE_LIFETIME, clock.now())
    finally:
        await database.close()
