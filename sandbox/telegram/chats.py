"""Which chat a call means, and whether the bot may write there now."""

import time

from sandbox.telegram.errors import ApiError, bad_request, flooded
from sandbox.telegram.params import Params
from sandbox.telegram.state import Telegram
from sandbox.world import Chat


def find_chat(telegram: Telegram, params: Params) -> Chat:
    """The chat that the bot may write to; 400 for an unknown one, 403 where it may not."""
    if not params.text("chat_id"):
        raise bad_request("chat_id is empty")
    chat = telegram.world.chat("telegram", params.integer("chat_id"))
    if chat is None:
        raise bad_request("chat not found")
    person = telegram.world.person("telegram", chat.id)
    if person is not None and person.deactivated:
        raise ApiError(403, "Forbidden: user is deactivated")
    if not chat.started:
        raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
    if chat.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    return chat


def admit(telegram: Telegram, chat: Chat) -> None:
    """Let a new message in, or answer 429.

    The bot's limit is exact: 30 messages in any second. A chat's is "1 a second, short bursts may pass" in the
    documentation: here quick presses may all be answered at once (5 in a second), a bot that goes on faster than
    its person can write is stopped (30 in 20 seconds), and one that keeps to 1 a second never is.
    """
    now = time.monotonic()
    limits = [(telegram.bot_window, "bot"), *((window, chat.id) for window in telegram.chat_windows)]
    wait = max(window.retry_after(key, now) for window, key in limits)
    if wait:
        raise flooded(wait)
    for window, key in limits:
        window.admit(key, now)
