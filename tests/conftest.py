"""The shared cast and stage of tests."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from storage.database import Database
from tests import databases
from tests.client import Town, town_of
from tests.pictures import PNG
from tests.storage.whole import Whole, two_whole


@pytest.fixture(params=["telegram", "vk"])
def platform(request: pytest.FixtureRequest) -> str:
    """Every scenario runs on both messengers."""
    return str(request.param)


@pytest.fixture
async def town(tmp_path: Path, migrated_file: Path) -> AsyncIterator[Town]:
    async with town_of(tmp_path, template=migrated_file) as town:
        yield town


@pytest.fixture
def png() -> bytes:
    """A small real picture."""
    return PNG


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database at the newest version of the tables."""
    file = tmp_path_factory.mktemp("migrated") / "template.db"
    asyncio.run(databases.migrated(databases.sqlite_url(file)))
    return file


@pytest.fixture(scope="session")
def whole_file(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> tuple[Path, Whole, Whole]:
    """A database with two organisations in which there is a row of everything; nothing may be kept in it."""
    file = Path(shutil.copy(migrated_file, tmp_path_factory.mktemp("whole")))
    return file, *asyncio.run(two_whole(databases.open_database(databases.sqlite_url(file))))


@pytest.fixture(scope="session")
def postgres_server() -> URL:
    """The server on which tests make databases."""
    server = databases.server()
    if server is None:
        pytest.skip(databases.NO_POSTGRES)
    return server


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: URL) -> Iterator[str]:
    """The name of an empty PostgreSQL database at the newest version of the tables."""
    made = asyncio.run(databases.postgres_template(postgres_server))
    yield str(made.database)
    asyncio.run(databases.dropped(made))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[URL]:
    """The address of a fresh, migrated database of each kind."""
    if request.param == "sqlite":
        yield databases.sqlite_url(shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "test.db"))
        return
    server = request.getfixturevalue("postgres_server")
    made = asyncio.run(databases.copied(server, request.getfixturevalue("migrated_postgres")))
    yield made
    asyncio.run(databases.dropped(made))


@pytest.fixture
async def database(database_url: URL) -> AsyncIterator[Database]:
    """A fresh, migrated database of each kind; its storage is what the product uses."""
    database = databases.open_database(database_url)
    yield database
    await database.close()
