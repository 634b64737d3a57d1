"""Bringing a database to the newest version of the tables."""

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
    command.upgrade(alembic_config(connection), revision)


def downgrade(connection: Connection, revision: str = "base") -> None:
    command.downgrade(alembic_config(connection), revision)


async def migrate(engine: AsyncEngine) -> None:
    """Bring the database to head; an empty one gets all tables, one at head stays as it is."""
    async with engine.connect() as connection:
        await connection.run_sync(upgrade)


def folder_of(url: str) -> Path | None:
    """The folder that a SQLite URL needs, None for a server or memory."""
    database: Any = make_url(url).database
    is_file = make_url(url).get_backend_name() == "sqlite" and database and database != ":memory:"
    return Path(database).parent if is_file else None
