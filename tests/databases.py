"""Databases for tests: migrated once on each kind of server, then copied for every test."""

import os
import secrets
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import migrate

POSTGRES = "NASTAVNIK_TEST_POSTGRES"
"""Names the SQLAlchemy URL of a server on which tests may make and drop databases."""

NO_POSTGRES = f"{POSTGRES} does not name a PostgreSQL server"

KEY = Cipher.make_key()


def server() -> URL | None:
    """The PostgreSQL server for tests, if there is one."""
    address = os.environ.get(POSTGRES)
    return make_url(address) if address else None


def sqlite_url(file: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=str(file))


def open_database(url: URL) -> Database:
    return Database.open(url, Cipher(KEY))


async def on_server(address: URL, statement: str) -> None:
    """Run a statement that cannot be part of a transaction."""
    engine = create_async_engine(address, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()


async def copied(address: URL, template: str) -> URL:
    """A new database on the server, as ``template`` is."""
    name = f"nastavnik_{secrets.token_hex(6)}"
    await on_server(address, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return address.set(database=name)


async def dropped(url: URL) -> None:
    await on_server(url.set(database="postgres"), f'DROP DATABASE "{url.database}" WITH (FORCE)')


async def migrated(url: URL) -> None:
    database = open_database(url)
    try:
        await migrate(database.engine)
    finally:
        await database.close()


async def postgres_template(address: URL) -> URL:
    """A migrated database to copy from."""
    made = await copied(address, "template1")
    await migrated(made)
    return made
