"""What each format keeps in its own way: lists, nested tables, typed dates, page numbers."""

import io
from datetime import date

from docx import Document
from openpyxl import Workbook

from documents.readers import read
from domain.roadmap import Table, Text

from . import builders


def saved(document: object) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def tables(name: str, content: bytes) -> list[Table]:
    return [block for block in read(name, content).blocks if isinstance(block, Table)]


def test_word_keeps_the_order_of_paragraphs_and_tables():
    document = Document()
    document.add_paragraph("Выше")
    document.add_table(1, 1).cell(0, 0).text = "Ячейка"
    document.add_paragraph("Ниже")
    above, table, below = read("plan.docx", saved(document)).blocks
    assert (above, below) == (Text(("Выше",)), Text(("Ниже",)))
    assert table.rows == (("Ячейка",),)


def test_word_lists_in_a_cell_keep_their_bullets():
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    for text in ("Первое дело", "Второе дело"):
        cell.add_paragraph(text, style="List Bullet")._p.get_or_add_pPr().get_or_add_numPr()
    (table,) = tables("plan.docx", saved(document))
    assert table.rows[0][0] == "• Первое дело\n• Второе дело"


def test_a_table_inside_a_word_cell_gives_its_text():
    document = Document()
    cell = document.add_table(1, 2).cell(0, 1)
    cell.add_table(1, 2).cell(0, 0).text = "Внутри"
    (table,) = tables("plan.docx", saved(document))
    assert table.rows == (("", "Внутри"),)


def test_cells_merged_in_word_are_written_once():
    content = builders.docx([("Этап", "Дело"), ("", "Ещё дело")], merged=[(0, 0, 1, 0)])
    (table,) = tables("plan.docx", content)
    assert table.rows == (("Этап", "Дело"), ("", "Ещё дело"))
    assert table.merged == {(1, 0)}


def test_dates_and_numbers_of_excel_are_written_as_people_write_them():
    book = Workbook()
    book.active.append([1, date(2025, 9, 15), "Сбор анкет", 2.0, None])
    (table,) = tables("plan.xlsx", saved(book))
    assert table.rows == (("1", "15.09.2025", "Сбор анкет", "2"),)


def test_an_excel_cell_far_away_does_not_make_a_giant_table():
    book = Workbook()
    book.active.append(["Сбор анкет", "май"])
    book.active.cell(1_048_576, 16_384, "далеко")
    (table,) = tables("plan.xlsx", saved(book))
    assert len(table.rows) <= 10_000 and len(table.rows[0]) <= 64


def test_page_numbers_of_a_text_are_no_rows():
    content = "А\tБ\tВ\nраз\tдва\tтри\n\n2\n\nчетыре\tпять\tшесть\n".encode()
    (table,) = tables("plan.txt", content)
    assert table.rows == (("А", "Б", "В"), ("раз", "два", "три"), ("четыре", "пять", "шесть"))
    assert table.breaks == {2}


def test_a_signature_below_a_text_table_is_no_row():
    above, below = read("plan.txt", "А\tБ\tВ\nраз\tдва\tтри\nДиректор Иванова\n".encode()).blocks
    assert above.rows == (("А", "Б", "В"), ("раз", "два", "три"))
    assert below.lines == ("Директор Иванова",)


def test_scripts_and_styles_of_a_page_are_no_text():
    content = b"<!DOCTYPE html><head><style>p{}</style></head><script>x()</script><p>plan</p>"
    assert read("plan.html", content).blocks == (Text(("plan",)),)


def test_an_excel_text_that_begins_with_an_equals_sign_is_kept():
    book = Workbook()
    book.active.append(["Наставник", "= команда", "май"])
    (table,) = tables("plan.xlsx", saved(book))
    assert table.rows == (("Наставник", "= команда", "май"),)
