"""Sections of a pasted plan that are lines of their own, without the tabs of a row."""

from documents.readers import read
from domain import roadmap

PLAN = """План мероприятий (дорожная карта) на 2026-2027 учебный год
№\tМероприятие\tСрок\tОтветственный\tРезультат
1. Подготовка
1.1\tПриказ\tдо 15.09.2026\tДиректор\tПриказ
2. Формирование баз
2.1\tАнкеты\tдо 15.10.2026\tКуратор\tАнкеты
"""
LIST_IN_A_CELL = """План мероприятий (дорожная карта) на 2026-2027 учебный год
№\tМероприятие\tСрок\tОтветственный\tРезультат
1.1\tПоощрение\tдо 15.09.2026\tДиректор\t1. Приказ
2. Благодарственные письма
1.2\tАнкеты\tдо 15.10.2026\tКуратор\tАнкеты
"""


def test_a_numbered_line_above_its_rows_is_a_section() -> None:
    rows = roadmap.read(read("план.txt", PLAN.encode())).rows
    assert [(row.section, row.number, row.result) for row in rows] == [
        ("Подготовка", "1.1", "Приказ"),
        ("Формирование баз", "2.1", "Анкеты"),
    ]


def test_a_numbered_line_above_another_row_ends_the_list_in_the_cell() -> None:
    rows = roadmap.read(read("план.txt", LIST_IN_A_CELL.encode())).rows
    assert [row.section for row in rows] == ["", ""]
    assert "Благодарственные письма" in rows[0].result
