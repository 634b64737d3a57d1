"""The roadmap of a new year to be signed: everything a clerk needs, and our own reader reads it back."""

from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from documents.paper import Paper
from documents.readers import read as read_file
from documents.writers import draw
from domain.calendar import Calendar
from domain.roadmap import Roadmap, read, school_year
from domain.roadmap.templates import TemplateKind, kinds, template

PERIOD = school_year(2026)


def row(**changed: Any) -> dict[str, Any]:
    usual = {
        "number": "1.1",
        "section": "Подготовка",
        "activity": "Отбор наставников",
        "steps": [],
        "due": "до 15.09.2026",
        "responsible": ["Заведующий", "Куратор"],
        "result": "Приказ",
        "indicator": "не менее 10 %",
    }
    return {**usual, **changed}


def data(*rows: dict[str, Any], **changed: Any) -> dict[str, Any]:
    usual = {
        "title": "План мероприятий («дорожная карта») на 2026-2027 учебный год",
        "organisation": "Детский сад № 8",
        "head": "Лиманская Галина Николаевна",
        "curator": "Смирнова Ольга Ивановна",
        "year": 2026,
    }
    return {**usual, "rows": list(rows), **changed}


def content(of: dict[str, Any]) -> bytes:
    return draw(Paper("roadmap_to_sign", "Дорожная карта", of)).content


def document_of(of: dict[str, Any]) -> Document:
    return docx.Document(BytesIO(content(of)))


def test_the_head_approves_above_and_the_curator_signs_below() -> None:
    lines = [paragraph.text for paragraph in document_of(data(row())).paragraphs if paragraph.text]
    assert lines[:3] == ["УТВЕРЖДАЮ", "Руководитель", "Детский сад № 8"]
    assert lines[3].endswith("____ Г.Н. Лиманская")
    assert lines[4].startswith("Приказ № ___")
    assert "2026 г." in lines[4]
    assert lines[5] == "План мероприятий («дорожная карта») на 2026-2027 учебный год"
    assert lines[-1].startswith("Куратор программы наставничества ___")
    assert lines[-1].endswith("О.И. Смирнова")


def test_who_has_no_name_yet_gets_a_line_to_write_on() -> None:
    lines = [paragraph.text for paragraph in document_of(data(row(), head="", curator="Ольга")).paragraphs]
    assert any(line.endswith("____ " + "_" * 20) for line in lines)
    assert lines[-1].endswith("____ Ольга")


def test_only_the_columns_that_the_roadmap_has_are_drawn() -> None:
    (full,) = document_of(data(row())).tables
    (plain,) = document_of(data(row(number="", result="", indicator=""))).tables
    assert (len(full.columns), len(plain.columns)) == (6, 3)
    assert [cell.text for cell in plain.rows[0].cells] == ["Содержание деятельности", "Сроки", "Ответственные"]
    widths = [sum(cell.width.cm for cell in table.rows[0].cells) for table in (full, plain)]
    assert widths[0] == pytest.approx(widths[1], abs=0.1)


def test_sections_and_checklists_stand_in_the_table() -> None:
    rows = [row(steps=["беседы", "выбор"]), row(number="2.1", section="Итоги")]
    (table,) = document_of(data(*rows)).tables
    texts = [[cell.text for cell in line.cells] for line in table.rows]
    assert [line[0] for line in texts] == ["№ п/п", "Подготовка", "1.1", "Итоги", "2.1"]
    assert texts[2][1] == "Отбор наставников\n– беседы\n– выбор"
    assert texts[2][5] == "Заведующий,\nКуратор"


@pytest.mark.parametrize("told", ["activity", "result"])
def test_a_checklist_that_a_cell_tells_already_is_not_repeated(told: str) -> None:
    (table,) = document_of(data(row(steps=["беседы", "приказ"], **{told: "Приказ; беседы"}))).tables
    assert "–" not in table.rows[2].cells[1].text


def test_the_paper_is_landscape_with_a_repeated_heading_and_numbered_pages() -> None:
    document = document_of(data(row()))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert [*document.tables[0].rows[0]._tr.iter(qn("w:tblHeader"))]
    fields = [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def read_back(roadmap: Roadmap) -> Roadmap:
    rows = [
        row(
            number=each.number,
            section=each.section,
            activity=each.activity,
            steps=list(each.steps),
            due=each.due.phrase,
            responsible=list(each.responsible),
            result=each.result,
            indicator=each.indicator,
        )
        for each in roadmap.rows
    ]
    return read(read_file("карта.docx", content(data(*rows, title=roadmap.title))))


@pytest.mark.parametrize("kind", kinds())
def test_what_is_signed_reads_back_as_the_same_roadmap(kind: TemplateKind) -> None:
    roadmap = template(kind, PERIOD, Calendar(ZoneInfo("Europe/Moscow")))
    again = read_back(roadmap)
    assert (again.period, again.title) == (PERIOD, roadmap.title)
    assert [(each.number, each.due, each.responsible) for each in again.rows] == [
        (each.number, each.due, each.responsible) for each in roadmap.rows
    ]
    assert [each.indicator.replace("\xa0", " ") for each in again.rows] == [each.indicator for each in roadmap.rows]
    assert [finding.code for finding in again.findings] == []


def test_strange_text_and_an_empty_roadmap_do_not_break_the_paper() -> None:
    for of in (data(row(activity="\x00<b>😀\n" + "ы" * 400, section="")), data()):
        assert len(content(of)) > 1000
