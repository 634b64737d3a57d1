"""aiogram keyboards as VK keyboards, within VK's limits.

Source of the limits: dev.vk.com, "Клавиатуры для ботов"; a keyboard over them is refused with error 911.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.vk.errors import NotOnVk, OverLimit

LABEL = 40
ROW = 5
CALLBACK_DATA_BYTES = 64
PAYLOAD = 255
ALL_PAYLOADS = 1000

COLOURS = {"primary": "primary", "success": "positive", "danger": "negative"}

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
Action = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Limits:
    rows: int
    buttons: int


INLINE = _Limits(rows=6, buttons=10)
BELOW = _Limits(rows=10, buttons=40)


def keyboard(markup: Markup | None, *, plain_buttons: bool = False) -> str | None:
    """The parameter `keyboard` as a JSON string; None leaves the keyboard below the chat as it is.

    `plain_buttons`: for clients without callback buttons inline buttons become text buttons with the
    same payload; a press then arrives as a message. Raises OverLimit and NotOnVk.
    """
    if markup is None:
        return None
    if isinstance(markup, InlineKeyboardMarkup):
        kind = "text" if plain_buttons else "callback"
        rows = [[_inline(button, kind) for button in row] for row in markup.inline_keyboard]
        # aiogram's way to take the buttons away is an inline keyboard without buttons; VK's is no keyboard.
        return _checked({"inline": True, "buttons": rows}, INLINE) if any(rows) else None
    if isinstance(markup, ReplyKeyboardRemove):
        return json.dumps({"one_time": False, "buttons": []})
    below = [[_below(button) for button in row] for row in markup.keyboard]
    return _checked({"one_time": bool(markup.one_time_keyboard), "buttons": below}, BELOW)


def payload(data: str) -> str:
    """Callback data in the shape in which VK carries and returns it."""
    return json.dumps({"c": data}, ensure_ascii=False, separators=(",", ":"))


def callback_data(payload: Any) -> str | None:
    """Callback data from an event's payload (VK gives an object or a JSON string); None for others'."""
    if isinstance(payload, str):
        try:
            payload = json.loads(payload)
        except ValueError:
            return None
    data = payload.get("c") if isinstance(payload, dict) else None
    return data if isinstance(data, str) else None


def _inline(button: InlineKeyboardButton, kind: str) -> dict[str, Any]:
    if button.url is not None:
        return {"action": {"type": "open_link", "link": button.url, "label": button.text}}
    if button.callback_data is None:
        raise NotOnVk(f"«{button.text}» neither calls back nor opens a link")
    if len(button.callback_data.encode()) > CALLBACK_DATA_BYTES:
        raise OverLimit(f"callback data of «{button.text}» is over {CALLBACK_DATA_BYTES} bytes")
    action = {"type": kind, "label": button.text, "payload": payload(button.callback_data)}
    return {"action": action} | _colour(button.style)


def _below(button: KeyboardButton) -> dict[str, Any]:
    extras = button.model_dump(exclude_none=True, exclude={"text", "style"})
    if extras:
        raise NotOnVk(f"«{button.text}»: {', '.join(extras)}")
    return {"action": {"type": "text", "label": button.text}} | _colour(button.style)


def _colour(style: str | None) -> dict[str, str]:
    return {"color": COLOURS[style]} if style in COLOURS else {}


def _checked(shape: dict[str, Any], limits: _Limits) -> str:
    rows: Sequence[Sequence[dict[str, Any]]] = shape["buttons"]
    actions: list[Action] = [button["action"] for row in rows for button in row]
    for problem in _problems([len(row) for row in rows], actions, limits):
        raise OverLimit(problem)
    return json.dumps(shape, ensure_ascii=False)


def _problems(rows: Sequence[int], actions: Sequence[Action], limits: _Limits) -> Iterator[str]:
    if len(rows) > limits.rows:
        yield f"{len(rows)} rows of buttons, allowed {limits.rows}"
    if len(actions) > limits.buttons:
        yield f"{len(actions)} buttons, allowed {limits.buttons}"
    if not all(1 <= row <= ROW for row in rows):
        yield f"a row has no or more than {ROW} buttons"
    for action in actions:
        if not action["label"].strip() or len(action["label"]) > LABEL:
            yield f"label «{action['label']}» is not of 1 to {LABEL} characters"
        if len(action.get("payload", "")) > PAYLOAD:
            yield f"payload of «{action['label']}» is over {PAYLOAD} characters"
    if sum(len(action.get("payload", "")) for action in actions) > ALL_PAYLOADS:
        yield f"payloads are over {ALL_PAYLOADS} characters together"
