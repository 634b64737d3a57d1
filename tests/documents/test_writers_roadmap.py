"""The roadmap with its state: as a picture of the year, as a spreadsheet and as a document."""

from datetime import date
from io import BytesIO
from typing import Any

import docx
import numpy
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from matplotlib.colors import to_rgb
from matplotlib.image import imread
from openpyxl import load_workbook

from documents.paper import Paper
from documents.roadmap import is_summary, lines, months, page_of, pages, span
from documents.writers import draw
from documents.writers.pictures import AMBER, BLUE, GREEN, GREY, RED

TODAY = date(2026, 10, 15)
YEAR = (date(2026, 9, 1), date(2027, 8, 31))


def row(**changed: Any) -> dict[str, Any]:
    usual = {
        "number": "1.1",
        "section": "Подготовка",
        "activity": "Назначение кураторов",
        "due": "до 15 сентября",
        "start": None,
        "end": date(2026, 9, 15),
        "state": "ahead",
        "responsible": ["Заведующий", "Куратор"],
        "evidence": [],
        "result": "Приказ",
        "done": None,
    }
    return {**usual, **changed}


def data(*rows: dict[str, Any], **changed: Any) -> dict[str, Any]:
    usual = {"title": "Дорожная карта", "organisation": "Детский сад № 8", "today": TODAY, "period": YEAR}
    return {**usual, "rows": list(rows), **changed}


def pixels_of(content: dict[str, Any]) -> Any:
    return imread(BytesIO(draw(Paper("roadmap_chart", "Год", content)).content), format="png")[:, :, :3]


def columns_of(pixels: Any, colour: str) -> Any:
    """Places from left to right, 0 to 1, of the pixels of a colour below the legend."""
    lower = pixels[pixels.shape[0] // 2 :]
    return numpy.flatnonzero((abs(lower - to_rgb(colour)) < 0.02).all(axis=2).any(axis=0)) / pixels.shape[1]


def amount(pixels: Any, colour: str) -> int:
    """How many pixels have the colour."""
    return int((abs(pixels - to_rgb(colour)) < 0.02).all(axis=2).sum())


def document_of(content: dict[str, Any]) -> Document:
    return docx.Document(BytesIO(draw(Paper("roadmap_docx", "Дорожная карта", content)).content))


@pytest.mark.parametrize(
    ("state", "colour"), [("done", GREEN), ("overdue", RED), ("near", AMBER), ("ahead", BLUE), ("undated", GREY)]
)
def test_each_state_has_its_colour(state: str, colour: str) -> None:
    rows = [row(state=state, start=date(2026, 12, 1), end=date(2027, 2, 28))] * 6
    pixels = pixels_of(data(*rows))
    assert len(columns_of(pixels, colour))
    assert not any(len(columns_of(pixels, other)) for other in {GREEN, RED, AMBER, BLUE} - {colour})


def test_a_bar_lies_on_its_months_and_a_deadline_on_its_day() -> None:
    quarter = columns_of(pixels_of(data(*[row(start=date(2026, 9, 1), end=date(2026, 11, 30))] * 6)), BLUE)
    deadline = columns_of(pixels_of(data(*[row(end=date(2027, 3, 1))] * 6)), BLUE)
    assert (quarter[0], quarter[-1]) == pytest.approx((0.046, 0.046 + 0.907 / 4), abs=0.01)
    assert deadline.mean() == pytest.approx(0.5, abs=0.01)


def test_days_outside_the_year_are_put_at_its_edges() -> None:
    pixels = pixels_of(data(*[row(end=date(2031, 1, 1)), row(end=date(1999, 1, 1))] * 4))
    assert columns_of(pixels, BLUE)[0] > 0.03
    assert columns_of(pixels, BLUE)[-1] < 0.97


def test_a_row_without_dates_shows_no_bar() -> None:
    assert not len(columns_of(pixels_of(data(*[row(start=None, end=None, due="по запросу")] * 6)), BLUE))


@pytest.mark.parametrize("count", [0, 1, 7, 18, 19, 31, 54])
def test_every_row_is_on_exactly_one_picture_and_pictures_suit_a_phone(count: int) -> None:
    rows = [row(number=str(number)) for number in range(count)]
    parts = [page_of(rows, page) for page in range(pages(rows))]
    assert [task for part in parts for line in part for task in line.tasks] == rows
    last = pixels_of(data(*rows, page=len(parts) - 1))
    assert max(last.shape) <= 1600
    assert last.shape[0] < 2.2 * last.shape[1]


@pytest.mark.parametrize("sections", [0, 3, 60])
def test_a_very_long_roadmap_is_one_picture_by_section(sections: int) -> None:
    rows = [
        row(section=f"Раздел {number % sections}" if sections else "", state="overdue", end=date(2026, 11, 2))
        for number in range(2000)
    ]
    assert is_summary(rows) and pages(rows) == 1
    pixels = pixels_of(data(*rows))
    assert max(pixels.shape) <= 1600 and pixels.shape[0] < 2.3 * pixels.shape[1]
    assert len(columns_of(pixels, RED)) and not len(columns_of(pixels, AMBER))


def test_a_month_of_a_section_has_the_colour_of_what_presses_most() -> None:
    mixed = [
        row(state=state, end=date(2026, 11, day)) for day, state in enumerate(("done", "near", "ahead"), start=1)
    ]
    pixels = pixels_of(data(*mixed * 30))[-300:]
    assert amount(pixels, AMBER) > amount(pixels, GREEN)


def test_occurrences_of_a_row_stand_in_one_line_each_in_its_colour() -> None:
    times = [
        row(row=3, end=date(2026, 10, 1), state="done"),
        row(row=3, end=date(2027, 6, 1), state="ahead", start=date(2026, 10, 2)),
    ]
    assert [len(line.tasks) for line in lines([row(row=2), *times, row(row=4)])] == [1, 2, 1]
    pixels = pixels_of(data(*[{**task, "row": number} for number in range(4) for task in times]))
    done, ahead = columns_of(pixels, GREEN), columns_of(pixels, BLUE)
    assert done.max() - done.min() < 0.04 and ahead.max() - ahead.min() < 0.04
    assert done.max() < ahead.min()


def test_the_months_come_from_the_rows_where_no_period_is_known() -> None:
    content = data(row(start=date(2026, 9, 5), end=date(2026, 11, 3)), period=None)
    assert span(content) == (date(2026, 9, 1), date(2026, 11, 30))
    assert [month.month for month in months(*span(content))] == [9, 10, 11]
    assert span(data(row(end=None), period=None)) == (date(2026, 10, 1), date(2026, 10, 31))


def test_the_spreadsheet_has_real_dates_and_states_in_words() -> None:
    rows = [row(state="done", done=date(2026, 9, 10), evidence=["=приказ.pdf", "https://vk.com/wall-1_1"]), row()]
    sheet = load_workbook(BytesIO(draw(Paper("roadmap_xlsx", "Карта", data(*rows))).content)).active
    first, second = sheet.iter_rows(min_row=5)
    assert [cell.value for cell in first[6:8]] == ["Заведующий\nКуратор", "выполнено"]
    assert first[5].is_date and first[8].is_date and str(first[8].value).startswith("2026-09-10")
    assert (first[11].value, first[11].data_type) == ("=приказ.pdf\nhttps://vk.com/wall-1_1", "s")
    assert first[7].fill.fgColor.rgb != second[7].fill.fgColor.rgb


def test_the_document_lists_sections_and_rows_with_what_was_done() -> None:
    rows = [
        row(state="done", done=date(2026, 9, 10), evidence=["Приказ № 48"]),
        row(number="2.1", section="Отбор", state="overdue", due=""),
    ]
    (table,) = document_of(data(*rows)).tables
    texts = [[cell.text for cell in line.cells] for line in table.rows]
    assert texts[0][2:] == ["Срок", "Даты", "Ответственные", "Результат", "Состояние", "Подтверждение"]
    assert [line[0] for line in texts] == ["№", "Подготовка", "1.1", "Отбор", "2.1"]
    assert texts[2][3:5] == ["15.09.2026", "Заведующий\nКуратор"]
    assert texts[2][6:] == ["выполнено 10.09.2026", "Приказ № 48"]
    assert (texts[4][2], texts[4][6]) == ("без срока", "просрочено")


def test_a_column_that_no_row_fills_is_left_out() -> None:
    (table,) = document_of(data(row(result="", end=None, indicator="10 %"))).tables
    assert [cell.text for cell in table.rows[0].cells][3:] == ["Ответственные", "Показатель", "Состояние"]


def test_the_document_says_who_approved_the_roadmap_and_how_far_it_is() -> None:
    content = data(row(state="done"), row(), approved_by="Лиманская Г.Н.", order="Приказ № 48 от 31.08.2026")
    told = [paragraph.text for paragraph in document_of(content).paragraphs]
    assert told[:3] == ["УТВЕРЖДЕНО", "Лиманская Г.Н.", "Приказ № 48 от 31.08.2026"]
    assert "Состояние на 15.10.2026: выполнено 1 из 2" in told
    assert "УТВЕРЖДЕНО" not in [paragraph.text for paragraph in document_of(data(row())).paragraphs]


def test_a_row_that_recurs_is_one_line_of_the_document() -> None:
    times = [row(row=1, end=date(2026, month, 1), state="done" if month < 11 else "ahead") for month in (9, 10, 11)]
    (table,) = document_of(data(*times)).tables
    (line,) = [[cell.text for cell in line.cells] for line in table.rows][2:]
    assert line[3] == "3 раза, 01.09.2026 – 01.11.2026"
    assert line[6] == "выполнено: 2\nвпереди: 1"


def test_the_document_is_a4_landscape_with_a_repeated_heading_and_numbered_pages() -> None:
    document = document_of(data(row()))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    assert document.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert section.footer.paragraphs[0].text == "Стр.  из "
    assert [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]


@pytest.mark.parametrize("writer", ["roadmap_chart", "roadmap_docx", "roadmap_xlsx"])
def test_strange_text_and_an_empty_roadmap_do_not_break_a_paper(writer: str) -> None:
    strange = row(activity="\x00<b>$x$</b> 😀\n=1 " + "ы" * 400, section="", number="", due="", end=None)
    for content in (data(strange), data()):
        assert len(draw(Paper(writer, "Карта", content)).content) > 1000


def test_only_a_row_taller_than_a_third_of_a_page_may_break_over_pages() -> None:
    (table,) = document_of(data(row(), row(activity="Подготовка и проведение встреч наставников. " * 40))).tables
    short, tall = [bool(line._tr.xpath("./w:trPr/w:cantSplit")) for line in table.rows][-2:]
    assert short
    assert not tall


def test_a_day_that_the_due_names_is_not_repeated() -> None:
    (table,) = document_of(data(row(due="до 28.02.2027", start=None, end=date(2027, 2, 28)))).tables
    assert "28.02.2027" not in [cell.text for cell in table.rows[-1].cells]
