"""The plain data that scripts get of a roadmap."""

from domain.roadmap import due_as_json, read_due, roadmap_as_json, school_year
from locales.texts import Texts

from .plans import ABOVE, plan, with_row


def test_a_due_has_iso_dates_and_its_phrase():
    assert due_as_json(read_due("до 15 марта", school_year(2023))) == {
        "phrase": "до 15 марта",
        "kind": "by",
        "start": None,
        "end": "2024-03-15",
        "rule": None,
        "basis": "programme",
    }


def test_a_roadmap_has_its_head_rows_and_worded_findings():
    row = ("Обзор литературы", "", "Список книг", "", "Кедров С.А.")
    data = roadmap_as_json(plan(with_row(row)), Texts.load("ru"))
    assert (data["approved_by"], data["order"]) == ("Ветрова И.П.", "№ 17 от 28.08.2025")
    assert data["period"] == {"start": "2025-09-01", "end": "2026-08-31"}
    assert data["rows"][0]["responsible"] == ["Ветрова И.П."] and data["rows"][0]["joined"] == 1
    assert data["findings"] == [
        {"code": "no_date", "rows": [8], "text": "В строке 8 нет срока. Когда это нужно сделать?"}
    ]


def test_a_missing_period_is_two_nulls_and_a_finding():
    data = roadmap_as_json(plan(above=ABOVE[:-1]), Texts.load("ru"))
    assert data["period"] == {"start": None, "end": None}
    assert "no_period" in [finding["code"] for finding in data["findings"]]


def test_a_doubt_about_a_thousand_rows_names_the_first_of_them():
    rows = [(f"Обзор книги {number}", "до 15.10.2025", f"Список {number}", "", "") for number in range(1, 1001)]
    data = roadmap_as_json(plan(rows), Texts.load("ru"))
    nobody = next(each for each in data["findings"] if each["code"] == "no_responsible")
    assert len(nobody["rows"]) == 1000
    assert nobody["text"].startswith("В строках 1, 2, 3,") and "…" in nobody["text"]
    assert len(nobody["text"]) < 300
