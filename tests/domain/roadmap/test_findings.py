"""What is doubtful about a plan is told, with the rows it speaks of and in words."""

import re
from pathlib import Path
from typing import get_args

import pytest

import locales
from domain.roadmap import Finding, finding_arguments
from domain.roadmap.model import FindingCode
from locales.texts import Texts

from .plans import ABOVE, ROWS, codes, plan, with_row

CODES = {code for part in get_args(FindingCode) for code in get_args(part)}
DOUBTFUL_ROWS = {
    "no_date": ("Обзор литературы", "", "Список книг", "", "Кедров С.А."),
    "unknown_due": ("Обзор литературы", "как только так сразу", "Список книг", "", "Кедров С.А."),
    "impossible_date": ("Обзор литературы", "до 31.04.2026", "Список книг", "", "Кедров С.А."),
    "reversed_range": ("Обзор литературы", "01.04.2026-01.03.2026", "Список книг", "", "Кедров С.А."),
    "no_anchor": ("Обзор литературы", "в течение недели", "Список книг", "", "Кедров С.А."),
    "due_elsewhere": ("Обзор литературы", "по отдельному плану", "Список книг", "", "Кедров С.А."),
    "no_month": ("Обзор литературы", "ежегодно", "Список книг", "", "Кедров С.А."),
    "rough_rhythm": ("Обзор литературы", "2 раза в год", "Список книг", "", "Кедров С.А."),
    "rough_due": ("Обзор литературы", "начало марта", "Список книг", "", "Кедров С.А."),
    "before_or_within": ("Обзор литературы", "до марта", "Список книг", "", "Кедров С.А."),
    "year_guessed": ("Обзор литературы", "август-сентябрь", "Список книг", "", "Кедров С.А."),
    "inherited_due": ("Обзор литературы", "", "Список книг", "", "Ветрова И.П."),
    "outside_period": ("Обзор литературы", "до 15.10.2026", "Список книг", "", "Кедров С.А."),
    "weekend_deadline": ("Обзор литературы", "до 08.03.2026", "Список книг", "", "Кедров С.А."),
    "no_responsible": ("Обзор литературы", "Март 2026", "Список книг", "", ""),
    "no_activity": ("", "Март 2026", "Список книг", "", "Кедров С.А."),
    "placeholder": ("Обзор литературы", "Март 2026", "Список на сайте [адрес]", "", "Кедров С.А."),
    "relic_year": ("Обзор литературы", "Март 2026", "Отчёт за 2023-2024 учебный год", "", "Кедров С.А."),
    "years_disagree": ("План на 2026-2027 учебный год", "Март 2026", "Готов план на 2026 год", "", "Кедров С.А."),
    "early_for_year": ("Обзор на 2026-2027 учебный год", "до 02.03.2026", "Обзор", "", "Кедров С.А."),
    "duplicated_cells": ("Обзор литературы", "Март 2026", "Список книг", "Список книг", "Кедров С.А."),
    "repeated_sentence": (
        "Обзор литературы",
        "Март 2026",
        "Составлен подробный список книг. Составлен подробный список книг.",
        "",
        "Кедров С.А.",
    ),
    "same_rows": ROWS[-1],
    "similar_names": ("Обзор литературы", "Март 2026", "Список книг", "", "Кедрин С.А."),
}
ORDER = {
    "order_consents": ("Сбор информации о запросах учителей", "до 01.09.2025"),
    "order_bases": ("Формирование базы наставников", "до 02.10.2025"),
    "order_meeting": ("Формирование наставнических пар", "до 02.10.2025"),
    "order_pairs": ("Формирование наставнических пар", "до 02.10.2025"),
    "order_pairs_order": ("Первые встречи внутри пар", "до 02.10.2025"),
    "order_selection": ("Организация работы наставнических пар", "в течение всего периода"),
    "order_monitoring": ("Муниципальный мониторинг программ", "до 02.10.2025"),
}
LATE = {
    "order_consents": "Оформление согласий на обработку персональных данных",
    "order_bases": "Анализ заполненных анкет",
    "order_meeting": "Общая встреча будущих наставников и наставляемых",
    "order_pairs": "Анализ заполненных анкет",
    "order_pairs_order": "Приказ о закреплении наставнических пар",
    "order_selection": "Отбор наставников",
    "order_monitoring": "Внутренний мониторинг программ",
}


def rows_of(code: str, roadmap) -> set[int]:
    return {row for finding in roadmap.findings if finding.code == code for row in finding.rows}


def test_a_plan_without_faults_raises_no_doubts():
    assert codes(plan()) == set()


@pytest.mark.parametrize(("code", "row"), DOUBTFUL_ROWS.items())
def test_a_doubtful_row_is_told_with_its_position(code, row):
    assert len(ROWS) - 1 in rows_of(code, plan(with_row(row)))


@pytest.mark.parametrize("code", ORDER)
def test_what_must_come_first_but_comes_later_is_told(code):
    later, early = LATE[code], ORDER[code]
    rows = (*ROWS[:1], (*early, "", "", "Кедров С.А."), (later, "до 20.12.2025", "", "", "Кедров С.А."))
    assert rows_of(code, plan(rows)) == {1, 2}


@pytest.mark.parametrize("code", ORDER)
def test_the_right_order_raises_no_doubt(code):
    first = (LATE[code], "до 01.09.2025", "", "", "Кедров С.А.")
    then = (ORDER[code][0], "20.12.2025", "", "", "Кедров С.А.")
    assert code not in codes(plan((*ROWS[:1], first, then)))


def test_three_deadlines_on_one_day_are_told():
    rows = [(f"Отчёт группы {name}", "до 20.02.2026", "", "", "Кедров С.А.") for name in ("А", "Б", "В")]
    assert rows_of("crowded_day", plan(rows)) == {1, 2, 3}


def test_the_end_of_a_merged_cell_above_is_told():
    above = ("Обзор", "Март 2026", "Список", "прочитано не менее 5 книг о наставничестве", "Кедров С.А.")
    below = ("Выставка", "до 03.04.2026", "Фото", "книг о наставничестве", "Ветрова И.П.")
    assert rows_of("cut_cell", plan((*ROWS[:1], above, below))) == {1, 2}


def test_a_missing_period_is_told():
    assert "no_period" in codes(plan(above=ABOVE[:-1]))


def test_a_similar_name_in_the_head_of_the_paper_counts():
    roadmap = plan(above=tuple(line.replace("Ветрова", "Ветренко") for line in ABOVE))
    assert "similar_names" in codes(roadmap)


def test_a_date_of_a_cited_act_is_no_relic():
    row = ("Изучение приказа от 12 марта 2019 г. № 7", "Март 2026", "Лист ознакомления", "", "Кедров С.А.")
    assert "relic_year" not in codes(plan(with_row(row)))


@pytest.mark.parametrize("finding_rows", [(1,), (1, 2, 3)])
def test_every_code_has_a_sentence_in_plain_words(finding_rows):
    texts, roadmap = Texts.load("ru"), plan()
    arguments = {"phrase": "март", "date": "01.03.2026", "text": "…", "one": "А", "other": "Б", "heading": "В"}
    arguments |= {"year": "2026", "activity": "2026", "result": "2025", "first": 1, "then": 2, "organisation": "Г"}
    for code in CODES:
        finding = Finding(code, finding_rows, arguments)
        text = texts(f"finding-{code}", **finding_arguments(roadmap, finding))
        assert text[-1] in ".?" and "{" not in text, code


def test_every_sentence_belongs_to_a_code():
    file = Path(locales.__file__).parent / "ru" / "findings.ftl"
    keys = set(re.findall(r"^finding-(\w+)", file.read_text(encoding="utf-8"), re.MULTILINE))
    assert keys == CODES
