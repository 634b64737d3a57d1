"""The sandbox's page in a headless Chromium, as somebody who looks at it and types."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

from tests.sandbox.play import Play

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8ffff3f0005fe02fea73581e4"
    "0000000049454e44ae426082"
)
ASK = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}, {"text": "Нет", "callback_data": "no"}]]}
DROP = """(zone) => {
  const data = new DataTransfer();
  data.items.add(new File(["1. Встреча"], "Карта.txt", {type: "text/plain"}));
  zone.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""
UNNAMED = """[...document.querySelectorAll("button, input, select, textarea")].filter((control) =>
  !control.hidden && !(control.ariaLabel || control.innerText.trim() || control.textContent.trim()
    || control.labels?.length)).map((control) => control.outerHTML)"""
SIDEWAYS = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) > innerWidth"


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@asynccontextmanager
async def opened(browser: Browser, base: str, **options: Any) -> AsyncIterator[Page]:
    """The page at its start; at the end no script error and no breach of its own policy may have come up."""
    context = await browser.new_context(viewport=options.pop("viewport", DESKTOP), **options)
    page = await context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda line: troubles.append(line.text) if "Content Security" in line.text else None)
    await page.goto(base)
    yield page
    await context.close()
    assert troubles == []


async def choose(page: Page, name: str) -> None:
    """Open the person's chat from the list."""
    await page.locator("#people button").filter(has_text=name).click()


@asynccontextmanager
async def timely_bot(play: Play, person: int, days: int) -> AsyncIterator[asyncio.Event]:
    """A bot that is due once a day for so many days and writes to the person then, once the event is set."""
    may_go = asyncio.Event()
    due = [play.now + timedelta(days=number) for number in range(1, days + 1)]
    task = asyncio.create_task(_keep_time(play, person, due, may_go))
    await play.eventually(lambda: play.world.clock.attached)
    yield may_go
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _keep_time(play: Play, person: int, due: list[datetime], may_go: asyncio.Event) -> None:
    generation = 0
    while True:
        turned = await play.get(f"clock?generation={generation}")
        generation = turned["generation"]
        now_due = [at for at in due if at <= datetime.fromisoformat(turned["now"])]
        due = due[len(now_due) :]
        for number, _ in enumerate(now_due):
            await play.ok("sendMessage", chat_id=person, text=f"Напоминание {len(due)}.{number}")
            await may_go.wait()
        following = due[0].isoformat() if due else None
        await play.post("clock/report", generation=generation, next=following, sent=len(now_due))
