"""The HTML subset of our texts as VK wants it: plain text beside a list of formatted ranges.

VK has no parse mode. `messages.send` takes `format_data`, a JSON string whose offsets and lengths count
UTF-16 units, as JavaScript does (dev.vk.com, object "message", field "format_data").
"""

import json
from dataclasses import dataclass
from html.parser import HTMLParser

TAGS = {"b": "bold", "i": "italic", "u": "underline", "a": "url"}
ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


class MarkupError(ValueError):
    """The text is not of our HTML subset: an unknown tag or entity, a bare "<", a tag left open."""


@dataclass(frozen=True, slots=True)
class Range:
    """A formatted stretch of the text; `offset` and `length` are in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without tags, and its formatting."""

    text: str
    ranges: tuple[Range, ...] = ()

    @property
    def format_data(self) -> str | None:
        """The parameter `format_data`; None where nothing is formatted."""
        if not self.ranges:
            return None
        items = [
            {"type": span.type, "offset": span.offset, "length": span.length}
            | ({"url": span.url} if span.url else {})
            for span in self.ranges
        ]
        return json.dumps({"version": 1, "items": items}, ensure_ascii=False)


def utf16_length(text: str) -> int:
    """How many UTF-16 units the text takes: the unit of both messengers' limits and offsets."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(text: str) -> Marked:
    """Read `<b> <i> <u> <a href="https://…">` and the four entities that Telegram knows too.

    Raises MarkupError for anything else: what one messenger refuses, the other shall not let pass.
    """
    parser = _Parser()
    parser.feed(text)
    parser.close()
    if parser.open or parser.tags != text.count("<"):
        raise MarkupError("a tag is not closed, or “<” is not escaped")
    return Marked("".join(parser.pieces), tuple(sorted(parser.ranges, key=lambda span: span.offset)))


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self.ranges: list[Range] = []
        self.open: list[tuple[str, int, str | None]] = []
        self.tags = 0
        self._length = 0

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
        self._length += utf16_length(data)

    def handle_entityref(self, name: str) -> None:
        if name not in ENTITIES:
            raise MarkupError(f"unknown entity &{name};")
        self.handle_data(ENTITIES[name])

    def handle_charref(self, name: str) -> None:
        raise MarkupError(f"unknown entity &#{name};")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += 1
        if tag not in TAGS or [name for name, _ in attrs] != (["href"] if tag == "a" else []):
            raise MarkupError(f"unknown tag {self.get_starttag_text()}")
        url = attrs[0][1] if attrs else None
        if tag == "a" and not (url or "").startswith(("https://", "http://")):
            raise MarkupError(f"not a web address: {url}")
        self.open.append((tag, self._length, url))

    def handle_endtag(self, tag: str) -> None:
        self.tags += 1
        if not self.open or self.open[-1][0] != tag:
            raise MarkupError(f"</{tag}> closes nothing")
        _, start, url = self.open.pop()
        if self._length > start:
            self.ranges.append(Range(TAGS[tag], start, self._length - start, url))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raise MarkupError(f"unknown tag {self.get_starttag_text()}")

    def handle_comment(self, data: str) -> None:
        raise MarkupError("a comment")

    def handle_decl(self, decl: str) -> None:
        raise MarkupError("a declaration")

    def unknown_decl(self, data: str) -> None:
        raise MarkupError("a declaration")

    def handle_pi(self, data: str) -> None:
        raise MarkupError("a processing instruction")
