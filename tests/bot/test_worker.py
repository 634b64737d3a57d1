"""Worker processes: limits hold, a broken process costs only its own job, and nothing heavy is loaded into them."""

import asyncio
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.worker import Worker, WorkerFailed
from documents.paper import Paper
from documents.readers import Unreadable
from documents.writers import UnknownWriter
from tests.bot import jobs

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a process's address space")


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    worker = Worker(processes=2, seconds=20)
    yield worker
    await worker.close()


@pytest.fixture
async def hasty() -> AsyncIterator[Worker]:
    """One process, and a limit of time that a job which hangs soon exceeds."""
    worker = Worker(processes=1, seconds=1)
    yield worker
    await worker.close()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def reason_of(worker: Worker, job: Callable[[], object]) -> str:
    with pytest.raises(WorkerFailed) as failure:
        await worker.call(job)
    return failure.value.reason


async def test_a_file_is_read_and_a_paper_drawn(worker: Worker) -> None:
    source = await worker.read("план.txt", "1\tОтбор\tмарт 2026\n2\tОбучение\tапрель 2026\n".encode())
    assert "Обучение" in repr(source.blocks)
    data = {"title": "База", "columns": [("name", "ФИО", 20, "text")], "rows": [{"name": "Ткач"}]}
    drawn = await worker.draw(Paper("list_xlsx", "База", data))
    assert [cell.value for (cell,) in load_workbook(BytesIO(drawn.content)).active.iter_rows()] == [
        "База",
        "ФИО",
        "Ткач",
    ]


async def test_errors_of_our_own_packages_come_through_and_the_process_stays(worker: Worker) -> None:
    with pytest.raises(Unreadable):
        await worker.read("план.docx", b"PK\x03\x04 broken")
    before = await worker.call(jobs.whoami)
    with pytest.raises(UnknownWriter):
        await worker.draw(Paper("poem", "Стихи", {}))
    assert await worker.call(jobs.whoami) == before


@pytest.mark.parametrize("job", [jobs.hang, jobs.spin])
async def test_a_stuck_process_is_killed_and_replaced(hasty: Worker, job: Callable[[], object]) -> None:
    before = await hasty.call(jobs.whoami)
    assert await reason_of(hasty, job) == "timeout"
    assert not is_alive(before)
    assert await hasty.call(jobs.whoami) != before


@POSIX_ONLY
@pytest.mark.parametrize("job", [jobs.devour, jobs.devour_and_hide])
async def test_memory_is_limited_and_told_apart_even_when_a_library_hides_it(
    worker: Worker, job: Callable[[], object]
) -> None:
    assert await reason_of(worker, job) == "memory"
    assert await worker.call(jobs.echo, b"next") == b"next"


@pytest.mark.parametrize("job", [jobs.die, jobs.unpicklable])
async def test_a_crash_is_told_and_the_next_job_is_done(worker: Worker, job: Callable[[], object]) -> None:
    assert await reason_of(worker, job) == "crash"
    assert await worker.call(jobs.echo, b"next") == b"next"


async def test_an_unforeseen_error_tells_its_place_but_not_what_the_file_held(worker: Worker) -> None:
    with pytest.raises(WorkerFailed) as failure:
        await worker.call(jobs.stumble)
    assert failure.value.detail.startswith("KeyError at jobs.py:")
    assert "Иванова" not in str(failure.value)


async def test_others_go_on_while_one_hangs_and_one_dies() -> None:
    worker = Worker(processes=3, seconds=3)
    wanted = [b"%d" % number for number in range(20)]
    broken = [asyncio.ensure_future(worker.call(job)) for job in (jobs.hang, jobs.die)]
    assert await asyncio.gather(*(worker.call(jobs.echo, each) for each in wanted)) == wanted
    failures = await asyncio.gather(*broken, return_exceptions=True)
    assert [failure.reason for failure in failures if isinstance(failure, WorkerFailed)] == ["timeout", "crash"]
    await worker.close()


async def test_jobs_run_side_by_side_in_as_many_processes_as_allowed(worker: Worker) -> None:
    pids = await asyncio.gather(*(worker.call(jobs.whoami) for _ in range(12)))
    assert 1 <= len(set(pids)) <= 2
    assert os.getpid() not in pids


async def test_a_process_stays_warm(worker: Worker) -> None:
    assert len({await worker.call(jobs.whoami) for _ in range(5)}) == 1


async def test_a_job_that_nobody_waits_for_any_more_does_not_answer_the_next_one(worker: Worker) -> None:
    forgotten = asyncio.ensure_future(worker.call(jobs.hang))
    await worker.call(jobs.whoami)
    forgotten.cancel()
    with pytest.raises(asyncio.CancelledError):
        await forgotten
    assert await asyncio.gather(*(worker.call(jobs.echo, each) for each in (b"1", b"2", b"3"))) == [b"1", b"2", b"3"]


async def test_twenty_megabytes_go_there_and_back(worker: Worker) -> None:
    content = bytes(20 * 1024 * 1024)
    assert await worker.call(jobs.echo, content) == content


async def test_what_a_library_prints_does_not_get_between_the_answers(worker: Worker) -> None:
    assert await worker.call(jobs.chatter) == "said"
    assert await worker.call(jobs.echo, b"next") == b"next"


async def test_neither_messenger_nor_database_libraries_are_loaded_into_the_process(worker: Worker) -> None:
    await worker.read("план.txt", b"1\t2\n")
    await worker.draw(Paper("list_xlsx", "База", {"title": "База", "columns": [("a", "А", 9, "text")], "rows": []}))
    top_level = {name.partition(".")[0] for name in await worker.call(jobs.imported)}
    assert {"aiogram", "sqlalchemy", "vk_api", "handlers", "storage"}.isdisjoint(top_level)


async def test_secrets_stay_out_of_the_process(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NASTAVNIK_KEY", "secret")
    assert "secret" not in (await worker.call(jobs.environment)).values()


async def test_no_process_is_started_before_the_first_job_and_none_after_closing() -> None:
    worker = Worker()
    await worker.close()
    with pytest.raises(WorkerFailed):
        await worker.call(jobs.whoami)


async def test_closing_ends_idle_and_busy_processes() -> None:
    worker = Worker(processes=2)
    idle = await worker.call(jobs.whoami)
    busy = [asyncio.ensure_future(worker.call(jobs.hang)) for _ in range(2)]
    await asyncio.sleep(0.1)
    await worker.close()
    failures = await asyncio.gather(*busy, return_exceptions=True)
    assert [failure.reason for failure in failures if isinstance(failure, WorkerFailed)] == ["crash", "crash"]
    assert not is_alive(idle)


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a process group are POSIX")
async def test_a_stop_of_the_whole_service_does_not_break_a_job_half_way(worker: Worker) -> None:
    pid = await worker.call(jobs.whoami)
    os.kill(pid, signal.SIGTERM)
    os.kill(pid, signal.SIGINT)
    assert await worker.call(jobs.whoami) == pid


def test_the_process_ends_when_its_parent_is_gone() -> None:
    command = [sys.executable, "-m", "bot.worker_child", str(1024**3), "20"]
    assert subprocess.run(command, input=b"", capture_output=True, timeout=60, check=False).returncode == 0


def test_a_failure_can_be_pickled() -> None:
    failure = pickle.loads(pickle.dumps(WorkerFailed("memory", "place")))
    assert (failure.reason, failure.detail) == ("memory", "place")
