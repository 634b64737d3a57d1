"""Plain text: tab-separated tables among lines, page breaks as empty lines, quoted cells of several lines."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from documents.readers.columns import with_tabs
from documents.readers.rows import lone_end, pages_of_rows
from documents.readers.unreadable import Unreadable
from domain.roadmap.source import Cells, Source, Table, Text

_QUOTED = re.compile(r'(?:(?<=\t)|(?<=\n)|^)"((?:[^"\t]|"")*)"(?=\t|\n|$)')
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b]")
_MARKDOWN_ROW = re.compile(r"^\s*\|(.+)\|\s*$")
_CELL_BREAK = "\v"
_PAGE_NUMBER = re.compile(r"^\W*(?:стр\.?\s*)?\d{1,3}\W*$|^продолжение таблицы.*", re.IGNORECASE)
_FLAT_CELL = re.compile(r"^ ?\t[^\t]*$")


def decode(content: bytes) -> str:
    """Text in UTF-8, UTF-16 with a mark, or Windows-1251; raises `Unreadable`."""
    is_utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_utf16 else ("utf-8-sig", "cp1251"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return text
    raise Unreadable("not_text")


def read(text: str) -> Source:
    """Tables and lines of a text; a table of two columns and more is recognised by its tabs, bars or semicolons."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(_CELL_BREAK, "\n")
    text = _QUOTED.sub(lambda found: found[1].replace('""', '"').replace("\n", _CELL_BREAK), text)
    lines = with_tabs([_tabbed(line) for line in _with_tabs_for_semicolons(text.split("\n"))])
    blocks = _Blocks(_fewest_cells(lines))
    for group in _groups(lines):
        blocks.add(group)
    return Source("txt", blocks.result())


def _fewest_cells(lines: list[str]) -> int:
    """Cells that make a line a table's row: three, or two where the text has a table of two columns."""
    pairs = sum(line.count("\t") == 1 and not _FLAT_CELL.match(line) for line in lines)
    flat = sum(bool(_FLAT_CELL.match(line)) for line in lines)
    wide = any(line.count("\t") > 1 for line in lines)
    return 2 if pairs > 2 and pairs > flat and not wide else 3


def _with_tabs_for_semicolons(lines: list[str]) -> list[str]:
    """A csv of a Russian Excel has semicolons between its cells."""
    counts = Counter(line.count(";") for line in lines if line.strip())
    common, times = counts.most_common(1)[0] if counts else (0, 0)
    is_csv = common >= 2 and times > 0.8 * sum(counts.values()) and not any("\t" in line for line in lines)
    return [line.replace(";", "\t") for line in lines] if is_csv else lines


def _tabbed(line: str) -> str:
    bars = _MARKDOWN_ROW.match(line)
    return "\t".join(cell.strip() for cell in bars[1].split("|")) if bars else line


class _Blocks:
    """Sorts groups of lines (what stands between empty lines) into the pages of tables and loose text."""

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._done: list[Table | Text] = []
        self._pages: list[list[str]] = []
        self._loose: list[str] = []

    def add(self, group: list[str]) -> None:
        """Take the next group."""
        first = next((index for index, line in enumerate(group) if self._is_row(line)), None)
        if first is None:
            self._loose.extend(["", *group])
            return
        if self._pages:
            self._settle_loose()
        if not self._pages:
            self._loose.extend(["", *group[:first]])
            self._close_text()
            group = group[first:]
        self._pages.append(group)

    def result(self) -> tuple[Table | Text, ...]:
        """All blocks; call it after the last group."""
        self._close_table()
        self._close_text()
        return tuple(self._done)

    def _is_row(self, line: str) -> bool:
        return line.count("\t") >= self._columns - 1

    def _settle_loose(self) -> None:
        """Lines between two pages: a page number is dropped, one line is a row of its own, more end the table."""
        lines = [line for line in self._loose if line and not _PAGE_NUMBER.match(line)]
        if len(lines) > 1:
            self._close_table()
            return
        self._pages.extend([line.strip()] for line in lines)
        self._loose = []

    def _close_table(self) -> None:
        if not self._pages:
            return
        closing = lone_end(self._pages[-1])
        self._loose = [*closing, *self._loose]
        rows: list[Cells] = []
        breaks: list[int] = []
        for page in pages_of_rows(self._pages):
            breaks.append(len(rows))
            rows.extend(tuple(cell.replace(_CELL_BREAK, "\n") for cell in row) for row in page)
        self._done.append(Table(tuple(rows), frozenset(breaks[1:])))
        self._pages = []

    def _close_text(self) -> None:
        if any(line.strip() for line in self._loose):
            self._done.append(Text(tuple(line.replace(_CELL_BREAK, "\n") for line in self._loose)))
        self._loose = []


def _groups(lines: list[str]) -> Iterator[list[str]]:
    for is_empty, group in groupby(lines, key=lambda line: not line.strip(" ")):
        if not is_empty:
            yield list(group)
