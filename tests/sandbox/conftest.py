from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import ClientSession

from sandbox.serve import started
from sandbox.world import World
from tests.sandbox.play import Play
from tests.sandbox.vk_play import VkPlay


@pytest.fixture
async def play() -> AsyncIterator[Play]:
    """A fresh sandbox at 07:00 UTC on Thursday, 1 October 2026."""
    world = World(now=datetime(2026, 10, 1, 7, tzinfo=UTC))
    runner = await started(world)
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with ClientSession(base) as http:
        yield Play(world, base, http)
    await runner.cleanup()


@pytest.fixture
def vk(play: Play) -> VkPlay:
    return VkPlay(play)
