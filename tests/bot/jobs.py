"""Jobs for worker processes that a real reader or writer would do only by accident."""

import os
import sys
import time


def whoami() -> int:
    return os.getpid()


def imported() -> list[str]:
    return sorted(sys.modules)


def environment() -> dict[str, str]:
    return dict(os.environ)


def hang() -> None:
    while True:
        time.sleep(1)


def spin() -> None:
    while True:
        pass


def die(code: int = 1) -> None:
    os._exit(code)


def devour(gibibytes: int = 4) -> int:
    return len(bytearray(gibibytes * 1024**3))


def devour_and_hide() -> None:
    """As a library does that takes any error for a broken file."""
    try:
        devour()
    except Exception as error:
        raise LookupError("broken") from error


def stumble() -> None:
    raise KeyError("Иванова")


def chatter() -> str:
    """As a library does that prints, also past Python."""
    print("warning")
    os.write(1, b"warning")
    return "said"


def unpicklable() -> object:
    return lambda: None


def echo(content: bytes) -> bytes:
    return content
