"""A fast stand-in of both messengers for measuring: it checks nothing, counts arrivals and keeps their times.

``python -m bench.server [LATENCY]`` prints its address. LATENCY is how long a call takes, in seconds: half of it
before the call arrives and half after, as on a network. Beside the messengers' own addresses there are
``POST /bench/offer {"updates", "per_second"}`` (0 is all at once), ``GET /bench/report`` of the answers since
``POST /bench/clear``, and ``GET /bench/arrivals``: when each call that is limited arrived, and what it was.
"""

import asyncio
import itertools
import sys
import time
from collections import defaultdict, deque
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

BATCH = 100
MOST_BYTES = 64 * 1024**2
SHOWN = ("editMessageText", "sendMessage")


class Telegram:
    """Gives updates in the order offered, and takes each reply as the answer to its chat's oldest one."""

    def __init__(self) -> None:
        self.updates: deque[dict[str, Any]] = deque()
        self.offered: defaultdict[int, deque[float]] = defaultdict(deque)
        self.latencies: list[float] = []
        self.first = 0.0
        self.last = 0.0
        self.news = asyncio.Event()
        self._numbers = itertools.count(1)

    def put(self, updates: list[dict[str, Any]]) -> None:
        now = time.perf_counter()
        self.first = self.first or now
        for update in updates:
            self.updates.append({"update_id": next(self._numbers), **update})
            self.offered[update["callback_query"]["from"]["id"]].append(now)
        self.news.set()

    async def batch(self, offset: int, seconds: float) -> list[dict[str, Any]]:
        """What stands from ``offset`` on; what is before it is confirmed and forgotten."""
        while self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
        if not self.updates:
            self.news.clear()
            try:
                async with asyncio.timeout(seconds):
                    await self.news.wait()
            except TimeoutError:
                return []
        return list(itertools.islice(self.updates, BATCH))

    def answered(self, chat: int) -> None:
        waiting = self.offered.get(chat)
        if waiting:
            self.last = time.perf_counter()
            self.latencies.append(self.last - waiting.popleft())

    def report(self) -> dict[str, Any]:
        """How many answers came since ``clear``, over how many seconds, and how late each was."""
        return {"answered": len(self.latencies), "seconds": self.last - self.first, "latencies": self.latencies}

    def clear(self) -> None:
        self.latencies, self.first = [], 0.0


class Server:
    def __init__(self, latency: float) -> None:
        self.latency = latency
        self.telegram = Telegram()
        self.arrivals: dict[str, list[tuple[float, str]]] = {"telegram": [], "vk": []}
        self._messages = itertools.count(1000)
        self._offering: set[asyncio.Task[None]] = set()

    def app(self) -> web.Application:
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_post("/bot{token}/{method}", self.call_telegram)
        app.router.add_post("/method/{method}", self.call_vk)
        app.router.add_get("/poll", self.poll_vk)
        app.router.add_post("/bench/offer", self.offer)
        app.router.add_get("/bench/report", self.report)
        app.router.add_post("/bench/clear", self.clear)
        app.router.add_get("/bench/arrivals", self.times)
        return app

    async def call_telegram(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        given = dict(parse_qsl(await request.text()))
        if method == "getUpdates":
            seconds = float(given.get("timeout", 0))
            return told(await self.telegram.batch(int(given.get("offset", 0)), seconds))
        if method == "getMe":
            return told({"id": 1, "is_bot": True, "first_name": "bench", "username": "bench_bot"})
        if method not in SHOWN:
            return told(True)
        await self._arrives("telegram", method)
        chat = int(given["chat_id"])
        self.telegram.answered(chat)
        number = int(given.get("message_id", 0)) or next(self._messages)
        return told(message(chat, number, given["text"]))

    async def call_vk(self, request: web.Request) -> web.Response:
        """All calls count, as they do for VK; the feed of events stays silent."""
        given = dict(parse_qsl(await request.text()))
        method = request.match_info["method"]
        await self._arrives("vk", method)
        match method:
            case "groups.getLongPollServer":
                address = f"http://{request.host}/poll"
                return web.json_response({"response": {"key": "key", "server": address, "ts": "1"}})
            case "messages.send":
                sent = {"peer_id": int(given["peer_ids"]), "conversation_message_id": next(self._messages)}
                return web.json_response({"response": [sent]})
        return web.json_response({"response": 1})

    async def poll_vk(self, request: web.Request) -> web.Response:
        await asyncio.sleep(float(request.query["wait"]))
        return web.json_response({"ts": "1", "updates": []})

    async def _arrives(self, platform: str, method: str) -> None:
        if self.latency:
            await asyncio.sleep(self.latency / 2)
        self.arrivals[platform].append((time.perf_counter(), method))
        if self.latency:
            await asyncio.sleep(self.latency / 2)

    async def offer(self, request: web.Request) -> web.Response:
        asked = await request.json()
        task = asyncio.ensure_future(self._offer(asked["updates"], asked["per_second"]))
        self._offering.add(task)
        task.add_done_callback(self._offering.discard)
        return web.json_response({})

    async def _offer(self, updates: list[dict[str, Any]], per_second: float) -> None:
        if not per_second:
            self.telegram.put(updates)
            return
        started = time.perf_counter()
        for number, update in enumerate(updates):
            await asyncio.sleep(max(0.0, started + number / per_second - time.perf_counter()))
            self.telegram.put([update])

    async def report(self, _request: web.Request) -> web.Response:
        return web.json_response(self.telegram.report())

    async def clear(self, _request: web.Request) -> web.Response:
        self.telegram.clear()
        return web.json_response({})

    async def times(self, _request: web.Request) -> web.Response:
        return web.json_response(self.arrivals)


def told(result: object) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def message(chat: int, number: int, text: str) -> Mapping[str, Any]:
    about = {"id": chat, "type": "private", "first_name": "Анна"}
    return {"message_id": number, "date": 1_790_000_000, "chat": about, "text": text}


async def serve(latency: float) -> None:
    runner = web.AppRunner(Server(latency).app(), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1]) if len(sys.argv) > 1 else 0.0))
