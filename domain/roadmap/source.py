"""What a reader hands over of a file: tables of cells and loose text, in the order of the document."""

from collections.abc import Iterator
from dataclasses import dataclass

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells as they stand; a cell may hold line breaks and remains of mark-up.

    `breaks` are the indices of rows before which a page ended (a blank line, an empty row).
    `merged` are the (row, column) places that belong to a cell merged from above; their text is empty.
    """

    rows: tuple[Cells, ...]
    breaks: frozenset[int] = frozenset()
    merged: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Text:
    """Lines outside tables; tabs at their beginning are kept, since they may be a flattened table."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """A read file. `kind` names its format: txt, docx, xlsx, pdf, html."""

    kind: str
    blocks: tuple[Table | Text, ...]

    @property
    def is_russian(self) -> bool:
        """Whether most letters are Cyrillic; a document without letters is in no other language."""
        letters = [letter for text in self.texts() for letter in text.casefold() if letter.isalpha()]
        return 2 * sum("а" <= letter <= "я" or letter == "ё" for letter in letters) >= len(letters)

    def texts(self) -> Iterator[str]:
        """Every line and every cell."""
        for block in self.blocks:
            if isinstance(block, Text):
                yield from block.lines
            else:
                yield from (cell for cells in block.rows for cell in cells)

    def lines_before(self, block: Table | Text) -> Iterator[str]:
        """All lines of text that stand before a block."""
        for other in self.blocks:
            if other is block:
                return
            if isinstance(other, Text):
                yield from other.lines
