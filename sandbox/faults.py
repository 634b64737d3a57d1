"""Faults on request: the next calls that send something go wrong in a chosen way."""

from collections import deque
from typing import Literal, get_args

from aiohttp import web

FaultKind = Literal["429", "500", "timeout", "drop_before", "drop_after", "vk6", "vk9", "vk10"]
KINDS: tuple[FaultKind, ...] = get_args(FaultKind)
STALL = 30.0  # seconds of a "timeout"


class Faults:
    """A queue a platform. A stand-in calls `take` once for each message-sending call, never for polls.

    `429` and `500` answer so without performing the call; `timeout` stalls for `STALL` seconds and cuts;
    `drop_before` cuts the connection, `drop_after` performs the call and then cuts; `vk6 vk9 vk10` are VK's
    error codes.
    """

    def __init__(self) -> None:
        self._queues: dict[str, deque[FaultKind]] = {}

    def add(self, platform: str, kind: FaultKind, count: int) -> None:
        self._queues.setdefault(platform, deque()).extend([kind] * count)

    def take(self, platform: str) -> FaultKind | None:
        queue = self._queues.get(platform)
        return queue.popleft() if queue else None

    def waiting(self, platform: str) -> int:
        return len(self._queues.get(platform, ()))


def cut(request: web.Request) -> web.Response:
    """Cut the connection; the answer goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
