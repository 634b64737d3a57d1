"""Waiting for what another process does."""

import time
from collections.abc import Callable

PAUSE_SECONDS = 0.05


def until(holds: Callable[[], object], seconds: float) -> None:
    """Look again and again until it holds; AssertionError when it does not in time."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(PAUSE_SECONDS)
