"""A house of crafts: seven stages instead of activities, lists inside cells, no period, dues on request."""

from .real import found, needs_documents, real_roadmap

pytestmark = needs_documents
ACTIVITIES = (6, 2, 2, 3, 3, 4, 1)
"""Single activities inside the cell of each stage."""


def test_there_are_seven_stages_without_sections():
    rows = real_roadmap("003").rows
    assert [(row.number, row.section) for row in rows] == [(number, "") for number in "1234567"]


def test_each_stage_keeps_its_activities():
    rows = real_roadmap("003").rows
    assert tuple(len(row.steps) for row in rows) == ACTIVITIES
    assert rows[6].steps[0].startswith("Освещение мероприятий Дорожной карты")


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
