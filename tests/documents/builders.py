"""Look-alike documents for tests: one table with text around it, written in every format that is read."""

import io
import textwrap
from collections.abc import Sequence
from html import escape
from itertools import pairwise

import matplotlib as mpl
from docx import Document
from docx.table import _Cell
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from openpyxl import Workbook

Rows = Sequence[Sequence[str]]


def tsv(rows: Rows, above: str = "", breaks: Sequence[int] = ()) -> bytes:
    """Tab-separated text; a page ends before each row of `breaks`."""
    lines = [("\n" if index in breaks else "") + "\t".join(row) for index, row in enumerate(rows)]
    return f"{above}\n\n{chr(10).join(lines)}\n".encode()


def docx(
    rows: Rows, above: str = "", merged: Sequence[tuple[int, int, int, int]] = (), breaks: Sequence[int] = ()
) -> bytes:
    """A Word table; `merged` are (top, left, bottom, right) areas of it, a new table begins before `breaks`."""
    document = Document()
    for line in above.split("\n"):
        document.add_paragraph(line)
    for page in _pages(rows, breaks):
        table = document.add_table(len(page), max(map(len, page)))
        for line, texts in zip(table._tbl.tr_lst, page, strict=True):
            for cell, text in zip(line.tc_lst, texts, strict=False):
                _Cell(cell, table).text = text
        document.add_paragraph("")
    for top, left, bottom, right in merged:
        table = document.tables[0]
        area = table.cell(top, left).merge(table.cell(bottom, right))
        area.text = rows[top][left]
    return _saved(document)


def one_document(parts: Sequence[bytes]) -> bytes:
    """The bodies of several Word documents one after the other."""
    first, *rest = (Document(io.BytesIO(part)) for part in parts)
    for other in rest:
        for element in list(other.element.body)[:-1]:
            first.element.body.insert(len(first.element.body) - 1, element)
    return _saved(first)


def _pages(rows: Rows, breaks: Sequence[int]) -> list[Rows]:
    """The rows of each page."""
    return [rows[start:end] for start, end in pairwise([0, *breaks, len(rows)])]


def xlsx(
    rows: Rows,
    above: str = "",
    merged: Sequence[tuple[int, int, int, int]] = (),
    first_sheet: str = "",
    breaks: Sequence[int] = (),
) -> bytes:
    """A workbook with the text above the table in the first column and an empty row before each of `breaks`.

    `first_sheet` adds a sheet before it.
    """
    book = Workbook()
    sheet = book.active
    if first_sheet:
        sheet.append([first_sheet])
        sheet = book.create_sheet("План")
    head = above.split("\n") if above else []
    for line in head:
        sheet.append([line])
    for index, row in enumerate(rows):
        if index in breaks:
            sheet.append([None])
        sheet.append([cell or None for cell in row])
    for top, left, bottom, right in merged:
        sheet.merge_cells(
            start_row=top + len(head) + 1, start_column=left + 1, end_row=bottom + len(head) + 1, end_column=right + 1
        )
    return _saved(book)


def html(rows: Rows, above: str = "", breaks: Sequence[int] = ()) -> bytes:
    """A page with one table; a new one begins before each row of `breaks`."""
    head = "".join(f"<p>{escape(line)}</p>" for line in above.split("\n"))
    tables = "".join(f"<table>{_html_rows(page)}</table>" for page in _pages(rows, breaks))
    return f"<!DOCTYPE html><html><body>{head}{tables}</body></html>".encode()


def _html_rows(rows: Rows) -> str:
    return "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)


def pdf(rows: Rows, above: str = "", breaks: Sequence[int] = (), ruled: bool = True) -> bytes:
    """Tables with a text layer, `ruled` or not; a page ends before each row of `breaks` and where it is full."""
    content = io.BytesIO()
    with mpl.rc_context({"pdf.fonttype": 42, "font.size": 7}), PdfPages(content) as pages:
        figure, top = _page(), _TOP
        for line in above.split("\n"):
            figure.text(_LEFT, top, line.expandtabs(), va="top")
            top -= _LINE
        for index, row in enumerate(rows):
            texts = ["\n".join(_wrapped(cell)) for cell in row]
            height = _LINE * max(text.count("\n") + 1 for text in texts) + _LINE / 2
            if index in breaks or top - height < 0:
                pages.savefig(figure)
                figure, top = _page(), _TOP
            _draw_row(figure, texts, top, height, ruled)
            top -= height
        pages.savefig(figure)
    return content.getvalue()


_LEFT, _TOP, _LINE, _COLUMN, _CHARACTERS = 0.04, 0.98, 0.008, 0.18, 26


def _page() -> Figure:
    return Figure(figsize=(12, 24))


def _draw_row(figure: Figure, texts: Sequence[str], top: float, height: float, ruled: bool) -> None:
    for column, text in enumerate(texts):
        left = _LEFT + column * _COLUMN
        if ruled:
            figure.add_artist(Rectangle((left, top - height), _COLUMN, height, fill=False, linewidth=0.5))
        figure.text(left + 0.003, top - 0.002, text, va="top", linespacing=1.5)


def _wrapped(text: str) -> list[str]:
    return [part for line in text.split("\n") for part in textwrap.wrap(line, _CHARACTERS) or [""]]


def _saved(document: object) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


FORMATS = {"txt": tsv, "docx": docx, "xlsx": xlsx, "html": html, "pdf": pdf}
