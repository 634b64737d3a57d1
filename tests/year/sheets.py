"""Spreadsheets as the people of the year make and read them."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook


def written(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A sheet with one line of headings."""
    book = Workbook()
    for row in (headings, *rows):
        book.worksheets[0].append(list(row))
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(content: bytes, heading: str) -> list[dict[str, str]]:
    """The lines under the headings, one of which is ``heading``; there may be a title above them."""
    rows = [[str(cell or "") for cell in row] for row in load_workbook(BytesIO(content)).worksheets[0].values]
    top = next(number for number, row in enumerate(rows) if heading in row)
    return [dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :]]
