"""pdf with a text layer: ruled tables page by page, the lines around them; pages of pictures are no text."""

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from documents.readers.columns import with_tabs
from documents.readers.grid import as_cells
from documents.readers.text import read as read_text
from documents.readers.unreadable import Unreadable
from domain.roadmap.source import Source, Table, Text

_MOST_PAGES = 150


def read(content: bytes) -> Source:
    """Read a pdf; raises `Unreadable` when it is damaged, locked, too long, or has no text layer."""
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if len(document.pages) > _MOST_PAGES:
                raise Unreadable("too_large")
            blocks = [block for page in document.pages for block in _page(page)]
            if not any(isinstance(block, Table) for block in blocks):
                blocks = _by_gaps(document) or blocks
    except PdfminerException as error:
        locked = bool(error.args) and isinstance(error.args[0], PDFPasswordIncorrect)
        raise Unreadable("encrypted" if locked else "broken") from error
    except (PSException, ValueError, KeyError, TypeError, IndexError, OSError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("broken") from error
    if not blocks:
        raise Unreadable("scan")
    return Source("pdf", tuple(_joined(blocks)))


def _page(page: Any) -> Iterator[Table | Text]:
    """Tables and the lines between them, from the top of a page; memory of the page is given back."""
    tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    lines = [line for line in page.extract_text_lines() if not any(_is_inside(line, table) for table in tables)]
    for table in tables:
        above = [line for line in lines if line["top"] < table.bbox[1]]
        lines = lines[len(above) :]
        if above:
            yield Text(tuple(line["text"] for line in above))
        if len(table.rows) > 0:
            yield _table(table)
    if lines:
        yield Text(tuple(line["text"] for line in lines))
    page.close()


def _by_gaps(document: Any) -> list[Table | Text]:
    """A table without ruled lines, seen by the gaps between its columns; an empty list when there is none."""
    laid_out = (page.extract_text(layout=True) for page in document.pages)
    lines = with_tabs([line.rstrip() for text in laid_out for line in text.split("\n") if line.strip()])
    return list(read_text("\n".join(lines)).blocks) if any("\t" in line for line in lines) else []


def _is_inside(line: Any, table: Any) -> bool:
    middle = (line["top"] + line["bottom"]) / 2
    return bool(table.bbox[1] <= middle <= table.bbox[3])


def _table(table: Any) -> Table:
    rows = [[cell or "" for cell in row] for row in table.extract()]
    merged = frozenset(
        (index, column)
        for index, row in enumerate(table.rows)
        for column, cell in enumerate(row.cells)
        if cell is None and index and not _is_covered(row, table.columns[column])
    )
    return Table(as_cells(rows), merged=merged)


def _is_covered(row: Any, column: Any) -> bool:
    """Whether a wider cell of the same row stands over the column."""
    middle = (column.bbox[0] + column.bbox[2]) / 2
    return any(cell is not None and cell[0] < middle < cell[2] for cell in row.cells)


def _joined(blocks: list[Table | Text]) -> Iterator[Table | Text]:
    """Tables that follow each other over a page's end are one, with a break between; page numbers are dropped."""
    table: Table | None = None
    for block in blocks:
        if isinstance(block, Text) and table and all(line.strip(" -–").isdecimal() for line in block.lines):
            continue
        if isinstance(block, Table) and table and len(block.rows[0]) == len(table.rows[0]):
            table = _with_page(table, block)
            continue
        if table:
            yield table
        table = block if isinstance(block, Table) else None
        if isinstance(block, Text):
            yield block
    if table:
        yield table


def _with_page(table: Table, page: Table) -> Table:
    start = len(table.rows)
    merged = {(row + start, column) for row, column in page.merged}
    return Table(table.rows + page.rows, table.breaks | {start}, table.merged | merged)
