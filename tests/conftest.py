"""The shared cast and stage of tests."""

import base64
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.client import Town, town_of


@pytest.fixture(params=["telegram", "vk"])
def platform(request: pytest.FixtureRequest) -> str:
    """Every scenario runs on both messengers."""
    return str(request.param)


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with town_of(tmp_path) as town:
        yield town


@pytest.fixture
def png() -> bytes:
    """A small real picture."""
    return base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEElEQVR42mP4//8/AwMDAwAk+QP9i2BwzQAAAABJRU5ErkJggg=="
    )
