"""The migrations lead from nothing to today's tables and back, on each kind of server."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, inspect
from sqlalchemy.engine import URL
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database import open_engine
from storage.migrate import FOLDER, downgrade, migrate, upgrade
from storage.models import Programme, Table
from tests import databases
from tests.filled import DAY, NOON, Rows, fill, rows_of

RELEASED = "0001"
"""The oldest tables that somebody may have filled."""

REBUILD = """
from alembic import op

revision = "rebuild"
down_revision = "{head}"


def upgrade():
    for table in ("organisation", "person"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column("name", server_default="")
    op.execute("{more}")
"""
"""A migration for which SQLite makes two tables anew, to which nearly all others point."""

A_YEAR_OF_NOBODY = {"organisation_id": 77, "starts": DAY, "ends": DAY, "created_at": NOON}

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


def kept(before: Rows, after: Rows) -> Rows:
    """The rows afterwards, without the tables and columns that are new."""
    return {name: [{key: row[key] for key in rows[0]} for row in after[name]] for name, rows in before.items()}


async def test_what_an_older_version_has_kept_is_all_there_at_head(empty: AsyncEngine) -> None:
    await on(empty, upgrade, RELEASED)
    await on(empty, fill)
    before = await on(empty, rows_of)
    await migrate(empty)
    assert kept(before, await on(empty, rows_of)) == before
    assert await on(empty, differences) == []


@pytest.fixture
def rebuilding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Adds a migration that makes tables anew and then runs one more statement."""

    def add(more: str) -> None:
        folder = shutil.copytree(FOLDER, tmp_path / "migrations")
        (folder / "versions" / "rebuild.py").write_text(REBUILD.format(head=REVISIONS[-1], more=more))
        monkeypatch.setattr("storage.migrate.FOLDER", folder)

    return add


async def test_a_table_made_anew_takes_nothing_with_it(empty: AsyncEngine, rebuilding: Callable[[str], None]) -> None:
    await migrate(empty)
    await on(empty, fill)
    before = await on(empty, rows_of)
    rebuilding("SELECT 1")
    await migrate(empty)
    assert await on(empty, rows_of) == before


async def test_a_migration_that_loses_what_others_point_to_is_undone(
    empty: AsyncEngine, rebuilding: Callable[[str], None]
) -> None:
    await migrate(empty)
    await on(empty, fill)
    before = await on(empty, rows_of)
    rebuilding("UPDATE membership SET person_id = 77")
    with pytest.raises((RuntimeError, IntegrityError)):
        await migrate(empty)
    assert await on(empty, rows_of) == before


async def test_keys_are_watched_again_after_migrating(empty: AsyncEngine) -> None:
    await migrate(empty)
    with pytest.raises(IntegrityError):
        await on(empty, lambda connection: connection.execute(insert(Programme), [A_YEAR_OF_NOBODY]))
