"""The worker process itself: ``python -m bot.worker_child MEMORY SECONDS`` takes jobs from stdin, answers on stdout.

A job and an answer are a pickle behind its length in 8 bytes. An answer is ``("done", result)``, or
``("raised", error)`` with an error of our own packages, or ``("failed", reason, detail)``.
The process ends when its stdin does.
"""

import faulthandler
import os
import pickle
import signal
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

HEADER = struct.Struct(">Q")
OUR_ERRORS = ("documents", "domain")
GRACE_SECONDS = 5

Verdict = tuple[str, BaseException] | tuple[str, str, str]


def main() -> None:
    memory, seconds = int(sys.argv[1]), float(sys.argv[2])
    limit_memory(memory)
    ignore_signals()
    jobs, answers = private_pipes()
    while len(header := jobs.read(HEADER.size)) == HEADER.size:
        job = jobs.read(HEADER.unpack(header)[0])
        # The parent kills a late child; this is for the child whose parent is gone.
        faulthandler.dump_traceback_later(seconds + GRACE_SECONDS, exit=True)
        answer = perform(job)
        faulthandler.cancel_dump_traceback_later()
        answers.write(HEADER.pack(len(answer)) + answer)
        answers.flush()


def perform(job: bytes) -> bytes:
    """Do one pickled job (function, arguments, named arguments) and pickle how it went."""
    try:
        function, arguments, named = pickle.loads(job)
        return pickle.dumps(("done", function(*arguments, **named)))
    except Exception as error:
        return pickle.dumps(verdict(error))


def verdict(error: Exception) -> Verdict:
    """How an error is told to the parent; text of a foreign error is left out, since it may quote the file."""
    if any(isinstance(each, MemoryError) for each in chain(error)):
        return "failed", "memory", ""
    if type(error).__module__.partition(".")[0] in OUR_ERRORS:
        return "raised", error.with_traceback(None)
    return "failed", "crash", f"{type(error).__name__} at {place(error)}"


def chain(error: BaseException | None) -> list[BaseException]:
    """An error and those it was raised from: a reader may have wrapped the lack of memory in its own."""
    errors: list[BaseException] = []
    while error is not None and error not in errors:
        errors.append(error)
        error = error.__cause__ or error.__context__
    return errors


def place(error: BaseException) -> str:
    """File and line where an error was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"


def limit_memory(size: int) -> None:
    """Let the address space grow to ``size`` bytes at most; Windows has no such limit, macOS refuses some."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 – it exists on POSIX only

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (size, size))


def ignore_signals() -> None:
    """Ctrl+C and a stop of the service reach the whole process group; the parent decides when we end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Stdin and stdout for us alone: what a library prints must not get between the answers."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return jobs, answers


if __name__ == "__main__":
    main()
