"""Calls of the VK API: `vk_api` with our own transport.

`vk_api.VkApi.method` holds one lock during each HTTP call, waits for ever for a silent server, knows one
host, sends Python's `True`, and sleeps through error 6. Here its uploads and its errors stay; calls go
through a few threads with a session each, a timeout, and one limiter.
"""

import asyncio
import threading
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

import jconfig
import requests
import vk_api
from vk_api.upload import VkUpload

from bot.vk.limiter import Limiter, Priority
from bot.vk.threads import DaemonThreads

OFFICIAL = "https://api.vk.ru"
VERSION = "5.199"
COMMUNITY_CALLS_PER_SECOND = 20
USER_CALLS_PER_SECOND = 3
THREADS = 8  # 20 calls a second at 0.3 s each keep six busy
TIMEOUT = (5, 30)  # seconds to connect, to read
CLOSING = 2.0  # seconds that calls under way get when the client is closed

Result = TypeVar("Result")


class _Session(requests.Session):
    """A session that never waits for ever, for VkUpload's calls too."""

    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        kwargs.setdefault("timeout", TIMEOUT)
        return super().request(*args, **kwargs)


class VkClient(vk_api.VkApi):  # type: ignore[misc]  # vk_api has no types
    """One VK token and its limit of calls.

    `call` and `upload` are for coroutines; `method` blocks and is what VkUpload uses. They raise
    `vk_api.ApiError` (code and text of VK), `vk_api.ApiHttpError` and `requests.RequestException`.
    """

    def __init__(
        self, token: str, base_url: str = OFFICIAL, calls_per_second: int = COMMUNITY_CALLS_PER_SECOND
    ) -> None:
        # The configuration in memory: the default one reads a file from the working directory.
        super().__init__(token=token, api_version=VERSION, config=jconfig.MemoryConfig, session=_Session())
        self._base_url = base_url.rstrip("/")
        self._limiter = Limiter(calls_per_second)
        self._local = threading.local()
        self._sessions: list[requests.Session] = [self.http]
        # Threads for each: bulk that waits for the limiter must not keep replies from theirs.
        self._threads = {priority: self._prepared(priority) for priority in Priority}

    async def call(self, method: str, *, priority: Priority = Priority.REPLY, **params: Any) -> Any:
        """Call a method; returns VK's `response`. Flags may be bools, lists are joined, None is left out."""
        return await self._run(partial(self.method, method, params), priority)

    async def upload(self, step: Callable[[VkUpload], Result], priority: Priority = Priority.REPLY) -> Result:
        """Run one of VkUpload's methods: `upload(lambda uploads: uploads.photo_messages(file))`."""
        return await self._run(lambda: step(self._uploads()), priority)

    def method(self, method: str, values: Mapping[str, Any] | None = None, raw: bool = False) -> Any:
        """Call a method in this thread. `raw` returns the whole answer instead of its `response`."""
        params = {name: _as_sent(value) for name, value in (values or {}).items() if value is not None}
        # Errors carry `params` and get logged: the token is not among them.
        secret = {"v": self.api_version, "access_token": self.token["access_token"]}
        with self._limiter.call(getattr(self._local, "priority", Priority.REPLY)):
            response = self._session().post(f"{self._base_url}/method/{method}", secret | params)
        if not response.ok:
            raise vk_api.ApiHttpError(self, method, params, raw, response)
        answer = response.json()
        if "error" in answer:
            raise vk_api.ApiError(self, method, params, raw, answer["error"])
        return answer if raw else answer["response"]

    async def close(self) -> None:
        """Give the calls under way a moment to finish, and close the connections."""
        await asyncio.gather(*(asyncio.to_thread(threads.close, CLOSING) for threads in self._threads.values()))
        for session in self._sessions:
            session.close()

    async def _run(self, work: Callable[[], Result], priority: Priority) -> Result:
        return await asyncio.wrap_future(self._threads[priority].submit(work))

    def _prepared(self, priority: Priority) -> DaemonThreads:
        def enter() -> None:
            self._local.priority = priority

        return DaemonThreads(THREADS, f"vk-{priority.name.lower()}", enter)

    def _session(self) -> requests.Session:
        if not hasattr(self._local, "session"):
            self._local.session = _Session()
            self._sessions.append(self._local.session)
        session: requests.Session = self._local.session
        return session

    def _uploads(self) -> VkUpload:
        uploads = VkUpload(self)
        uploads.http = self._session()
        return uploads


def _as_sent(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, list | tuple):
        return ",".join(str(item) for item in value)
    return value
