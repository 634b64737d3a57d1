"""Threads for blocking calls that cannot keep a stopping process alive."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

Result = TypeVar("Result")
Job = tuple[Future[Any], Callable[[], Any]]


class DaemonThreads:
    """At most `size` threads, started as they are needed; `enter` runs first in each.

    Unlike those of `ThreadPoolExecutor` they are not joined when the process ends: a server that is silent
    for half a minute would hold it as long.
    """

    def __init__(self, size: int, name: str, enter: Callable[[], None]) -> None:
        self._size = size
        self._name = name
        self._enter = enter
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []

    def submit(self, work: Callable[[], Result]) -> Future[Result]:
        """Run `work` in a thread when one is free."""
        future: Future[Result] = Future()
        self._jobs.put((future, work))
        if len(self._threads) < self._size:
            thread = threading.Thread(target=self._serve, name=self._name, daemon=True)
            self._threads.append(thread)
            thread.start()
        return future

    def close(self, patience: float) -> None:
        """Cancel what has not begun, and wait at most `patience` seconds for the rest."""
        self._cancel_waiting()
        for _ in self._threads:
            self._jobs.put(None)
        deadline = time.monotonic() + patience
        for thread in self._threads:
            thread.join(max(deadline - time.monotonic(), 0))

    def _cancel_waiting(self) -> None:
        try:
            while job := self._jobs.get_nowait():
                job[0].cancel()
        except Empty:
            return

    def _serve(self) -> None:
        self._enter()
        while (job := self._jobs.get()) is not None:
            future, work = job
            if future.set_running_or_notify_cancel():
                _settle(future, work)


def _settle(future: Future[Any], work: Callable[[], Any]) -> None:
    try:
        result = work()
    except Exception as error:
        future.set_exception(error)
    else:
        future.set_result(result)
