"""A centre's plan: named people, dates by the day, tails that look like sections, one glued to the next row."""

import pytest

from domain.roadmap import Period

from .real import day, found, needs_documents, real_roadmap, row_of

pytestmark = needs_documents
JOINED = [
    ("Проведение первых", "встреч внутри наставнической пары/группы"),
    ("Разработка формы диагностической", "реализации Целевой модели Наставничества"),
    ("Организации диагностики", "компетенций, Возможностей наставников и потребностей наставляемых (по специально "
     "разработанной форме)"),
    ("Контроль процедуры", "внедрения и реализации Целевой модели наставничества"),
]  # fmt: skip


def test_head_names_the_centre_its_head_and_the_school_year():
    roadmap = real_roadmap("002")
    assert (roadmap.organisation, roadmap.approved_by) == ("МБОУ ДО «ЦНО «ЦИТ»", "Морозов А.Э.")
    assert roadmap.period == Period(day("01.09.2023"), day("31.08.2024"))


def test_there_are_thirty_one_rows_in_five_sections():
    roadmap = real_roadmap("002")
    assert len(roadmap.rows) == 31
    assert [row.section.split()[0] for row in roadmap.rows if row.section] == (
        ["Организационно-методическое"] * 13
        + ["Программно-методическое"] * 4
        + ["Аналитическое"] * 5
        + ["Информационное"] * 5
        + ["Управление"] * 4
    )


@pytest.mark.parametrize(("start", "end"), JOINED)
def test_a_tail_behind_a_page_break_comes_back(start, end):
    row = row_of(real_roadmap("002"), start)
    assert row.activity.endswith(end) and row.joined == 2


def test_results_of_cut_rows_are_whole_again():
    row = row_of(real_roadmap("002"), "Проведение первых")
    assert row.result.startswith("Проведены организационные встречи, составлены индивидуальные планы")
    assert row.indicator == ""


def test_the_end_glued_to_the_next_activity_leaves_it():
    row = row_of(real_roadmap("002"), "Оформление итогового сборника")
    assert row.joined == 1 and row.activity.endswith("для размещения на онлайн-платформе")
    assert row.due.phrase == "До 30.06.2024"


def test_the_meetings_of_a_pair_become_a_checklist():
    steps = row_of(real_roadmap("002"), "Организация работы наставнических пар").steps
    assert len(steps) == 5 and steps[1] == "пробная встреча" and steps[4] == "итоговая встреча"


def test_an_empty_date_beside_other_people_is_not_inherited():
    assert row_of(real_roadmap("002"), "Доведения до родителей").due.phrase == ""
    assert [finding.rows for finding in found(real_roadmap("002"), "no_date")] == [(26,)]


def test_nearly_equal_surnames_are_told():
    (finding,) = found(real_roadmap("002"), "similar_names")
    assert dict(finding.arguments) == {"one": "Морозов А.Э.", "other": "Морослип А.Э."}
