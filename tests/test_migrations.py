"""The migrations lead from nothing to today's tables and back, on each kind of server."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database import open_engine
from storage.migrate import FOLDER, downgrade, migrate, upgrade
from storage.models import Table
from tests import databases

REVISIONS = [script.revision for script in reversed(list(ScriptDirectory(str(FOLDER)).walk_revisions()))]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[URL]:
    if request.param == "sqlite":
        yield databases.sqlite_url(tmp_path / "empty.db")
        return
    made = asyncio.run(databases.copied(request.getfixturevalue("postgres_server"), "template1"))
    yield made
    asyncio.run(databases.dropped(made))


@pytest.fixture
async def empty(empty_url: URL) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(empty_url)
    yield engine
    await engine.dispose()


async def on(engine: AsyncEngine, work: Callable[..., Any], *arguments: str) -> Any:
    async with engine.connect() as connection:
        return await connection.run_sync(work, *arguments)


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    found: list[Any] = compare_metadata(context, Table.metadata)
    return found


async def test_an_empty_database_gets_all_tables(empty: AsyncEngine) -> None:
    await migrate(empty)
    assert await on(empty, tables) == set(Table.metadata.tables)


async def test_migrated_tables_are_those_of_the_models(empty: AsyncEngine) -> None:
    await migrate(empty)
    assert await on(empty, differences) == []


async def test_migrating_twice_changes_nothing(empty: AsyncEngine) -> None:
    await migrate(empty)
    await migrate(empty)
    assert await on(empty, differences) == []


@pytest.mark.parametrize("revision", REVISIONS)
async def test_every_migration_goes_up_down_and_up_again(empty: AsyncEngine, revision: str) -> None:
    await on(empty, upgrade, revision)
    before = await on(empty, tables)
    await on(empty, downgrade, "-1")
    await on(empty, upgrade, revision)
    assert await on(empty, tables) == before


async def test_the_way_back_leaves_nothing_behind(empty: AsyncEngine) -> None:
    await migrate(empty)
    await on(empty, downgrade)
    assert await on(empty, tables) == set()


def test_the_migrations_are_one_line() -> None:
    assert len(ScriptDirectory(str(FOLDER)).get_heads()) == 1
