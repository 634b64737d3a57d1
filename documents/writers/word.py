"""What our Word documents share: type, a table that prints well, page numbers."""

import re
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from documents.writers.wording import clean, texts

TYPEFACE = "Times New Roman"
A4_CM = (21.0, 29.7)
MARGIN_CM = 2.0
CELL_SIZE = Pt(10)
LETTER_CM = 0.195
"""Of the type in cells, on average, with something to spare."""
CELL_MARGINS_CM = 0.45
BREAKS = re.compile(r"\s|(?<=[-–])")
LONGEST_WORD = 15
TALL = 3
"""How much more the tallest cells of a column count than the others."""
MOST_LINES_TOGETHER = 13
"""About a third of a page on its side: a taller row may break, else most of a page stays empty before it."""


def new_document() -> Document:
    """An empty document in the type that institutions use."""
    document = docx.Document()
    document.core_properties.author = texts()("papers-author")
    document.core_properties.comments = ""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = TYPEFACE, Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), TYPEFACE)
    normal.paragraph_format.space_after = Pt(0)
    return document


def landscape(document: Document) -> None:
    """A4 on its side."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_height, section.page_width = Cm(A4_CM[0]), Cm(A4_CM[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN_CM)


def put_blank(document: Document, label: str) -> None:
    """A label with a line to write on up to the right margin."""
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    paragraph = document.add_paragraph(f"{clean(label)} \t")
    paragraph.paragraph_format.space_before = Pt(10)
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def put_text(document: Document, text: str) -> None:
    """A paragraph of running text with an indent."""
    paragraph = document.add_paragraph(clean(text))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1.25)
    paragraph.paragraph_format.space_before = Pt(6)


def put_heading(document: Document, text: str, size: int = 14, *, bold: bool = True) -> None:
    """A line in the middle."""
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(clean(text))
    run.bold, run.font.size = bold, Pt(size)


def portrait(document: Document) -> None:
    """A4 upright with the margins of our papers."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(A4_CM[0]), Cm(A4_CM[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN_CM)


def table_with(document: Document, columns: int) -> Table:
    """A table with lines and one row, after some space."""
    document.add_paragraph()
    table: Table = document.add_table(rows=1, cols=columns, style="Table Grid")
    table.autofit = False
    return table


def set_widths(table: Table, centimetres: Sequence[float]) -> None:
    """Give the columns their widths; a cell that was merged keeps the whole width."""
    for column, width in zip(table.columns, centimetres, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        cells = row._tr.tc_lst
        widths = centimetres if len(cells) == len(centimetres) else [sum(centimetres)]
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Cm(width)
        if lines_in(row, widths) <= MOST_LINES_TOGETHER:
            keep_together(row)


def lines_in(row: _Row, centimetres: Sequence[float]) -> int:
    """About how many lines the tallest cell of a row takes."""
    return max(
        sum(1 + int(len(line) * LETTER_CM / (width - CELL_MARGINS_CM)) for line in cell.text.splitlines() or [""])
        for cell, width in zip((_Cell(each, row.table) for each in row._tr.tc_lst), centimetres, strict=True)
    )


def fitting_widths(columns: Sequence[Sequence[str]], total: float) -> list[float]:
    """Widths in centimetres that keep a table low and break no usual word; a column is its heading and cells.

    A row is as high as its tallest cell, so that long cells count for more than many short ones.
    """
    least = [min(longest_word(column), LONGEST_WORD) * LETTER_CM + CELL_MARGINS_CM for column in columns]
    wanted = [sum(len(cell) ** TALL for cell in column) ** (1 / (TALL + 1)) for column in columns]
    widths = dict(enumerate(least))
    growing = set(widths)
    while growing:
        unit = (total - sum(widths[at] for at in widths.keys() - growing)) / sum(wanted[at] for at in growing)
        narrow = {at for at in growing if wanted[at] * unit < least[at]}
        if not narrow:
            return [wanted[at] * unit if at in growing else width for at, width in widths.items()]
        growing -= narrow
    return [total * width / sum(least) for width in least]


def longest_word(texts_: Sequence[str]) -> int:
    return max((len(word) for text in texts_ for word in BREAKS.split(text)), default=1)


def add_row(table: Table) -> tuple[_Cell, ...]:
    """A new row's cells."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row.cells


def put_cell(cell: _Cell, text: str, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(clean(text))
    run.bold, run.font.size = bold, CELL_SIZE


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell with a colour (six hexadecimal digits)."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shading)


def repeat_heading(row: _Row) -> None:
    """Let a row stand at the top of every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_together(row: _Row) -> None:
    """Do not break a row over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def number_pages(document: Document) -> None:
    """«Стр. 2 из 5» at the foot of each page, counted by the program that opens the document."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, between, after = texts()("papers-page", page="\0", pages="\0").split("\0")
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        paragraph.add_run(text)
        if field:
            put_field(paragraph, field)


def put_field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)
