"""answerCallbackQuery."""

import time

from sandbox.telegram.entities import units
from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.params import Params
from sandbox.telegram.state import Telegram

ANSWERABLE_FOR = 60.0  # real seconds
LONGEST_ANSWER = 200


async def answer_callback_query(telegram: Telegram, params: Params) -> bool:
    """Answer a press, once and in time; the text is what the person sees for a moment."""
    query = telegram.queries.get(params.text("callback_query_id"))
    if query is None or time.monotonic() - query.at > ANSWERABLE_FOR:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = params.text("text")
    if units(text) > LONGEST_ANSWER:
        raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
    del telegram.queries[params.text("callback_query_id")]
    if text:
        query.chat.toast = text
        telegram.world.touch(query.chat)
    return True
