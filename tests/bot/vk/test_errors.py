import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendLocation
from aiogram.types import ForceReply
from aiohttp import web

from bot.vk.api import VkClient
from bot.vk.session import make_vk_bot
from tests.bot.vk.conftest import GROUP, TOKEN

TEACHER = 501


@pytest.mark.parametrize(
    ("code", "error"),
    [
        *((code, TelegramForbiddenError) for code in (18, 900, 901, 902, 936)),
        *((code, TelegramRetryAfter) for code in (1, 6, 9, 10, 29)),
        *((code, TelegramUnauthorizedError) for code in (5, 27, 1117)),
        *((code, TelegramBadRequest) for code in (100, 911, 914)),
    ],
)
async def test_vks_errors_are_aiograms(vk, bot, code, error):
    vk.fails("messages.send", code)

    with pytest.raises(error, match=f"VK error {code}: no"):
        await bot.send_message(TEACHER, "да")


async def test_an_error_of_the_recipient_counts_as_the_calls(vk, bot):
    item = {"peer_id": TEACHER, "message_id": 0, "conversation_message_id": 0}
    item["error"] = {"code": 901, "description": "Can't send messages for users without permission"}
    vk.answers["messages.send"] = {"response": [item]}

    with pytest.raises(TelegramForbiddenError, match="901"):
        await bot.send_message(TEACHER, "да")


@pytest.mark.parametrize("code", [909, 920])
async def test_what_cannot_be_edited_says_so_in_telegrams_words(vk, bot, code):
    vk.fails("messages.edit", code)

    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("да", chat_id=TEACHER, message_id=31)


@pytest.mark.parametrize(
    ("code", "seconds"),
    [(6, 1), (9, 10), (29, 3600)],
)
async def test_vk_is_asked_again_after_a_pause_that_fits_the_error(vk, bot, code, seconds):
    vk.fails("messages.send", code)

    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(TEACHER, "да")

    assert caught.value.retry_after == seconds


async def test_a_server_that_is_not_there_is_a_network_error():
    bot = make_vk_bot(VkClient(TOKEN, "http://127.0.0.1:1"), GROUP, salt=b"")

    with pytest.raises(TelegramNetworkError):
        await bot.send_message(TEACHER, "да")

    await bot.session.close()


async def test_a_server_out_of_order_is_a_server_error(vk, bot):
    vk.answers["messages.send"] = _raise_http_502

    with pytest.raises(TelegramServerError, match="HTTP 502"):
        await bot.send_message(TEACHER, "да")


def _raise_http_502(params):
    raise web.HTTPBadGateway


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", "empty"), ("<code>x</code>", "unknown tag"), ("я" * 4097, "4097"), ("😀" * 2049, "4098")],
)
async def test_a_text_beyond_vk_is_refused_before_the_call(vk, bot, text, problem):
    with pytest.raises(TelegramBadRequest, match=problem):
        await bot.send_message(TEACHER, text)

    assert vk.calls == []


@pytest.mark.parametrize(
    "options",
    [
        {"reply_to_message_id": 5},
        {"message_thread_id": 5},
        {"parse_mode": "MarkdownV2"},
        {"reply_markup": ForceReply()},
    ],
)
async def test_what_vk_cannot_do_is_refused_and_not_dropped(vk, bot, options):
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(TEACHER, "да", **options)

    assert vk.calls == []


async def test_a_method_that_is_not_carried_out_raises(vk, bot):
    with pytest.raises(TelegramBadRequest, match="SendLocation is not carried out on VK"):
        await bot(SendLocation(chat_id=TEACHER, latitude=55.0, longitude=37.0))


async def test_an_answer_longer_than_vk_shows_is_refused(vk, bot):
    with pytest.raises(TelegramBadRequest, match="allowed 90"):
        await bot.answer_callback_query(f"p1:{TEACHER}:{TEACHER}", "я" * 91)
