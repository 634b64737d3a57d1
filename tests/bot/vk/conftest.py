import importlib.util
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot
from aiohttp.test_utils import TestServer

from bot.vk.api import VkClient
from bot.vk.session import make_vk_bot
from tests.bot.vk.scripted import ScriptedVk

GROUP = 77
TOKEN = "vk1.a.secret"


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


def problems_of(method: str, params: dict[str, str]) -> list[str]:
    folder = os.environ.get("NASTAVNIK_TEST_CONTRACTS")
    if not folder:
        return []
    spec = importlib.util.spec_from_file_location("contracts", Path(folder) / "contracts.py")
    contracts = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(contracts)
    return contracts.check_vk(method, params)
