"""docx: paragraphs and tables in the order of the body, merged cells, lists, tables inside cells."""

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from documents.readers.grid import as_cells
from documents.readers.unreadable import Unreadable
from domain.roadmap.source import Source, Table, Text

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _TAB, _BREAKS = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_HYPHEN = qn("w:noBreakHyphen")
_TRANSPARENT = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:smartTag", "w:customXml")))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(content: bytes) -> Source:
    """Read a docx; raises `Unreadable` when it is damaged."""
    try:
        body = Document(io.BytesIO(content)).element.body
        return Source("docx", tuple(_blocks(body)))
    except (PackageNotFoundError, BadZipFile, SyntaxError, KeyError, ValueError, OSError, EOFError) as error:
        raise Unreadable("broken") from error


def _blocks(body: Any) -> Iterator[Table | Text]:
    lines: list[str] = []
    for element in _children(body):
        if element.tag == _PARAGRAPH:
            lines.extend(_paragraph(element).split("\n"))
        elif element.tag == _TABLE:
            if lines:
                yield Text(tuple(lines))
                lines = []
            yield _table(element)
    if lines:
        yield Text(tuple(lines))


def _children(parent: Any) -> Iterator[Any]:
    """Children of an element; wrappers without a look of their own (content controls, insertions) are opened."""
    for child in parent:
        if child.tag in _TRANSPARENT:
            yield from _children(child)
        else:
            yield child


def _paragraph(paragraph: Any) -> str:
    text = "".join(_runs(paragraph))
    is_item = paragraph.pPr is not None and paragraph.pPr.numPr is not None
    return f"• {text}" if is_item and text.strip() else text


def _runs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB and element.tag == qn("w:r"):
            yield "\t"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == _HYPHEN:
            yield "-"
        elif child.tag not in (_FALLBACK, qn("w:pPr"), qn("w:del")):
            yield from _runs(child)


def _table(table: Any) -> Table:
    rows: list[list[str]] = []
    merged: set[tuple[int, int]] = set()
    for line in _children(table):
        if line.tag != _ROW:
            continue
        row = [""] * (line.grid_before or 0)
        for cell in _children(line):
            if cell.tag == _CELL:
                goes_on = cell.vMerge == "continue"
                if goes_on:
                    merged.update((len(rows), len(row) + offset) for offset in range(cell.grid_span))
                row.extend(["" if goes_on else _cell(cell), *[""] * (cell.grid_span - 1)])
        rows.append(row + [""] * (line.grid_after or 0))
    return Table(as_cells(rows), merged=frozenset(merged))


def _cell(cell: Any) -> str:
    """The paragraphs of a cell; a table inside it adds its own cells line by line."""
    lines: list[str] = []
    for element in _children(cell):
        if element.tag == _PARAGRAPH:
            lines.append(_paragraph(element).replace("\t", " "))
        elif element.tag == _TABLE:
            lines.extend(text for row in _table(element).rows for text in row if text)
    return "\n".join(lines).strip()
