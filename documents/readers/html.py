"""html: tables with spanned cells and the text between them, without scripts and styles."""

import re
from html.parser import HTMLParser

from documents.readers.grid import Grid
from domain.roadmap.source import Source, Table, Text

_LOOKS_LIKE_HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body|<table)", re.IGNORECASE)
_PARAGRAPHS = frozenset({"p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section"})
_HIDDEN = frozenset({"script", "style", "head", "template"})
_MOST_SPANNED = 1000


def is_html(name: str, text: str) -> bool:
    """Whether a text is a page; a tab-separated text with a few tags in its cells is none."""
    return bool(_LOOKS_LIKE_HTML.match(text)) or (name.casefold().endswith((".html", ".htm")) and "</" in text)


def read(text: str) -> Source:
    """Read a page; damaged mark-up is read as far as it goes."""
    parser = _Page()
    parser.feed(text)
    parser.close()
    return Source("html", parser.blocks())


class _Page(HTMLParser):
    """Collects text into the innermost open cell, or into the lines between tables."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[Table | Text] = []
        self._text: list[str] = []
        self._hidden = 0
        self._tables = 0
        self._grid = Grid()
        self._row: list[tuple[str, int, int]] | None = None
        self._cell: list[str] | None = None
        self._span = (1, 1)

    def blocks(self) -> tuple[Table | Text, ...]:
        self._close_table()
        self._close_text()
        return tuple(self._done)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "table":
            self._open_table()
        elif self._tables == 1 and tag == "tr":
            self._close_row()
            self._row = []
        elif self._tables == 1 and tag in ("td", "th"):
            self._open_cell(dict(attrs))
        elif tag in _PARAGRAPHS or tag in ("td", "th"):
            self._write("\n• " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "table":
            self._tables = max(0, self._tables - 1)
            if self._tables == 0:
                self._close_table()
        elif self._tables == 1 and tag in ("td", "th"):
            self._close_cell()
        elif self._tables == 1 and tag == "tr":
            self._close_row()
        elif tag in _PARAGRAPHS:
            self._write("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._write(re.sub(r"\s+", " ", data))

    def _write(self, text: str) -> None:
        if self._cell is not None:
            self._cell.append(text)
        elif self._tables == 0:
            self._text.append(text)

    def _open_table(self) -> None:
        self._tables += 1
        if self._tables == 1:
            self._close_text()
        else:
            self._write("\n")

    def _open_cell(self, attributes: dict[str, str | None]) -> None:
        self._close_cell()
        self._row = [] if self._row is None else self._row
        self._cell = []
        self._span = (_number(attributes.get("colspan")), _number(attributes.get("rowspan")))

    def _close_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            self._row.append((_lines("".join(self._cell)), *self._span))
        self._cell = None

    def _close_row(self) -> None:
        self._close_cell()
        if self._row is not None:
            self._grid.add(self._row)
        self._row = None

    def _close_table(self) -> None:
        self._close_row()
        if self._grid.rows:
            self._done.append(self._grid.table())
        self._grid = Grid()

    def _close_text(self) -> None:
        lines = _lines("".join(self._text)).split("\n")
        if any(lines):
            self._done.append(Text(tuple(lines)))
        self._text = []


def _number(written: str | None) -> int:
    return min(int(written), _MOST_SPANNED) if written and written.isdecimal() and int(written) else 1


def _lines(text: str) -> str:
    """Lines without blanks at their ends; empty lines in a row are one."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" *\n *", "\n", text)).strip()
