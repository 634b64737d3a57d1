"""Fresh databases to measure on: a SQLite file, or one on the server that NASTAVNIK_TEST_POSTGRES names."""

import asyncio
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine

POSTGRES = "NASTAVNIK_TEST_POSTGRES"
NO_POSTGRES = f"{POSTGRES} names no server"


@contextmanager
def sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="nastavnik-bench-") as folder:
        yield f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"


@contextmanager
def postgres() -> Iterator[str]:
    """A database of our own beside the one that the variable names; it is dropped in the end."""
    server = make_url(os.environ[POSTGRES]).set(drivername="postgresql+asyncpg")
    name = f"bench_{secrets.token_hex(4)}"
    asyncio.run(_command(server, f"CREATE DATABASE {name}"))
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(_command(server, f"DROP DATABASE {name} WITH (FORCE)"))


async def _command(server: URL, command: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(command))
    await engine.dispose()
