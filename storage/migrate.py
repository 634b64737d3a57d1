"""Bringing a database to the newest version of the tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

FOLDER = Path(__file__).parent / "migrations"


def alembic_config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection, revision: str = "head") -> None:
    with _no_cascades(connection):
        command.upgrade(alembic_config(connection), revision)


def downgrade(connection: Connection, revision: str = "base") -> None:
    with _no_cascades(connection):
        command.downgrade(alembic_config(connection), revision)


@contextmanager
def _no_cascades(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by dropping it and making it anew: with its foreign keys on, all that hangs on its rows
    would be deleted with them. ``migrations/env.py`` checks that every key still points to a row.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    _switch_foreign_keys(connection, "OFF")
    try:
        yield
    finally:
        connection.rollback()  # the switch is ignored inside a transaction
        _switch_foreign_keys(connection, "ON")


def _switch_foreign_keys(connection: Connection, state: str) -> None:
    cursor = connection.connection.cursor()  # beside SQLAlchemy, which would begin a transaction
    cursor.execute(f"PRAGMA foreign_keys={state}")
    cursor.close()


async def migrate(engine: AsyncEngine) -> None:
    """Bring the database to head; an empty one gets all tables, one at head stays as it is."""
    async with engine.connect() as connection:
        await connection.run_sync(upgrade)


def folder_of(url: str) -> Path | None:
    """The folder that a SQLite URL needs, None for a server or memory."""
    database: Any = make_url(url).database
    is_file = make_url(url).get_backend_name() == "sqlite" and database and database != ":memory:"
    return Path(database).parent if is_file else None
