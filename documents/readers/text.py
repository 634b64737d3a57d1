"""Plain text: tab-separated tables among lines, page breaks as empty lines, quoted cells of several lines."""

import re
from collections import Counter

from domain.roadmap.source import Source, Table, Text

from .unreadable import Unreadable

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
    lines = [_tabbed(line) for line in _with_tabs_for_semicolons(text.split("\n"))]
    blocks = _Blocks(_fewest_cells(lines))
    for line in lines:
        blocks.add(line)
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
    """Sorts the lines of a text into tables and loose text."""

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._done: list[Table | Text] = []
        self._rows: list[list[str]] = []
        self._breaks: set[int] = set()
        self._full_page = False
        self._after_blank = False
        self._loose: list[str] = []

    def result(self) -> tuple[Table | Text, ...]:
        """All blocks; call it after the last line."""
        self._close_table()
        self._close_text()
        return tuple(self._done)

    def add(self, line: str) -> None:
        """Take the next line."""
        cells = line.split("\t")
        if len(cells) >= self._columns:
            self._add_row(cells)
        elif self._rows and not line.strip():
            self._after_blank = True
        elif self._rows and not self._after_blank and not self._loose:
            self._add_piece(cells)
        else:
            self._loose.append(line)

    def _add_row(self, cells: list[str]) -> None:
        if self._rows and self._loose:
            self._settle_loose()
        if not self._rows:
            self._close_text()
        last = self._rows[-1] if self._rows else []
        if last and not self._after_blank and self._is_rest(last, cells):
            self._join(last, cells)
            return
        if self._after_blank and self._rows:
            self._breaks.add(len(self._rows))
            self._full_page = False
        self._rows.append(cells)
        self._full_page |= len(cells) == len(self._rows[0])
        self._after_blank = False

    def _is_rest(self, last: list[str], cells: list[str]) -> bool:
        """A row that a line break inside a cell cut: both pieces make up one full row."""
        width = len(self._rows[0])
        lone = len(last) == 1 and len(cells) == width and cells[0][:1].islower()
        return lone or (self._full_page and 1 < len(last) < width and len(last) + len(cells) - 1 == width)

    def _add_piece(self, cells: list[str]) -> None:
        """A line with too few tabs right below a row: the rest of a cell, or a section without its tabs."""
        last = self._rows[-1]
        if len(cells) > 1 or len(last) < len(self._rows[0]) or not cells[0].strip()[:1].isupper():
            self._join(last, cells)
        else:
            self._rows.append(cells)

    @staticmethod
    def _join(last: list[str], cells: list[str]) -> None:
        last[-1] = f"{last[-1]}\n{cells[0]}"
        last.extend(cells[1:])

    def _settle_loose(self) -> None:
        """Lines between two pages: a page number is dropped, one line is a row of its own, more end the table."""
        lines = [line for line in self._loose if line.strip() and not _PAGE_NUMBER.match(line)]
        if len(lines) > 1:
            self._close_table()
            return
        self._loose = []
        if lines:
            self._breaks.add(len(self._rows))
            self._rows.append([lines[0].strip()])
            self._after_blank = False

    def _close_table(self) -> None:
        if self._rows:
            rows = (tuple(cell.replace(_CELL_BREAK, "\n") for cell in row) for row in self._rows)
            self._done.append(Table(tuple(rows), frozenset(self._breaks)))
        self._rows, self._breaks, self._full_page, self._after_blank = [], set(), False, False

    def _close_text(self) -> None:
        if any(line.strip() for line in self._loose):
            self._done.append(Text(tuple(line.replace(_CELL_BREAK, "\n") for line in self._loose)))
        self._loose = []
