"""SQLite: statements run in place, and what may wait does not stop everybody else."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from tests.databases import open_database, sqlite_url


async def test_waiting_for_another_process_stops_nobody_else(tmp_path: Path) -> None:
    database = open_database(sqlite_url(tmp_path / "shared.db"))
    async with database.begin() as storage:
        await storage.session.execute(text("CREATE TABLE seen (at TEXT)"))
    other = sqlite3.connect(tmp_path / "shared.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with database.begin() as storage:
            await storage.session.execute(text("INSERT INTO seen VALUES ('now')"))

    writing = asyncio.ensure_future(write())
    await asyncio.sleep(0.1)
    assert not writing.done()
    other.execute("COMMIT")
    await writing
    assert other.execute("SELECT count(*) FROM seen").fetchone() == (1,)
    other.close()
    await database.close()


async def test_a_failed_statement_leaves_the_connection_usable(tmp_path: Path) -> None:
    database = open_database(sqlite_url(tmp_path / "failing.db"))
    with pytest.raises(OperationalError, match="nowhere"):
        async with database.begin() as storage:
            await storage.session.execute(text("CREATE TABLE half (done TEXT)"))
            await storage.session.execute(text("SELECT * FROM nowhere"))
    async with database.look() as session:
        assert (await session.execute(text("SELECT name FROM sqlite_master"))).all() == []
    await database.close()


async def test_what_was_deleted_is_not_in_the_file_any_more(tmp_path: Path) -> None:
    database = open_database(sqlite_url(tmp_path / "erased.db"))
    for statement in ("CREATE TABLE seen (name TEXT)", "INSERT INTO seen VALUES ('Лисицын')", "DELETE FROM seen"):
        async with database.begin() as storage:
            await storage.session.execute(text(statement))
    await database.close()
    assert "Лисицын".encode() not in written(tmp_path / "erased.db")


def written(file: Path) -> bytes:
    """The bytes of the database and of its journal, where one is left."""
    return b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))


async def test_what_was_erased_stays_in_no_file(tmp_path: Path) -> None:
    database = open_database(sqlite_url(tmp_path / "erased.db"))
    async with database.begin() as storage:
        await storage.session.execute(text("CREATE TABLE person (name TEXT)"))
        await storage.session.execute(text("INSERT INTO person VALUES ('Ткач Анна')"))
    async with database.begin() as storage:
        await storage.session.execute(text("DELETE FROM person"))
    assert "Ткач Анна".encode() in all_bytes(tmp_path), "the journal still holds it"
    await database.write_back()
    assert "Ткач Анна".encode() not in all_bytes(tmp_path)
    await database.close()


def all_bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())
