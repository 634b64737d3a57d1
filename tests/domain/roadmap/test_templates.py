"""Ready roadmaps: nothing doubtful in any year, everything in its order, days for a paper that has none."""

from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.roadmap import Due, Period, Row, read_due, school_year
from domain.roadmap.checks import is_day_off
from domain.roadmap.templates import TemplateKind, kinds, proposed, template

CALENDAR = Calendar(ZoneInfo("Europe/Moscow"))
KINDS = pytest.mark.parametrize("kind", kinds())


@KINDS
@pytest.mark.parametrize("year", range(2024, 2036))
@pytest.mark.parametrize("end", [(5, 31), (8, 31)])
def test_a_fresh_template_leaves_nothing_to_doubt(kind: TemplateKind, year: int, end: tuple[int, int]) -> None:
    roadmap = template(kind, school_year(year, end), CALENDAR)
    assert roadmap.findings == ()
    assert all(row.due == read_due(row.due.phrase, roadmap.period) for row in roadmap.rows)


@KINDS
def test_each_row_says_what_by_when_who_and_how_it_is_measured(kind: TemplateKind) -> None:
    roadmap = template(kind, school_year(2026), CALENDAR)
    assert 12 <= len(roadmap.rows) <= 25
    assert len({row.section for row in roadmap.rows}) >= 5
    assert all(row.activity and row.result and row.indicator and row.responsible for row in roadmap.rows)
    assert "2026-2027" in roadmap.title


IN_THIS_ORDER = ("соглас", "анкетирован", "анализ", "формирование баз", "формирование пар", "индивидуальных планов")


@KINDS
def test_the_stages_follow_one_another_and_consents_come_before_data(kind: TemplateKind) -> None:
    rows = template(kind, school_year(2026), CALENDAR).rows
    ends = [next(row.due.end for row in rows if words in row.activity.casefold()) for words in IN_THIS_ORDER]
    assert all(before and after and before < after for before, after in pairwise(ends))


@KINDS
def test_employees_who_mentor_agree_in_writing_before_the_pairs_begin(kind: TemplateKind) -> None:
    rows = template(kind, school_year(2026), CALENDAR).rows
    agreement = next(row for row in rows if "351.8" in row.result)
    pairs = next(row for row in rows if row.activity.startswith("Формирование пар"))
    assert agreement.due.end
    assert pairs.due.end
    assert agreement.due.end < pairs.due.end


def test_only_a_districts_template_asks_every_organisation() -> None:
    asked = {
        kind: any("ОО" in row.responsible for row in template(kind, school_year(2026), CALENDAR).rows)
        for kind in kinds()
    }
    assert asked == {"kindergarten": False, "school": False, "district": True}


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(kinds()), st.dates(date(2026, 9, 1), date(2027, 3, 31)))
def test_a_programme_that_begins_late_keeps_its_order_within_its_days(kind: TemplateKind, begins: date) -> None:
    whole = template(kind, school_year(2026), CALENDAR)
    late = template(kind, Period(begins, date(2027, 5, 31)), CALENDAR)
    days = [
        row.due.end for _, row in sorted(zip(_order(whole.rows), late.rows, strict=True), key=lambda pair: pair[0])
    ]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert all(begins <= day <= date(2027, 5, 31) for day in dated)
    assert not any(is_day_off(row.due.end) for row in late.rows if row.due.kind == "by" and row.due.end)


def _order(rows: tuple[Row, ...]) -> list[tuple[date, int]]:
    return [(row.due.end or date.max, position) for position, row in enumerate(rows)]


STAGES = {
    "Подготовка условий для реализации системы наставничества": "Сентябрь 2026",
    "Формирование банка наставляемых": "Октябрь 2026",
    "Формирование банка наставников": "Октябрь-ноябрь 2026",
    "Отбор и обучение": "Ноябрь 2026",
    "Консультации": "Ноябрь 2026",
    "Организация и осуществление работы наставнических пар/групп": "Декабрь 2026-апрель 2027",
    "Завершение программ наставничества": "Май 2027",
    "Информационная поддержка": "в течение всего периода",
}


def test_a_paper_without_dates_gets_them_by_its_stages() -> None:
    period = school_year(2026)
    rows = [Row("", "", activity, (), "", "", (), Due("", "unknown", doubt="no_date")) for activity in STAGES]
    found = proposed(rows, period, CALENDAR)
    assert [due.phrase for due in found.values()] == list(STAGES.values())
    assert all(due == read_due(due.phrase, period) and due.end for due in found.values())


def test_a_row_with_a_date_keeps_it() -> None:
    row = Row("", "", "Отбор", (), "", "", (), read_due("до 15.11.2026", school_year(2026)))
    assert proposed([row], school_year(2026), CALENDAR) == {}
