"""The sandbox as one aiohttp application: both stand-ins, the control interface and the page."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from aiohttp import web

from sandbox import telegram, vk
from sandbox.acts import UPLOAD_LIMIT, Acts
from sandbox.control import Control
from sandbox.example import Example
from sandbox.world import Refusal, World

PAGE = Path(__file__).parent / "page"
SAVE_EVERY = 1.0  # real seconds between two snapshots

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def build_app(world: World) -> web.Application:
    """Everything of the sandbox over one world; it also keeps the world's snapshot fresh."""
    app = web.Application(middlewares=[explain_refusals], client_max_size=UPLOAD_LIMIT)
    app.router.add_routes(telegram.routes(world))
    app.router.add_routes(vk.routes(world))
    app.router.add_routes(Control(world).routes())
    app.router.add_routes(Acts(world).routes())
    app.router.add_routes(Example(world).routes())
    app.router.add_routes([web.get("/", page), web.get(r"/page/{name:[\w-]+\.\w+}", page)])
    app.cleanup_ctx.append(lambda _: keeping(world))
    return app


@web.middleware
async def explain_refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except Refusal as refusal:
        return web.json_response({"error": refusal.reason, **refusal.details}, status=refusal.status)


async def page(request: web.Request) -> web.StreamResponse:
    file = PAGE / request.match_info.get("name", "index.html")
    if not file.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(file)


async def keeping(world: World) -> AsyncIterator[None]:
    """Write the snapshot a moment after each change and at the end."""
    task = asyncio.create_task(_save_changes(world)) if world.snapshot.lasting else None
    yield
    if task is not None:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        world.save()


async def _save_changes(world: World) -> None:
    while True:
        await world.bell.next_ring()
        await asyncio.sleep(SAVE_EVERY)
        world.save()
