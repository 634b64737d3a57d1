"""One process polls a bot: a second one waits until the first is gone.

On SQLite the guard is a lock on a file beside the database, on PostgreSQL an advisory lock of a session.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

from sqlalchemy import text

from storage.database import Database
from storage.migrate import folder_of

PAUSE_SECONDS = 0.5
ADVISORY_LOCK = 7_203_145_119  # any number that nobody else uses in this database


@asynccontextmanager
async def leadership(database: Database, *, on_wait: "Announce") -> AsyncIterator[None]:
    """Be the only process that serves this database; waits for its turn and says so once."""
    folder = folder_of(str(database.engine.url.render_as_string(hide_password=False)))
    if database.engine.dialect.name == "postgresql":
        async with _advisory(database, on_wait):
            yield
    elif folder is not None:
        async with _file(folder / "nastavnik.lock", on_wait):
            yield
    else:
        yield


class Announce:
    """Prints a line the first time it is called."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.said = False

    def __call__(self) -> None:
        if not self.said:
            print(self.line, flush=True)
        self.said = True


@asynccontextmanager
async def _advisory(database: Database, on_wait: Announce) -> AsyncIterator[None]:
    async with database.engine.connect() as connection:
        plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
        taken = text("SELECT pg_try_advisory_lock(:key)")
        while not (await plain.execute(taken, {"key": ADVISORY_LOCK})).scalar_one():
            on_wait()
            await asyncio.sleep(PAUSE_SECONDS)
        yield


@asynccontextmanager
async def _file(path: Path, on_wait: Announce) -> AsyncIterator[None]:
    with path.open("a+b") as file:
        while not _try_lock(file):
            on_wait()
            await asyncio.sleep(PAUSE_SECONDS)
        yield


def _try_lock(file: IO[bytes]) -> bool:
    """Lock the open file without waiting; the system gives it back when the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists on Windows only

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - exists on POSIX only

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
