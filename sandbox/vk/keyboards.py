"""The rules of VK keyboards: each breach is error 911 with what is wrong and where.

Sources: dev.vk.com, "Клавиатуры для ботов", and errors that users of the service reported. Buttons of the
kinds location, vkpay and open_app are unknown here: no bot of the sandbox needs them.
"""

import json
import re
from dataclasses import dataclass
from typing import Any, Literal

from sandbox.vk.errors import VkError
from sandbox.world import Button, Rows

COLORS = {"primary", "secondary", "negative", "positive", "default"}
KINDS: dict[str, Literal["text", "callback", "link"]] = {
    "text": "text",
    "callback": "callback",
    "open_link": "link",
}
LABEL, PAYLOAD, ALL_PAYLOADS, COLUMNS = 40, 255, 1000, 5


@dataclass(frozen=True)
class Keyboard:
    rows: Rows
    inline: bool
    once: bool


def read_keyboard(source: str) -> Keyboard:
    """The keyboard in the parameter `keyboard`; error 911."""
    try:
        shape = json.loads(source)
    except ValueError as error:
        raise wrong("keyboard should be valid json") from error
    if not isinstance(shape, dict):
        raise wrong("keyboard should be an object")
    inline, once = _boolean(shape, "inline"), _boolean(shape, "one_time")
    if inline and once:
        raise wrong("one_time is not supported for inline keyboard")
    buttons = shape.get("buttons")
    if not isinstance(buttons, list) or not all(isinstance(row, list) for row in buttons):
        raise wrong("buttons should be an array of arrays")
    _check_size([len(row) for row in buttons], inline)
    rows = [[_button(b, f"button [{i}][{j}]") for j, b in enumerate(row)] for i, row in enumerate(buttons)]
    _check_payloads(rows)
    return Keyboard(rows, inline, once)


def wrong(detail: str) -> VkError:
    return VkError(911, detail)


def _boolean(shape: dict[str, Any], name: str) -> bool:
    value = shape.get(name, False)
    if not isinstance(value, bool):
        raise wrong(f"{name} property should be boolean")
    return value


def _check_size(columns: list[int], inline: bool) -> None:
    most_rows, most_buttons = (6, 10) if inline else (10, 40)
    if len(columns) > most_rows:
        raise wrong("buttons contain too much rows")
    for index, count in enumerate(columns):
        if count > COLUMNS:
            raise wrong(f"row {index} contains too much columns")
        if count == 0:
            raise wrong(f"row {index} contains no columns")
    if sum(columns) > most_buttons:
        raise wrong("keyboard contains too much buttons")
    if inline and not columns:
        raise wrong("inline keyboard contains no buttons")


def _button(shape: Any, where: str) -> Button:
    action = shape.get("action") if isinstance(shape, dict) else None
    if not isinstance(action, dict):
        raise wrong(f"{where} should have action")
    kind = KINDS.get(str(action.get("type")))
    if kind is None:
        raise wrong(f"{where} action has unknown type")
    label = _label(action.get("label"), where)
    color = _color(shape, kind, where)
    payload = _payload(action, where)
    return Button(label, kind, _link(action, where) if kind == "link" else payload, color)


def _label(label: Any, where: str) -> str:
    if not isinstance(label, str) or not label.strip():
        raise wrong(f"{where} label should be at least 1 letters length")
    if len(label) > LABEL:
        raise wrong(f"{where} label should be at most {LABEL} letters length")
    return label


def _color(shape: dict[str, Any], kind: str, where: str) -> str:
    color = shape.get("color", "")
    if color and kind == "link":
        raise wrong(f"{where} color is not supported for open_link")
    if "color" in shape and color not in COLORS:
        raise wrong(f"{where} has unknown color")
    return str(color)


def _payload(action: dict[str, Any], where: str) -> str:
    """The payload as JSON text; an object counts as its JSON."""
    if "payload" not in action:
        return ""
    payload = action["payload"]
    if payload is None:
        raise wrong(f"{where} payload should not be null")
    text = payload if isinstance(payload, str) else json.dumps(payload, ensure_ascii=False)
    if len(text) > PAYLOAD:
        raise wrong(f"{where} payload should be at most {PAYLOAD} letters length")
    try:
        parsed = json.loads(text)
    except ValueError as error:
        raise wrong(f"{where} payload should be valid json") from error
    if parsed is None:
        raise wrong(f"{where} payload should not be null")
    return text


def _link(action: dict[str, Any], where: str) -> str:
    link = action.get("link")
    if not isinstance(link, str) or not re.fullmatch(r"https?://[^\s{}<>]+", link):
        raise wrong(f"{where} has invalid link")
    return link


def _check_payloads(rows: Rows) -> None:
    if sum(len(b.value) for row in rows for b in row if b.kind != "link") > ALL_PAYLOADS:
        raise wrong(f"payloads should be at most {ALL_PAYLOADS} letters length in total")
