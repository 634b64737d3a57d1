"""`reply_markup`: inline keyboards, reply keyboards, and what the server refuses in them."""

import re
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.params import Params
from sandbox.world import Button, Rows

MOST_BUTTONS = 100
LONGEST_DATA = 64  # bytes of UTF-8
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


@dataclass
class Markup:
    """A read `reply_markup`; `raw` is the inline keyboard as it is answered in messages."""

    kind: Literal["none", "inline", "reply", "remove", "force"] = "none"
    rows: Rows = field(default_factory=list)
    once: bool = False
    raw: dict[str, Any] | None = None


def read_markup(params: Params) -> Markup:
    value = params.decoded("reply_markup", "reply keyboard markup")
    if value is None:
        return Markup()
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if value.get("keyboard"):
        rows = _rows(value["keyboard"], 'Field "keyboard" must be an Array of Arrays', reply_button)
        return Markup("reply", rows, once=bool(value.get("one_time_keyboard")))
    if "inline_keyboard" in value:
        return _inline(value["inline_keyboard"])
    if value.get("remove_keyboard"):
        return Markup("remove")
    return Markup("force") if value.get("force_reply") else Markup()


def inline_only(markup: Markup) -> Markup:
    """An edit can bring no other keyboard."""
    if markup.kind in ("reply", "remove", "force"):
        raise bad_request("inline keyboard expected")
    return markup


def _inline(value: Any) -> Markup:
    wrong = 'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    rows = _rows(value, wrong, inline_button)
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    rows = [row for row in rows if row]
    return Markup("inline", rows, raw={"inline_keyboard": [row for row in value if row]} if rows else None)


def _rows(value: Any, wrong: str, button: Any) -> Rows:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(wrong)
    return [[button(item) for item in row] for row in value]


def reply_button(item: Any) -> Button:
    if isinstance(item, str):
        return Button(item)
    if not isinstance(item, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    return Button(_label(item, "keyboard button"))


def inline_button(item: Any) -> Button:
    if not isinstance(item, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    label = _label(item, "inline keyboard button")
    if not any(action in item for action in ACTIONS):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "url" in item:
        if not _good_url(str(item["url"])):
            raise ApiError(400, "Bad Request: BUTTON_URL_INVALID")
        return Button(label, "link", str(item["url"]))
    data = str(item.get("callback_data", ""))
    if "callback_data" in item and not 1 <= len(data.encode()) <= LONGEST_DATA:
        raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
    return Button(label, "callback", data)


def _label(item: dict[str, Any], what: str) -> str:
    label = item.get("text")
    if not isinstance(label, str) or not label.strip():
        raise bad_request(f"can't parse {what}: Can't find field \"text\"")
    return label


def _good_url(url: str) -> bool:
    """http(s) with a host that has a dot (or no scheme at all), or Telegram's own schemes."""
    parts = urlsplit(url if re.match(r"\w+:", url) else f"http://{url}")
    if parts.scheme in ("http", "https"):
        return "." in (parts.hostname or "") and " " not in url
    return parts.scheme in ("tg", "ton", "tonsite")
