"""SQLite as this project uses it: one writer, durable commits, and statements that need no other thread.

aiosqlite hands every step of every statement to its thread and back. A transaction of ten statements changes threads
fifty times while it holds the only connection, and everybody else's transaction waits for it. Inside a transaction
that began IMMEDIATE no statement can wait for a lock, so here it runs where it is called; only what may wait for
another process or for the disk, the beginning and the commit, goes to the thread.
"""

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

import aiosqlite
from sqlalchemy import event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

BEGIN = "BEGIN IMMEDIATE"
SETTINGS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "secure_delete=ON")
"""What is erased is overwritten in the file too, which SQLite else leaves to chance."""

ROWS_AT_ONCE = 64  # aiosqlite's own default


class Connection(aiosqlite.Connection):
    """An aiosqlite connection whose statements run in the calling thread."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if fn.__name__ == "commit" or args[:1] == (BEGIN,):
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        if not self._running or self._connection is None:
            raise ValueError("Connection closed")  # SQLAlchemy knows aiosqlite's own words
        return fn(*args, **kwargs)


def connect(database: str, **settings: Any) -> Connection:
    """A connection to be awaited; its thread does not keep a stopping process alive."""
    connection = Connection(partial(sqlite3.connect, database, **settings), ROWS_AT_ONCE)
    connection._thread.daemon = True
    return connection


def open_sqlite(url: URL) -> AsyncEngine:
    """An engine with one connection: SQLite has one writer anyway, and a fair queue beats busy waiting inside it."""
    creator = {"async_creator_fn": connect, "check_same_thread": False}
    engine = create_async_engine(
        url, connect_args=creator, pool_size=1, max_overflow=0, pool_timeout=60, hide_parameters=True
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver would begin transactions by itself, and DEFERRED ones
    cursor = connection.cursor()
    for setting in SETTINGS:
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Any) -> None:
    connection.exec_driver_sql(BEGIN)
