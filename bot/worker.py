"""Worker processes for what is heavy or dangerous: reading people's files and drawing papers.

A job is a function that can be imported, with arguments that pickle. A process does one job at a time; one that is
stuck, out of memory or dead is killed and replaced, and only its own job fails. Processes start with the first job
that needs them and stay warm. They are plain children with two pipes: a ``ProcessPoolExecutor`` cannot end one task
without breaking the pool, and ``multiprocessing`` would import our main module, and so aiogram, into each child.
"""

import asyncio
import os
import pickle
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, ParamSpec, TypeVar

from bot.worker_child import HEADER
from documents.paper import Drawn, Paper
from documents.readers import read
from documents.writers import draw
from domain.roadmap.source import Source

P = ParamSpec("P")
T = TypeVar("T")

Reason = Literal["timeout", "memory", "crash"]

HOME = Path(__file__).parent.parent
STOP_SECONDS = 2


class WorkerFailed(Exception):
    """A job did not end well: out of time, out of memory, or its process (or code in it) broke.

    ``detail`` names a place in the code, never what a file held.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason: Reason = reason
        self.detail = detail


class Worker:
    """A few worker processes; jobs beyond their number wait for their turn.

    ``seconds`` limits one job from the moment a process has it; ``memory`` (bytes) limits a process's address space,
    where the system can do that (not on Windows).
    """

    def __init__(self, processes: int = 2, seconds: float = 20, memory: int = 1024**3) -> None:
        self.seconds = seconds
        self.memory = memory
        self._turn = asyncio.Semaphore(processes)
        self._idle: list[Child] = []
        self._busy: set[Child] = set()
        self._closed = False

    async def read(self, name: str, content: bytes) -> Source:
        """Read a person's file; raises the readers' ``Unreadable`` and ``WorkerFailed``."""
        return await self.call(read, name, content)

    async def draw(self, paper: Paper) -> Drawn:
        """Draw a paper; raises ``UnknownWriter`` and ``WorkerFailed``."""
        return await self.call(draw, paper)

    async def call(self, function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """Do one job; errors of our own packages come through as they are, any other is ``WorkerFailed``."""
        job = pickle.dumps((function, arguments, named))
        async with self._turn:
            child = await self._take()
            try:
                kind, answer = await child.do(job, self.seconds)
            except BaseException:
                await child.end()
                raise
            else:
                self._idle.append(child)
            finally:
                self._busy.discard(child)
        if kind == "raised":
            raise answer
        result: T = answer
        return result

    async def close(self) -> None:
        """End all processes within two seconds; jobs that still run or wait fail as ``crash``."""
        self._closed = True
        idle, busy = self._idle, self._busy.copy()
        self._idle = []
        for child in busy:
            child.kill()
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                # Who waits for a busy one clears up behind it.
                await asyncio.gather(*(child.end() for child in idle), *(child.process.wait() for child in busy))

    async def _take(self) -> "Child":
        """The process that was used last, since it is the warmest; a new one when none is free."""
        if self._closed:
            raise WorkerFailed("crash", "closed")
        child = self._idle.pop() if self._idle else await Child.start(self.memory, self.seconds)
        self._busy.add(child)
        return child


class Child:
    """One worker process, seen from its parent."""

    def __init__(self, process: Process) -> None:
        assert process.stdin is not None and process.stdout is not None
        self.process = process
        self._jobs = process.stdin
        self._answers = process.stdout

    @classmethod
    async def start(cls, memory: int, seconds: float) -> "Child":
        """Start a process; tokens and the key stay out of its environment."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NASTAVNIK_")}
        # Each of numpy's threads would take some of the limited address space for its stack.
        environment |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        command = [sys.executable, "-m", "bot.worker_child", str(memory), str(seconds)]
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, cwd=HOME, env=environment
        )
        return cls(process)

    async def do(self, job: bytes, seconds: float) -> tuple[str, Any]:
        """Give a job and wait for ``("done", result)`` or ``("raised", error)``; raises ``WorkerFailed``."""
        try:
            async with asyncio.timeout(seconds):
                answer = await self._exchange(job)
        except TimeoutError as error:
            raise WorkerFailed("timeout") from error
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise WorkerFailed("crash", "process ended") from error
        kind, *content = pickle.loads(answer)
        if kind == "failed":
            raise WorkerFailed(*content)
        return kind, content[0]

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            self.process.kill()

    async def end(self) -> None:
        """Kill the process and wait until nothing of it is left."""
        self.kill()
        self._jobs.close()
        # Without reading to the end a pipe that was paused half-way would never close.
        await self._answers.read()
        await self.process.wait()

    async def _exchange(self, job: bytes) -> bytes:
        self._jobs.write(HEADER.pack(len(job)) + job)
        await self._jobs.drain()
        (size,) = HEADER.unpack(await self._answers.readexactly(HEADER.size))
        return await self._answers.readexactly(size)
