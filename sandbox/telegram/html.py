"""The HTML parse mode, as strict as the server's: unknown tags and broken nesting are errors.

https://core.telegram.org/bots/api#html-style. Byte offsets in errors count UTF-8, as the server's do.
"""

import re
from dataclasses import dataclass

from sandbox.telegram.entities import Entity, Formatted, address, units
from sandbox.telegram.errors import ApiError, unparsable

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ENTITY = re.compile(r"&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));?", re.IGNORECASE)
_START = re.compile(r"<([^\s>]*)")
_END = re.compile(r"</([^\s>]*)\s*")
_NAME = re.compile(r"\s*([^\s=>]*)\s*")
_WORD = re.compile(r"[A-Za-z0-9.-]*")


@dataclass
class Opened:
    tag: str
    attributes: dict[str, str]
    at: int  # index in the plain text, in characters


def parse_html(source: str) -> Formatted:
    """Plain text and entities; ApiError 400 with the server's words for what it refuses."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source, self.index = source, 0
        self.plain = ""
        self.opened: list[Opened] = []
        self.entities: list[Entity] = []

    def run(self) -> Formatted:
        while self.index < len(self.source):
            if self.source[self.index] == "&":
                self.plain += self._character()
            elif self.source.startswith("</", self.index):
                self._end_tag()
            elif self.source[self.index] == "<":
                self._start_tag()
            else:
                self.plain += self.source[self.index]
                self.index += 1
        if self.opened:
            raise unparsable(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        return Formatted(self.plain, self.entities)

    def _character(self) -> str:
        """A decoded character reference; an ampersand that begins none stands for itself."""
        match = _ENTITY.match(self.source, self.index)
        decoded = _decode(match) if match else None
        if match is None or decoded is None:
            self.index += 1
            return "&"
        self.index = match.end()
        return decoded

    def _start_tag(self) -> None:
        begin = self.index
        tag = self._matched(_START).lower()
        if self.index >= len(self.source):
            raise self._error("Unclosed start tag", begin)
        if tag not in TAGS:
            raise self._error(f'Unsupported start tag "{tag}"', begin)
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        if tag == "tg-emoji" and not attributes.get("emoji-id", "").isdigit():
            raise unparsable("Invalid custom emoji identifier specified")
        self.opened.append(Opened(tag, attributes, len(self.plain)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        """Attributes up to and with the closing `>`."""
        attributes: dict[str, str] = {}
        while True:
            self.index += len(self.source[self.index :]) - len(self.source[self.index :].lstrip())
            if self.index >= len(self.source):
                raise self._error("Unclosed start tag", begin)
            if self.source[self.index] == ">":
                self.index += 1
                return attributes
            name = self._matched(_NAME).lower()
            if not name:
                raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
            attributes[name] = self._value(tag, begin) if self._next() == "=" else ""

    def _value(self, tag: str, begin: int) -> str:
        rest = self.source[self.index + 1 :].lstrip()
        self.index = len(self.source) - len(rest)
        if not rest:
            raise self._error(f'Unclosed start tag "{tag}"', begin)
        if rest[0] in "'\"":
            length = rest.find(rest[0], 1)
            if length < 0:
                raise self._error("Unclosed start tag", begin)
            self.index += length + 1
            return _ENTITY.sub(lambda m: _decode(m) or m[0], rest[1:length])
        start = self.index
        value = self._matched(_WORD)
        if self._next() and self._next() != ">" and not self._next().isspace():
            raise self._error("Unexpected end of name token", start)
        return value.lower()

    def _end_tag(self) -> None:
        begin = self.index
        if not self.opened:
            raise self._error("Unexpected end tag", begin)
        tag = self._matched(_END).lower()
        if self._next() != ">":
            raise self._error("Unclosed end tag", begin)
        self.index += 1
        opened = self.opened.pop()
        if tag not in ("", opened.tag):
            offset = self._error("Unmatched end tag", begin).description.removeprefix("Bad Request: ")
            raise ApiError(400, f'Bad Request: {offset}, expected "</{opened.tag}>", found "</{tag}>"')
        self._close(opened)

    def _close(self, opened: Opened) -> None:
        inside = self.plain[opened.at :]
        entity: Entity = {"type": TAGS[opened.tag]}
        if opened.tag == "a":
            url = address(opened.attributes.get("href") or inside)
            if url is None:
                return
            entity["url"] = url
        if opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes["emoji-id"]
        if opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        if inside and opened.tag != "tg-time":
            self.entities.append({**entity, "offset": units(self.plain[: opened.at]), "length": units(inside)})

    def _matched(self, pattern: re.Pattern[str]) -> str:
        """What the pattern (which always matches) takes from here: its first group, or all of it."""
        match = pattern.match(self.source, self.index)
        assert match is not None
        self.index = match.end()
        return match[match.lastindex or 0]

    def _next(self) -> str:
        return self.source[self.index : self.index + 1]

    def _error(self, reason: str, at: int) -> ApiError:
        return unparsable(f"{reason} at byte offset {len(self.source[:at].encode())}")


def _decode(match: re.Match[str]) -> str | None:
    if match[3]:
        return _NAMED.get(match[3])
    code = int(match[1], 16) if match[1] else int(match[2])
    if code == 0 or code >= 0x10FFFF:
        return None
    if 0xD800 <= code <= 0xDFFF:
        raise unparsable(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code)
