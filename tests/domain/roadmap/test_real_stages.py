"""A house of crafts: seven stages instead of activities, lists inside cells, no period, dues on request."""

import pytest

from .real import found, needs_documents, real_roadmap

pytestmark = needs_documents
ROWS = [
    ("Подготовка условий для реализации программы наставничества", "every", 6),
    ("Формирование банка наставляемых", "request", 2),
    ("Формирование банка наставников", "request", 2),
    ("Отбор и обучение", "request", 3),
    ("Организация и осуществление работы наставнических пар/групп", "request", 3),
    ("Завершение персонализированных программ наставничества", "request", 4),
    ("Информационная поддержка системы наставничества", "request", 0),
]


def test_there_are_seven_stages_without_sections():
    rows = real_roadmap("003").rows
    assert [row.activity for row in rows] == [activity for activity, _, _ in ROWS]
    assert [row.number for row in rows] == list("1234567")
    assert {row.section for row in rows} == {""}


@pytest.mark.parametrize(("position", "expected"), list(enumerate(ROWS)))
def test_stage_has_its_due_and_its_activities(position, expected):
    _, kind, steps = expected
    row = real_roadmap("003").rows[position]
    assert (row.due.kind, len(row.steps)) == (kind, steps)


def test_the_tail_that_fills_only_the_third_cell_belongs_to_the_stage_above():
    row = real_roadmap("003").rows[2]
    assert row.joined == 2
    assert row.steps[0].startswith("Проведение анкетирования среди потенциальных наставников")
    assert row.steps[1].startswith("Формирование банка данных наставников, обеспечение согласий")


def test_a_yearly_stage_asks_for_its_month():
    due = real_roadmap("003").rows[0].due
    assert (due.phrase, due.rule, due.basis) == ("Ежегодно", "FREQ=YEARLY", "guess")
    assert [finding.rows for finding in found(real_roadmap("003"), "no_month")] == [(1,)]


def test_the_missing_period_is_told_and_not_guessed():
    assert real_roadmap("003").period is None
    assert found(real_roadmap("003"), "no_period")


def test_people_and_the_order_are_read():
    roadmap = real_roadmap("003")
    assert roadmap.rows[0].responsible == ("Директор", "заместитель директора по УВР")
    assert {row.responsible for row in roadmap.rows[1:]} == {("Заместитель директора по УВР",)}
    assert roadmap.order == "№ 32 от 31.03.2022"


def test_a_cited_act_is_no_relic_of_another_year():
    assert not found(real_roadmap("003"), "relic_year")
