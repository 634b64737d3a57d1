"""The one database: opens it, and hands out transactions.

SQLite is set for durability and honest concurrency: every transaction begins IMMEDIATE, since a deferred one lets
two writers read the same row and lose one of the changes without an error. PostgreSQL runs at SERIALIZABLE, so that
the same code is right on both; there, too, one process runs one transaction at a time. PostgreSQL watches for
conflicts by the page, and all rows of a small school stand on the same few: transactions side by side would mostly
undo each other, which was measured to be many times slower than a queue.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from storage.cipher import Cipher
from storage.sqlite import open_sqlite
from storage.storage import Storage

SERIALIZATION_FAILURES = ("40001", "40P01")
TRIES = 10
PAUSE_SECONDS = 0.02
LONGEST_PAUSE_SECONDS = 0.5

Result = TypeVar("Result")


class Conflict(Exception):
    """Another transaction was in the way; the same work, done again from its beginning, may succeed."""


class Database:
    def __init__(self, engine: AsyncEngine, cipher: Cipher) -> None:
        self.engine = engine
        self.cipher = cipher
        self._sessions = async_sessionmaker(engine, expire_on_commit=False)
        self._turns = asyncio.Lock()

    @classmethod
    def open(cls, url: str | URL, cipher: Cipher) -> "Database":
        """A database by its SQLAlchemy URL (``sqlite+aiosqlite`` or ``postgresql+asyncpg``); connects when used."""
        return cls(open_engine(make_url(url)), cipher)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Storage]:
        """One transaction: kept when the block ends, undone when it raises; ``Conflict`` asks to run it again."""
        try:
            async with self._turns, self._sessions.begin() as session:
                yield Storage(session, self.cipher)
        except DBAPIError as error:
            if is_conflict(error):
                raise Conflict(str(error.orig)) from error
            raise

    async def run(self, work: Callable[[Storage], Awaitable[Result]]) -> Result:
        """Run ``work`` in a transaction, again from its beginning when it lost a race; its result.

        Raises ``Conflict`` after ``TRIES`` lost races.
        """
        for attempt in range(1, TRIES):
            try:
                async with self.begin() as storage:
                    return await work(storage)
            except Conflict:
                # Those who collided come back at different moments, the more of them the further apart.
                await asyncio.sleep(random.uniform(0, min(PAUSE_SECONDS * 2**attempt, LONGEST_PAUSE_SECONDS)))
        async with self.begin() as storage:
            return await work(storage)

    async def write_back(self) -> None:
        """Empty SQLite's write-ahead journal into its file, so that what was erased stays in neither."""
        if self.engine.dialect.name != "sqlite":
            return
        async with self._turns, self.engine.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            assert driver is not None
            await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @asynccontextmanager
    async def look(self) -> AsyncIterator[AsyncSession]:
        """A bare session for tests and checks that read what was kept."""
        async with self._sessions() as session:
            yield session

    async def close(self) -> None:
        await self.engine.dispose()


def open_engine(url: URL) -> AsyncEngine:
    if url.get_backend_name() == "sqlite":
        return open_sqlite(url)
    return create_async_engine(url, isolation_level="SERIALIZABLE", pool_size=10, hide_parameters=True)


def is_conflict(error: DBAPIError) -> bool:
    """True when the transaction lost a race; a broken unique index is such a race too when it repeats nothing."""
    if isinstance(error, IntegrityError):
        return False
    state = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None)
    return state in SERIALIZATION_FAILURES or "database is locked" in str(error.orig)
