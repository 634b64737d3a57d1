import importlib.util
import os
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiogram import Bot
from aiohttp.test_utils import TestServer

from bot.vk.api import VkClient
from bot.vk.longpoll import LongPoll
from bot.vk.session import make_vk_bot
from sandbox.server import build_app
from sandbox.world import World
from tests.bot.vk.sandboxed import Sandbox
from tests.bot.vk.scripted import ScriptedVk

GROUP = 77
TOKEN = "vk1.a.secret"
USER_TOKEN = "vk1.a.user"


@pytest.fixture
async def vk() -> AsyncIterator[ScriptedVk]:
    """A scripted VK; each call made to it is checked against the published schema where it is at hand."""
    scripted = ScriptedVk()
    server = TestServer(scripted.app())
    await server.start_server()
    scripted.url = str(server.make_url("")).rstrip("/")
    yield scripted
    await server.close()
    for method, params in scripted.calls:
        assert problems_of(method, params) == []


@pytest.fixture
async def client(vk: ScriptedVk) -> AsyncIterator[VkClient]:
    client = VkClient(TOKEN, vk.url)
    yield client
    await client.close()


@pytest.fixture
async def bot(client: VkClient) -> AsyncIterator[Bot]:
    bot = make_vk_bot(client, GROUP, salt=b"salt")
    yield bot
    await bot.session.close()


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    """The sandbox on a loopback port with a bot connected to its VK."""
    server = TestServer(build_app(World()))
    await server.start_server()
    url = str(server.make_url("")).rstrip("/")
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{url}/sandbox/info") as answer:
            info = (await answer.json())["vk"]
        client = VkClient(info["token"], url)
        bot = make_vk_bot(client, info["group_id"], salt=b"salt")
        poll = LongPoll(client, info["group_id"], wait=2)
        box = Sandbox(url, http, bot, client, poll, info)
        box.position = (await poll.fetch(None)).position
        yield box
        await poll.close()
        await bot.session.close()
    await server.close()


def problems_of(method: str, params: dict[str, str]) -> list[str]:
    folder = os.environ.get("NASTAVNIK_TEST_CONTRACTS")
    if not folder:
        return []
    spec = importlib.util.spec_from_file_location("contracts", Path(folder) / "contracts.py")
    contracts = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(contracts)
    kind = "user" if params["access_token"] == USER_TOKEN else "group"
    return contracts.check_vk(method, params, token_type=kind)
