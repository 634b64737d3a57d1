"""Rows out of tab-separated lines, some of which a line break inside a cell has cut in pieces.

A row of n cells has n - 1 tabs, on however many lines. Only a line without any tab leaves a choice: it may end the
cell above, begin the cell below, or be a section whose empty cells lost their tabs.
"""

import re
from collections.abc import Sequence

_NUMBERED = re.compile(r"\s*(\d{1,2})[.)]?\s+[А-ЯЁA-Z]")
_OF_ITS_OWN = re.compile(r" *[А-ЯЁA-Z](?!\.)[^\t]*$")


def lone_end(page: list[str]) -> list[str]:
    """Take the lines below a table, such as a signature, off its last page."""
    end = len(page)
    while end > 1 and _OF_ITS_OWN.match(page[end - 1]):
        end -= 1
    closing = page[end:]
    del page[end:]
    return closing


def pages_of_rows(pages: Sequence[Sequence[str]]) -> list[list[list[str]]]:
    """The rows of each page; a page may have fewer columns than the first."""
    widest = max(line.count("\t") for line in pages[0]) + 1
    pieces = [_pieces(page, widest) for page in pages]
    keeps_tabs = any(len(row) > 1 and not row[-1].strip() for page in pieces for row in page)
    return [_without_lone_lines(page, keeps_tabs) for page in pieces]


def _pieces(page: Sequence[str], widest: int) -> list[list[str]]:
    """Rows of the page's own width, and lone lines between them as rows of one cell."""
    counts = [line.count("\t") + 1 for line in page]
    width = widest if widest in counts else max(counts)
    rows: list[list[str]] = []
    for line in page:
        cells = line.split("\t")
        is_open = bool(rows) and 1 < len(rows[-1]) < width
        if is_open and len(rows[-1]) + len(cells) - 1 <= width:
            _join(rows[-1], cells)
        else:
            rows.append(cells)
    return rows


def _without_lone_lines(rows: list[list[str]], keeps_tabs: bool) -> list[list[str]]:
    settled: list[list[str]] = []
    begun = _with_beginnings(rows)
    for row, below in zip(begun, [*begun[1:], []], strict=True):
        is_rest = len(row) == 1 and (keeps_tabs or not row[0].strip()[:1].isupper())
        if is_rest and settled and not _heads(row[0], below):
            _join(settled[-1], row)
        else:
            settled.append(row)
    return settled


def _heads(line: str, below: Sequence[str]) -> bool:
    """Whether «2. Базы» stands above the row «2.1»: a section, not the end of a list in the cell above."""
    numbered = _NUMBERED.match(line)
    return numbered is not None and len(below) > 1 and below[0].strip().startswith(f"{numbered[1]}.")


def _with_beginnings(rows: list[list[str]]) -> list[list[str]]:
    """Lone lines above a row that starts in the middle of a sentence are the beginning of its first cell."""
    settled: list[list[str]] = []
    for row in reversed(rows):
        below = settled[-1] if settled else []
        if len(row) == 1 and len(below) > 1 and below[0].strip()[:1].islower():
            below[0] = f"{row[0]}\n{below[0]}"
        else:
            settled.append(row)
    return settled[::-1]


def _join(row: list[str], cells: Sequence[str]) -> None:
    row[-1] = f"{row[-1]}\n{cells[0]}"
    row.extend(cells[1:])
