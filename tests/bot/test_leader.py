"""One process serves a database, the next waits its turn; real processes, killed like a machine kills them."""

import asyncio
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sqlalchemy.engine import URL, make_url

from bot.leader import Announce, leadership
from tests import databases
from tests.processes import STOP_SECONDS, Process, line_with, process

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills processes by POSIX signals")


async def lead(url: str) -> None:
    """What each process does: take the lead, say so, keep it."""
    database = databases.open_database(make_url(url))
    async with leadership(database, on_wait=Announce("waits")):
        print("leads", flush=True)
        await asyncio.sleep(600)


def leader(url: URL) -> AbstractContextManager[Process]:
    return process(["tests.bot.test_leader", url.render_as_string(hide_password=False)])


def test_a_second_process_waits_and_takes_over_when_the_first_is_killed(database_url: URL) -> None:
    with leader(database_url) as first:
        line_with(first, "leads")
        with leader(database_url) as second:
            line_with(second, "waits")
            first.kill()
            line_with(second, "leads")


def test_a_waiting_process_can_be_stopped(database_url: URL) -> None:
    with leader(database_url) as first:
        line_with(first, "leads")
        with leader(database_url) as second:
            line_with(second, "waits")
            second.terminate()
            assert second.wait(STOP_SECONDS) != 0


def test_processes_of_different_databases_do_not_wait(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    one, two = (leader(databases.sqlite_url(folder / "test.db")) for folder in folders)
    with one as first, two as second:
        line_with(first, "leads")
        line_with(second, "leads")


async def test_the_wait_is_announced_once(capsys: pytest.CaptureFixture[str]) -> None:
    announce = Announce("жду")
    announce()
    announce()
    assert capsys.readouterr().out == "жду\n"


if __name__ == "__main__":
    asyncio.run(lead(sys.argv[1]))
