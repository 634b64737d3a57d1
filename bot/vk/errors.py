"""VK's errors as aiogram's, so that handlers and delivery know one family.

Codes: VK API schema 5.199, errors.json.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import requests
import vk_api
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.vk.markup import MarkupError

#: The person or chat does not take messages from the community (any more).
UNREACHABLE = {18, 900, 901, 902, 917, 936, 945}
#: The token is wrong, has expired, or is of a kind that may not call the method: an operator has to act.
TOKEN = {4, 5, 14, 17, 27, 28, 1116, 1117}
#: Seconds after which to try again.
PAUSES = {1: 2, 6: 1, 9: 10, 10: 2, 29: 3600, 36: 2, 43: 60}
#: The message is too old to be edited, or not of a kind that can be.
UNEDITABLE = {909, 920}
INVALID_PARAMETER = 100


class OverLimit(ValueError):
    """A text, keyboard or answer is beyond VK's limits; the message says which one."""


class NotOnVk(ValueError):
    """VK has nothing for what was asked; the message says what."""


@contextmanager
def aiogram_errors(method: TelegramMethod[TelegramType]) -> Iterator[None]:
    """Raise what goes wrong inside as the error that aiogram would raise for `method`."""
    try:
        yield
    except vk_api.ApiError as error:
        raise error_of(method, error.code, error.error["error_msg"]) from error
    except vk_api.ApiHttpError as error:
        raise TelegramServerError(method, f"VK answered with HTTP {error.response.status_code}") from error
    except (requests.RequestException, aiohttp.ClientError, TimeoutError, json.JSONDecodeError) as error:
        raise TelegramNetworkError(method, type(error).__name__) from error
    except (OverLimit, NotOnVk, MarkupError) as error:
        raise TelegramBadRequest(method, str(error)) from error


def error_of(method: TelegramMethod[TelegramType], code: int, text: str) -> TelegramAPIError:
    """The aiogram error for a code of VK: of the whole call, or of one recipient of `messages.send`."""
    message = f"VK error {code}: {text}"
    if code in PAUSES:
        return TelegramRetryAfter(method, message, PAUSES[code])
    if code in UNREACHABLE:
        return TelegramForbiddenError(method, message)
    if code in TOKEN:
        return TelegramUnauthorizedError(method, message)
    if code in UNEDITABLE:
        return TelegramBadRequest(method, f"message can't be edited ({message})")
    if code == INVALID_PARAMETER and isinstance(method, AnswerCallbackQuery):
        return TelegramBadRequest(method, f"query is too old or its ID is invalid ({message})")
    return TelegramBadRequest(method, message)
