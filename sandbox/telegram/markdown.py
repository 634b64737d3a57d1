"""The MarkdownV2 parse mode: reserved characters and unclosed entities are errors.

https://core.telegram.org/bots/api#markdownv2-style
"""

from dataclasses import dataclass

from sandbox.telegram.entities import Entity, Formatted, address, units
from sandbox.telegram.errors import ApiError, unparsable

RESERVED = "_*[]()~`>#+-=|{}.!"
_MARKS = {"||": "Spoiler", "__": "Underline", "_": "Italic", "*": "Bold", "~": "Strikethrough"}
_TYPES = {"Spoiler": "spoiler", "Underline": "underline", "Italic": "italic", "Bold": "bold"}


@dataclass
class Opened:
    mark: str
    kind: str
    source_at: int
    plain_at: int


def parse_markdown(source: str) -> Formatted:
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
            self._step(self.source[self.index])
        if self.opened:
            raise self._no_end(f"{self.opened[-1].kind} entity", self.opened[-1].source_at)
        return Formatted(self.plain, self.entities)

    def _step(self, character: str) -> None:
        mark = self._mark()
        if character == "\\" and self.source[self.index + 1 : self.index + 2].isascii():
            self.plain += self.source[self.index + 1 : self.index + 2]
            self.index += 2
        elif character == "`":
            self._code("```" if self.source.startswith("```", self.index) else "`")
        elif mark:
            self._toggle(mark)
        elif character == "[":
            self.opened.append(Opened("]", "TextUrl", self.index, len(self.plain)))
            self.index += 1
        elif character == "]" and any(o.mark == "]" for o in self.opened):
            self._link()
        elif character in RESERVED and not self._quote(character):
            raise unparsable(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
        else:
            self.plain += "" if character == ">" else character
            self.index += 1

    def _quote(self, character: str) -> bool:
        """`>` at the beginning of a line outside other entities begins a quotation."""
        before = self.source[self.index - 1 : self.index]
        return character == ">" and not self.opened and before in ("", "\n", "\r")

    def _mark(self) -> str | None:
        return next((mark for mark in _MARKS if self.source.startswith(mark, self.index)), None)

    def _toggle(self, mark: str) -> None:
        if self.opened and self.opened[-1].mark == mark:
            opened = self.opened.pop()
            self._add({"type": _TYPES.get(opened.kind, "strikethrough")}, opened.plain_at)
        else:
            self.opened.append(Opened(mark, _MARKS[mark], self.index, len(self.plain)))
        self.index += len(mark)

    def _code(self, fence: str) -> None:
        begin, start = self.index, len(self.plain)
        kind = "Pre" if fence == "```" else "Code"
        self.index += len(fence)
        while not self.source.startswith(fence, self.index):
            if self.index >= len(self.source):
                raise self._no_end(f"{kind} entity", begin)
            self.index += self.source[self.index] == "\\"
            self.plain += self.source[self.index : self.index + 1]
            self.index += 1
        self.index += len(fence)
        self._add({"type": kind.lower()}, start)

    def _link(self) -> None:
        opened = self.opened.pop()
        if opened.mark != "]":
            raise self._no_end(f"{opened.kind} entity", opened.source_at)
        url, begin = self.plain[opened.plain_at :], self.index + 1
        self.index = begin
        if self.source[begin : begin + 1] == "(":
            url, self.index = "", begin + 1
            while self.source[self.index : self.index + 1] != ")":
                if self.index >= len(self.source):
                    raise self._no_end("a URL", begin + 1)
                self.index += self.source[self.index] == "\\"
                url += self.source[self.index : self.index + 1]
                self.index += 1
            self.index += 1
        if (link := address(url)) is not None:
            self._add({"type": "text_link", "url": link}, opened.plain_at)

    def _add(self, entity: Entity, start: int) -> None:
        if length := units(self.plain[start:]):
            self.entities.append({**entity, "offset": units(self.plain[:start]), "length": length})

    def _no_end(self, what: str, at: int) -> ApiError:
        return unparsable(f"Can't find end of {what} at byte offset {len(self.source[:at].encode())}")
