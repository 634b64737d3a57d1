"""A whole programme as a word processor flattened it: the roadmap inside has one cell a line and no dates."""

from domain.roadmap import Period

from .real import day, found, needs_documents, real_roadmap

pytestmark = needs_documents
ACTIVITIES = (2, 2, 2, 4, 3, 2, 1)
"""Single activities inside the cell of each direction."""


def test_each_direction_keeps_its_activities():
    assert tuple(len(row.steps) for row in real_roadmap("004").rows) == ACTIVITIES


def test_seven_rows_ask_for_their_dates():
    roadmap = real_roadmap("004")
    assert len(roadmap.rows) == 7
    assert {(row.due.kind, row.due.phrase) for row in roadmap.rows} == {("unknown", "")}
    assert [finding.rows for finding in found(roadmap, "no_date")] == [(1, 2, 3, 4, 5, 6, 7)]


def test_the_passport_gives_the_period_the_organisation_and_the_order():
    roadmap = real_roadmap("004")
    assert roadmap.period == Period(day("01.09.2023"), day("31.05.2024"))
    assert roadmap.organisation == "МДОУ № 8 «Колосок»"
    assert roadmap.order == "№ 102/28-/03-05 от 27.07.2023"


def test_no_cell_of_the_table_above_slips_into_the_roadmap():
    roadmap = real_roadmap("004")
    assert not found(roadmap, "unread_column")
    assert all("самообразование" not in row.activity for row in roadmap.rows)
