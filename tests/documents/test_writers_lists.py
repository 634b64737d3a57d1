"""Lists as spreadsheets: types of cells, text that stays text, and what a printed sheet needs."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from documents.columns import register
from documents.paper import Paper
from documents.writers import draw

COLUMNS = [
    ("number", "№", 5, "number"),
    ("name", "ФИО", 20, "text"),
    ("phone", "Телефон", 18, "phone"),
    ("joined", "Дата", 12, "date"),
]
TOP = 3


def sheet_of(**data: Any) -> Worksheet:
    paper = Paper(
        "list_xlsx", "Список", {"title": "База", "note": "3 человека", "columns": COLUMNS, "rows": [], **data}
    )
    sheet = load_workbook(BytesIO(draw(paper).content)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def test_a_date_is_a_date_a_number_a_number_and_a_phone_text() -> None:
    sheet = sheet_of(rows=[{"number": 1, "name": "Ткач", "phone": "+79001234567", "joined": date(2026, 9, 1)}])
    number, name, phone, joined = sheet[TOP + 1]
    assert (number.value, number.data_type) == (1, "n")
    assert (name.value, phone.value, phone.data_type) == ("Ткач", "+79001234567", "s")
    assert joined.is_date and joined.number_format == "DD.MM.YYYY"
    assert str(joined.value) == "2026-09-01 00:00:00"


@pytest.mark.parametrize(
    "typed", ['=HYPERLINK("http://x";"жми")', "+7 Иванов", "-1+2", "@SUM(A1)", "#N/A", "=1", "\t=1"]
)
def test_what_a_person_typed_never_becomes_a_formula_and_is_not_changed(typed: str) -> None:
    cell = sheet_of(rows=[{"name": typed}]).cell(TOP + 1, 2)
    assert (cell.value, cell.data_type) == (typed, "s")
    assert cell.quotePrefix == (typed != "#N/A")


@pytest.mark.parametrize("part", ["title", "note", "heading"])
def test_titles_and_headings_are_no_formulas_either(part: str) -> None:
    evil = "=1+1"
    data = {"columns": [("name", evil, 10, "text")]} if part == "heading" else {part: evil}
    cells = [cell for row in sheet_of(**data).iter_rows() for cell in row if cell.value == evil]
    assert [cell.data_type for cell in cells] == ["s"]


def test_a_value_that_does_not_fit_its_column_stays_as_it_was_written() -> None:
    row = sheet_of(rows=[{"number": "девять", "joined": "осенью", "name": ["ИКТ", "Театр"]}])[TOP + 1]
    assert [cell.value for cell in row] == ["девять", "ИКТ\nТеатр", None, "осенью"]


def test_control_characters_and_endless_text_do_not_break_the_file() -> None:
    cell = sheet_of(rows=[{"name": "\x00Анна\x0b" + "ы" * 40_000}]).cell(TOP + 1, 2)
    assert str(cell.value).startswith("Аннаы") and len(str(cell.value)) == 32_767


def test_headings_are_bold_frozen_filtered_and_printed_on_every_page() -> None:
    sheet = sheet_of(rows=[{"name": "Ткач"}, {"name": "Дюма"}])
    assert all(cell.font.b for cell in sheet[TOP])
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A4", "A3:D5")
    assert sheet.print_title_rows == f"${TOP}:${TOP}"


def test_the_page_is_a4_landscape_fitted_to_its_width() -> None:
    sheet = sheet_of()
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_row_is_as_tall_as_its_longest_cell() -> None:
    sheet = sheet_of(rows=[{"name": "Ткач"}, {"name": "длинное слово " * 10}])
    short, long = (sheet.row_dimensions[TOP + number].height for number in (1, 2))
    assert long > 5 * short / 2


def test_an_empty_list_says_so() -> None:
    assert sheet_of(empty="Пока никто не заполнил анкету.").cell(TOP + 1, 1).value == "Пока никто не заполнил анкету."


@pytest.mark.parametrize("name", ["mentors", "mentees"])
def test_a_register_can_be_drawn_with_every_column_in_its_place(name: str) -> None:
    columns = register(name).columns
    sheet = sheet_of(columns=columns, rows=[{column.key: f"={column.key}" for column in columns}], note="")
    assert [cell.value for cell in sheet[2]] == [column.heading for column in columns]
    assert [cell.value for cell in sheet[3]] == [f"={column.key}" for column in columns]


def test_registers_name_request_and_competences() -> None:
    assert "Основной запрос" in [column.heading for column in register("mentees").columns]
    assert "Основные компетенции" in [column.heading for column in register("mentors").columns]
