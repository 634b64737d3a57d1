"""The page's people and chats: what somebody sees and does in a real browser, against the real sandbox."""

import asyncio

import pytest
from playwright.async_api import Browser, FilePayload, Page, expect

from sandbox.serve import started
from sandbox.world import Button, Span
from tests.sandbox.page.browser import (
    ASK,
    CHROMIUM,
    DROP,
    PHONE,
    PIXEL,
    SIDEWAYS,
    UNNAMED,
    choose,
    opened,
)
from tests.sandbox.play import Play

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="на этой машине нет Chromium"),
]


async def test_list_shows_name_messenger_last_words_and_unread(play: Play, page: Page) -> None:
    anna = await play.person(name="Анна Петровна")
    await play.person("vk", "Ольга")
    await play.ok("sendMessage", chat_id=anna, text="Здравствуйте")
    row = page.locator("#people button").filter(has_text="Анна Петровна")
    await expect(row).to_contain_text("Telegram")
    await expect(row).to_contain_text("Здравствуйте")
    await expect(row.locator(".badge")).to_have_text("1")
    await expect(page.locator("#people button").filter(has_text="Ольга")).to_contain_text("VK")


async def test_opening_a_chat_marks_it_read(play: Play, page: Page) -> None:
    anna = await play.person(name="Анна")
    await play.ok("sendMessage", chat_id=anna, text="Здравствуйте")
    await choose(page, "Анна")
    await expect(page.locator("#messages")).to_contain_text("Здравствуйте")
    await play.eventually(lambda: play.world.state.chats[f"telegram:{anna}"].unread == 0)


async def test_a_person_is_added_by_keyboard_and_begins_the_chat(play: Play, page: Page) -> None:
    await page.get_by_role("button", name="Добавить человека").first.click()
    await page.get_by_label("VK").check()
    await page.get_by_label("Имя").fill("Мария Сергеевна")
    await page.keyboard.press("Enter")
    await expect(page.locator("#chat-name")).to_have_text("Мария Сергеевна")
    await page.get_by_role("button", name="Начать").click()
    await expect(page.locator(".message.person")).to_contain_text("Начать")
    assert [(p.platform, p.name) for p in play.world.state.people.values()] == [("vk", "Мария Сергеевна")]


async def test_enter_sends_and_shift_enter_breaks_the_line(play: Play, page: Page) -> None:
    await play.person(name="Анна")
    await play.drained()
    await choose(page, "Анна")
    await page.locator("#text").press_sequentially("раз")
    await page.keyboard.press("Shift+Enter")
    await page.locator("#text").press_sequentially("два")
    await page.keyboard.press("Enter")
    await expect(page.locator("#messages")).to_contain_text("два")
    await expect(page.locator("#text")).to_have_value("")
    assert [update["message"]["text"] for update in await play.updates()] == ["раз\nдва"]


async def test_half_written_text_waits_in_its_chat(play: Play, page: Page) -> None:
    await play.person(name="Анна")
    await play.person(name="Ольга")
    await choose(page, "Анна")
    await page.locator("#text").fill("начато")
    await choose(page, "Ольга")
    await expect(page.locator("#text")).to_have_value("")
    await choose(page, "Анна")
    await expect(page.locator("#text")).to_have_value("начато")


async def test_formatted_text_and_addresses_are_shown(play: Play, page: Page) -> None:
    anna = await play.person(name="Анна")
    text = '<b>Срок</b> <i>завтра</i>, <a href="https://school.ru/a">план</a> и https://school.ru/b.'
    await play.ok("sendMessage", chat_id=anna, text=text, parse_mode="HTML")
    await choose(page, "Анна")
    bubble = page.locator(".message.bot").last
    await expect(bubble.locator("b")).to_have_text("Срок")
    await expect(bubble.locator("i")).to_have_text("завтра")
    await expect(bubble.get_by_role("link", name="план")).to_have_attribute("href", "https://school.ru/a")
    await expect(bubble.locator("a").last).to_have_attribute("href", "https://school.ru/b")


async def test_data_never_becomes_markup_or_script(play: Play, page: Page) -> None:
    evil = "<b>Ольга</b> <img src=x onerror=alert(1)> 👩‍🏫"
    olga = await play.person(name=evil)
    chat = play.world.state.chats[f"telegram:{olga}"]
    spans = [Span("нажмите", url="javascript:alert(1)"), Span(" <script>alert(2)</script>")]
    play.world.post(chat, "bot", 0, "нажмите <script>alert(2)</script>", spans=spans)
    await choose(page, "Ольга")
    await expect(page.locator("#chat-name")).to_have_text(evil)
    await expect(page.locator(".message.bot .text")).to_have_text("нажмите <script>alert(2)</script>")
    await expect(page.locator("#people b, #people img, .message a, .message script")).to_have_count(0)


async def test_inline_button_reaches_the_bot_and_its_answer_is_a_toast(play: Play, page: Page) -> None:
    anna = await play.person(name="Анна")
    await play.drained()
    sent = await play.ok("sendMessage", chat_id=anna, text="Готовы?", reply_markup=ASK)
    await choose(page, "Анна")
    await page.get_by_role("button", name="Да", exact=True).click()
    query = (await play.updates(timeout=5))[0]["callback_query"]
    assert query["data"] == "yes"
    await play.ok("answerCallbackQuery", callback_query_id=query["id"], text="Записано")
    await play.ok("editMessageText", chat_id=anna, message_id=sent["message_id"], text="Хорошо")
    await expect(page.locator("#toasts")).to_contain_text("Записано")
    await expect(page.locator(".message.bot").last).to_contain_text("Хорошоизменено")
    await expect(page.get_by_role("button", name="Да", exact=True)).to_have_count(0)


async def test_reply_keyboard_stands_under_the_text_box_and_says_its_label(play: Play, page: Page) -> None:
    anna = await play.person(name="Анна")
    await play.drained()
    keyboard = {"keyboard": [[{"text": "Сегодня"}, {"text": "Люди"}]]}
    await play.ok("sendMessage", chat_id=anna, text="Вот меню", reply_markup=keyboard)
    await choose(page, "Анна")
    await page.locator("#keyboard").get_by_role("button", name="Люди").click()
    await expect(page.locator(".message.person").last).to_contain_text("Люди")
    assert (await play.updates())[-1]["message"]["text"] == "Люди"


async def test_attached_file_is_a_card_to_load_and_a_picture_is_shown(play: Play, page: Page) -> None:
    await play.person(name="Анна")
    await choose(page, "Анна")
    plan = FilePayload(name="План.txt", mimeType="text/plain", buffer="1. Встреча".encode())
    photo = FilePayload(name="Фото.png", mimeType="image/png", buffer=PIXEL)
    await page.locator("#file").set_input_files([plan, photo])
    await expect(page.locator(".picture img")).to_have_js_property("naturalWidth", 1)
    async with page.expect_download() as loading:
        await page.locator(".file", has_text="План.txt").click()
    loaded = await (await loading.value).path()
    assert await asyncio.to_thread(loaded.read_text, "utf-8") == "1. Встреча"


async def test_a_file_dropped_on_the_chat_goes_to_the_bot(play: Play, page: Page) -> None:
    await play.person(name="Анна")
    await play.drained()
    await choose(page, "Анна")
    await page.locator("#open-chat").evaluate(DROP)
    await expect(page.locator(".message.person .file")).to_contain_text("Карта.txt")
    assert (await play.updates())[0]["message"]["document"]["file_name"] == "Карта.txt"


async def test_invitation_in_a_chat_opens_as_somebody_of_its_messenger(play: Play, page: Page) -> None:
    anna = await play.person(name="Анна")
    await play.person(name="Ольга", started=False)
    await play.person("vk", "Света")
    link = f"https://t.me/{play.world.messengers['telegram'].info()['username']}?start=inv42"
    await play.ok("sendMessage", chat_id=anna, text=f"Приглашение: {link}")
    await choose(page, "Анна")
    await page.get_by_role("link", name=link).click()
    await expect(page.get_by_role("button", name="Открыть как Света")).to_have_count(0)
    await page.get_by_role("button", name="Открыть как Ольга").click()
    await expect(page.locator("#chat-name")).to_have_text("Ольга")
    await expect(page.locator(".message.person")).to_contain_text("/start inv42")


async def test_blocking_the_bot_is_seen_and_can_be_taken_back(play: Play, page: Page) -> None:
    anna = await play.person(name="Анна")
    await choose(page, "Анна")
    await page.get_by_role("button", name="Заблокировать бота").click()
    await expect(page.locator("#blocked")).to_be_visible()
    assert (await play.bot("sendMessage", chat_id=anna, text="Вы тут?"))["error_code"] == 403
    await page.get_by_role("button", name="Разрешить").click()
    await expect(page.locator("#blocked")).to_be_hidden()
    await play.ok("sendMessage", chat_id=anna, text="С возвращением")


async def test_phone_has_one_view_at_a_time_and_nothing_sticks_out(play: Play, browser: Browser) -> None:
    name = "Преображенская-Белосельская-Заболоцкая Людмила Константиновна"
    chat = play.world.state.chats[f"telegram:{await play.person(name=name)}"]
    wide_row = [Button(f"Кнопка {number} с длинным словом", "callback", "x") for number in range(5)]
    play.world.post(chat, "bot", 0, "безпробелов" * 60, inline=[wide_row], edited=True)
    async with opened(browser, play.base, viewport=PHONE, has_touch=True) as page:
        await choose(page, "Преображенская")
        await expect(page.locator(".message.bot")).to_be_visible()
        assert not await page.evaluate(SIDEWAYS)
        await page.get_by_role("button", name="Часы и лента").click()
        await page.get_by_role("tab", name="Лента").click()
        await expect(page.locator(".event")).to_be_visible()
        assert not await page.evaluate(SIDEWAYS)
        await page.get_by_role("button", name="Назад", exact=True).click()
        await expect(page.locator("#composer")).to_be_visible()
        await page.get_by_role("button", name="К списку людей").click()
        await expect(page.locator("#people")).to_be_visible()
        await expect(page.locator("#chat")).to_be_hidden()


async def test_new_words_of_the_bot_are_announced_and_every_control_has_a_name(play: Play, page: Page) -> None:
    anna = await play.person(name="Анна")
    await choose(page, "Анна")
    await expect(page.locator(".message.person")).to_have_count(1)
    await play.ok("sendMessage", chat_id=anna, text="Здравствуйте", reply_markup=ASK)
    await expect(page.locator("#live")).to_have_text("Бот: Здравствуйте")
    assert await page.evaluate(UNNAMED) == []


async def test_dialog_closes_with_escape_and_gives_the_focus_back(page: Page) -> None:
    button = page.locator("#add")
    await button.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Имя")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.locator("#add-dialog")).to_be_hidden()
    await expect(button).to_be_focused()


async def test_dark_scheme_has_its_own_colours(play: Play, browser: Browser) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        async with opened(browser, play.base, color_scheme=scheme) as page:
            grounds.append(await page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(238, 241, 240)", "rgb(19, 25, 24)"]


async def test_a_restart_of_the_sandbox_is_said_and_survived(play: Play, browser: Browser) -> None:
    runner = await started(play.world)
    port = runner.addresses[0][1]
    async with opened(browser, f"http://127.0.0.1:{port}") as page:
        await expect(page.locator("#now")).not_to_be_empty()
        await runner.cleanup()
        await expect(page.locator("#offline")).to_have_text("Нет связи с песочницей, пробую снова")
        runner = await started(play.world, port)
        await play.person(name="Анна")
        await expect(page.locator("#people")).to_contain_text("Анна")
        await expect(page.locator("#offline")).to_be_hidden()
    await runner.cleanup()
