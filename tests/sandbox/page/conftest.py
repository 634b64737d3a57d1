from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page

from tests.sandbox.page.browser import chromium, opened
from tests.sandbox.play import Play


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as running:
        yield running


@pytest.fixture
async def page(play: Play, browser: Browser) -> AsyncIterator[Page]:
    """The page of a fresh sandbox on a wide screen."""
    async with opened(browser, play.base) as view:
        yield view
