"""Formatted text: plain text with entities, whose offsets and lengths count UTF-16 code units."""

import itertools
import re
from dataclasses import dataclass, field
from typing import Any

from sandbox.telegram.errors import bad_request
from sandbox.world import Span

Entity = dict[str, Any]
STYLES = frozenset(["bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "custom_emoji"])
LINKS = frozenset(["text_link", "text_mention", "mention", "hashtag", "cashtag", "bot_command", "url", "email"])
BLOCKS = frozenset(["blockquote", "expandable_blockquote", "date_time", "phone_number"])
_ADDRESS = re.compile(r"(?:https?://|tg://|mailto:|tel:)\S+|[\w-]+(?:\.[\w-]+)+\S*", re.IGNORECASE)


@dataclass
class Formatted:
    text: str
    entities: list[Entity] = field(default_factory=list)


def units(text: str) -> int:
    """Length in UTF-16 code units, which is how Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def address(url: str) -> str | None:
    """The link as Telegram keeps it, or None for what is no link and is dropped without a word."""
    url = url.strip()
    if not _ADDRESS.fullmatch(url):
        return None
    return url if re.match(r"\w+:", url) else f"http://{url}"


def trimmed(formatted: Formatted) -> Formatted:
    """Without white space around the text; entities move along, and the empty ones go."""
    text = formatted.text.rstrip()
    stripped = text.lstrip()
    shift, length = units(text) - units(stripped), units(stripped)
    kept = []
    for entity in formatted.entities:
        start = max(entity["offset"] - shift, 0)
        end = min(entity["offset"] + entity["length"] - shift, length)
        if start < end:
            kept.append({**entity, "offset": start, "length": end - start})
    return Formatted(stripped, sorted(kept, key=lambda e: (e["offset"], -e["length"])))


def given(text: str, entities: list[Any]) -> Formatted:
    """Text with the entities that came beside it instead of a parse mode."""
    for entity in entities:
        whole = isinstance(entity, dict) and all(type(entity.get(k)) is int for k in ("offset", "length"))
        if not whole:
            raise bad_request("can't parse MessageEntity: expected an Object")
        if entity.get("type") not in STYLES | LINKS | BLOCKS:
            raise bad_request("can't parse MessageEntity: Unsupported type specified")
    return Formatted(text, [e for e in entities if e["offset"] >= 0 and e["length"] > 0])


def spans(formatted: Formatted) -> list[Span]:
    """The text cut into runs of one style, for the page."""
    raw = formatted.text.encode("utf-16-le")
    edges = {0, len(raw) // 2}
    for entity in formatted.entities:
        edges |= {entity["offset"], entity["offset"] + entity["length"]}
    cuts = sorted(edge for edge in edges if edge <= len(raw) // 2)
    return [
        _span(raw[2 * a : 2 * b].decode("utf-16-le", "replace"), a, formatted.entities)
        for a, b in itertools.pairwise(cuts)
    ]


def _span(text: str, at: int, entities: list[Entity]) -> Span:
    here = [e for e in entities if e["offset"] <= at < e["offset"] + e["length"]]
    kinds = {e["type"] for e in here}
    url = next((e["url"] for e in here if e["type"] == "text_link"), "")
    return Span(text, bold="bold" in kinds, italic="italic" in kinds, url=url)
