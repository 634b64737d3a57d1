"""The page's panel: clock, first steps, the feed of a year and the community's wall."""

from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from sandbox.world import Attachment, Post
from tests.sandbox.page.browser import CHROMIUM, PIXEL, timely_bot
from tests.sandbox.play import Play

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="на этой машине нет Chromium"),
]


async def test_clock_walks_says_how_far_it_is_and_what_was_sent(play: Play, page: Page) -> None:
    anna = await play.person(name="Анна")
    async with timely_bot(play, anna, days=3) as may_go:
        await page.get_by_role("button", name="+1 неделя").click()
        await expect(page.locator("#clock-word")).to_contain_text("Идёт время… Отправлено 1 сообщение.")
        await expect(page.get_by_role("button", name="+1 день")).to_be_disabled()
        may_go.set()
        await expect(page.locator("#clock-word")).to_have_text("Готово: бот отправил 3 сообщения.")
    await expect(page.locator("#now")).to_have_text("четверг, 8 октября 2026, 10:00 (UTC+3)")
    await expect(page.get_by_role("button", name="+1 день")).to_be_enabled()


async def test_clock_goes_to_a_day_of_the_chosen_zone_and_never_back(play: Play, page: Page) -> None:
    await page.locator("#zone").select_option(label="Екатеринбург")
    await expect(page.locator("#now")).to_have_text("четверг, 1 октября 2026, 12:00 (UTC+5)")
    await page.get_by_role("button", name="до даты…").click()
    await page.get_by_label("День").fill("2026-10-01")
    await page.get_by_label("Время", exact=True).fill("11:00")
    await page.keyboard.press("Enter")
    await expect(page.locator("#until-word")).to_contain_text("назад часы не идут")
    await page.get_by_label("День").fill("2026-10-15")
    await page.get_by_role("button", name="Пойти").click()
    await expect(page.locator("#now")).to_have_text("четверг, 15 октября 2026, 11:00 (UTC+5)")
    assert play.now.isoformat() == "2026-10-15T06:00:00+00:00"


async def test_feed_gathers_what_the_bot_wrote_by_day_and_leads_to_the_chat(play: Play, page: Page) -> None:
    anna, olga = await play.person(name="Анна"), await play.person(name="Ольга")
    await play.ok("sendMessage", chat_id=anna, text="Пора заполнить анкету")
    await play.post("clock", now=(play.now + timedelta(days=15)).isoformat())
    await play.ok("sendMessage", chat_id=olga, text="Завтра встреча")
    await page.get_by_role("tab", name="Лента").click()
    await expect(page.locator(".event .words")).to_have_text(["Пора заполнить анкету", "Завтра встреча"])
    await expect(page.locator(".feed-day h3").last).to_contain_text("пятница, 16 октября 2026")
    await expect(page.locator("button.week")).to_have_count(2)
    await page.locator("#feed-person").select_option(label="Ольга")
    await expect(page.locator(".event")).to_have_count(1)
    await page.locator(".event").click()
    await expect(page.locator(".looked")).to_contain_text("Завтра встреча")


async def test_wall_shows_posts_with_day_text_and_picture(play: Play, page: Page) -> None:
    file = play.world.files.add("Пары.png", "image/png", PIXEL)
    first = Post(1, play.now, "Программа началась", [Attachment(file.key, file.name, "photo")])
    play.world.state.wall += [first, Post(2, play.now + timedelta(days=1), "Это выйдет завтра")]
    play.world.touch()
    await expect(page.locator("#wall-count")).to_have_text("1")
    await page.get_by_role("tab", name="Стена").click()
    await expect(page.locator(".post")).to_have_count(1)
    await expect(page.locator(".post")).to_contain_text("четверг, 1 октября 2026, 10:00Программа началась")
    await expect(page.locator(".post img")).to_have_js_property("naturalWidth", 1)


async def test_first_steps_show_the_curators_code_and_the_example_may_be_absent(play: Play, page: Page) -> None:
    await expect(page.locator("#start")).to_contain_text("Код появится, когда запустится бот")
    await play.post("info", code="K7QM-42XD")
    await expect(page.locator("#code")).to_have_text("K7QM-42XD")
    await page.route("**/sandbox/example", lambda route: route.fulfill(status=404, json={"error": "absent"}))
    await page.get_by_role("button", name="Заполнить примером").click()
    await expect(page.locator("#example-word")).to_contain_text("нет готового примера")
