"""`format_data`: runs of a text in a style, with offsets in UTF-16 units. A breach is error 100."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from sandbox.vk.errors import invalid
from sandbox.world import Span

TYPES = {"bold", "italic", "underline", "url"}
UNIT = 2  # bytes of a UTF-16 unit


def read_formatting(source: Any, text: str) -> list[Span]:
    """The text cut into spans by the parsed parameter `format_data`."""
    if not isinstance(source, dict) or str(source.get("version")) != "1":
        raise invalid("format_data should be an object of version 1")
    items = source.get("items")
    if not isinstance(items, list):
        raise invalid("format_data items should be an array")
    units = text.encode("utf-16-le")
    for index, item in enumerate(items):
        _check(item, index, len(units) // UNIT)
    try:
        return list(_spans(units, items))
    except UnicodeDecodeError as error:
        raise invalid("format_data cuts a character in two") from error


def _check(item: Any, index: int, length: int) -> None:
    where = f"format_data items[{index}]"
    if not isinstance(item, dict) or item.get("type") not in TYPES:
        raise invalid(f"{where} has unknown type")
    offset, run = _whole(item, "offset", where), _whole(item, "length", where)
    if offset < 0 or run < 1 or offset + run > length:
        raise invalid(f"{where} is out of the message")
    if item["type"] == "url" and not str(item.get("url", "")).startswith(("http://", "https://")):
        raise invalid(f"{where} has invalid url")


def _whole(item: dict[str, Any], name: str, where: str) -> int:
    value = item.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise invalid(f"{where} {name} should be integer")
    return value


def _spans(units: bytes, items: list[dict[str, Any]]) -> Iterator[Span]:
    edges = {0, len(units) // UNIT}
    for item in items:
        edges |= {item["offset"], item["offset"] + item["length"]}
    for start, end in pairwise(sorted(edges)):
        styles = [i for i in items if i["offset"] <= start and end <= i["offset"] + i["length"]]
        kinds = {item["type"] for item in styles}
        url = next((item["url"] for item in styles if item["type"] == "url"), "")
        yield Span(units[start * UNIT : end * UNIT].decode("utf-16-le"), "bold" in kinds, "italic" in kinds, url)
