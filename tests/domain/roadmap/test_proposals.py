"""Each doubt has proposals that make sense, and one that leaves everything as it is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from domain.roadmap import Due, Period, Row, Source, Table, Text, finding_arguments, read, read_due
from domain.roadmap.answers import is_solved, proposals, shared, typed, unchanged
from domain.roadmap.model import DueDoubt, FindingCode
from domain.roadmap.proposals import Doubt, Proposal, with_due

YEAR = Period(date(2026, 9, 1), date(2027, 5, 31))
CODES = [*get_args(DueDoubt), *(code for part in get_args(FindingCode) for code in get_args(part) or (part,))]


def row(phrase: str, *, number: str = "", section: str = "", people: tuple[str, ...] = ()) -> Row:
    return Row(number, section, f"Дело {number}", (), "Итог", "", people, read_due(phrase, YEAR))


def doubt(code: str, *positions: int, rows: Mapping[int, Row], **arguments: str) -> Doubt:
    return Doubt(code, positions or tuple(rows), arguments, rows, YEAR)


def by_key(asked: Doubt) -> dict[str, Proposal]:
    return {proposal.key: proposal for proposal in proposals(asked)}


def days(proposal: Proposal, position: int = 1) -> tuple[str, date | None, date | None]:
    due = proposal.rows[position].due
    return due.kind, due.start, due.end


@pytest.mark.parametrize("code", CODES)
def test_every_doubt_can_be_left_as_it_is(code: str) -> None:
    arguments = {
        "one": "Иванова А.А.",
        "other": "Ивнова А.А.",
        "then": "9",
        "organisation": "СОШ № 5",
        "own": "Лицей",
    }
    asked = doubt(code, rows={1: row("до 15.10.2026", number="1")}, **arguments)
    assert not unchanged(asked).rows
    assert unchanged(asked) in proposals(asked)


def test_a_title_gets_the_own_name_and_is_asked_about_without_any_rows() -> None:
    about = {"organisation": "СОШ № 5", "own": "Лицей № 3"}
    asked = Doubt("other_organisation", (), about, {}, YEAR, "План СОШ № 5 на 2026 год")
    assert by_key(asked)["own_name"].title == "План Лицей № 3 на 2026 год"
    assert typed(asked) == "title"
    assert set(by_key(replace(asked, title="План на 2026 год"))) == {"keep"}


def test_a_joined_text_becomes_a_row_of_its_own_for_the_same_people() -> None:
    rows = {
        1: replace(
            row("до 15.10.2026", number="1.1", people=("Директор",)), activity="Приказ о парах Выставка работ"
        ),
        2: row("по запросу", number="1.2"),
    }
    split = by_key(doubt("doubtful_join", 1, rows=rows, text="Выставка работ"))["split"]
    (added,) = split.added
    assert split.rows == {1: replace(rows[1], activity="Приказ о парах")}
    assert (added.number, added.activity, added.responsible) == ("1.3", "Выставка работ", ("Директор",))
    assert (added.due.kind, added.due.phrase) == ("unknown", "")
    assert "split" not in by_key(doubt("doubtful_join", 1, rows=rows, text="Приказ о парах"))


def test_a_row_without_a_date_may_take_the_one_above_in_its_section() -> None:
    rows = {1: row("до 30.10.2026"), 2: row("по запросу"), 3: row(""), 4: row("", section="Другой раздел")}
    above = by_key(doubt("no_date", 3, rows=rows))["above"]
    assert days(above, 3) == ("by", None, date(2026, 10, 30))
    assert above.rows[3].due.phrase == ""
    assert "above" not in by_key(doubt("no_date", 4, rows=rows))


@pytest.mark.parametrize(
    ("code", "phrase", "expected"),
    [
        (
            "no_date",
            "",
            {"period_end": ("by", None, date(2027, 5, 31)), "request": ("request", None, None), "ask": None},
        ),
        (
            "due_elsewhere",
            "по отдельному графику",
            {
                "throughout": ("throughout", date(2026, 9, 1), date(2027, 5, 31)),
                "request": ("request", None, None),
                "ask": None,
            },
        ),
        (
            "impossible_date",
            "до 31 сентября 2026",
            {
                "possible-0": ("by", None, date(2026, 9, 30)),
                "possible-1": ("by", None, date(2026, 10, 1)),
                "ask": None,
            },
        ),
        (
            "impossible_date",
            "31.11.2026",
            {
                "possible-0": ("on", date(2026, 11, 30), date(2026, 11, 30)),
                "possible-1": ("on", date(2026, 12, 1), date(2026, 12, 1)),
                "ask": None,
            },
        ),
        (
            "impossible_date",
            "30.02.2027",
            {
                "possible-0": ("on", date(2027, 2, 28), date(2027, 2, 28)),
                "possible-1": ("on", date(2027, 3, 1), date(2027, 3, 1)),
                "ask": None,
            },
        ),
        (
            "impossible_date",
            "с 31.09.2026 по 15.11.2026",
            {
                "possible-0": ("between", date(2026, 9, 30), date(2026, 11, 15)),
                "possible-1": ("between", date(2026, 10, 1), date(2026, 11, 15)),
                "ask": None,
            },
        ),
        ("impossible_date", "15.13.2026", {"ask": None}),
        (
            "reversed_range",
            "с 20.12.2026 по 10.10.2026",
            {
                "range-0": ("between", date(2026, 10, 10), date(2026, 12, 20)),
                "range-1": ("between", date(2026, 12, 20), date(2027, 10, 10)),
                "ask": None,
            },
        ),
        (
            "year_guessed",
            "до 15 июля 2026",
            {
                "year-2026": ("by", None, date(2026, 7, 15)),
                "year-2027": ("by", None, date(2027, 7, 15)),
                "agree": None,
            },
        ),
        ("before_or_within", "до декабря 2026", {"within": ("by", None, date(2026, 12, 31)), "before": None}),
        (
            "no_month",
            "ежегодно",
            {
                "month-0": ("between", date(2026, 9, 1), date(2026, 9, 30)),
                "month-1": ("between", date(2027, 5, 1), date(2027, 5, 31)),
                "ask": None,
            },
        ),
        (
            "outside_period",
            "с 10.01.2026 по 15.02.2026",
            {"year-2027": ("between", date(2027, 1, 10), date(2027, 2, 15)), "expected": None},
        ),
        ("weekend_deadline", "до 18.10.2026", {"working_day": None}),
    ],
)
def test_a_doubtful_date_has_its_proposals(
    code: str, phrase: str, expected: dict[str, tuple[str, date | None, date | None] | None]
) -> None:
    asked = doubt(code, rows={1: row(phrase)})
    found = by_key(asked)
    assert {key: days(each) if each.rows else None for key, each in found.items()} == expected
    assert all(each.rows[1].due.phrase == phrase for each in found.values() if each.rows)
    assert typed(asked) == "due"


def test_a_row_without_a_responsible_may_get_one_who_is_named_elsewhere() -> None:
    rows = {
        1: row("", people=("Директор",)),
        2: row(""),
        3: row("", people=("Завуч",)),
        4: row("", people=("Завуч",)),
    }
    found = by_key(doubt("no_responsible", 2, rows=rows))
    assert [found["responsible-0"].name, found["responsible-1"].name] == ["Завуч", "Директор"]
    assert found["responsible-0"].rows[2].responsible == ("Завуч",)


def test_similar_names_may_be_one_person_under_either_spelling() -> None:
    rows = {1: row("", people=("Морозов А.Э.", "Завуч")), 2: row("", people=("директор Морослип А.Э.",))}
    found = by_key(doubt("similar_names", rows=rows, one="Морозов А.Э.", other="Морослип А.Э."))
    assert found["same-0"].rows[2].responsible == ("директор Морозов А.Э.",)
    assert found["same-1"].rows[1].responsible == ("Морослип А.Э.", "Завуч")
    assert not found["different"].rows


def test_of_equal_rows_the_first_may_stay_alone() -> None:
    rows = {number: row("до 15.10.2026") for number in (1, 2, 3)}
    assert by_key(doubt("same_rows", 1, 3, rows=rows))["one"].removed == (3,)


def test_what_must_come_first_may_end_in_time() -> None:
    rows = {1: row("до 30.10.2026", number="1.1"), 2: row("до 01.12.2026", number="1.2")}
    found = by_key(doubt("order_consents", rows=rows, first="1.2", then="1.1"))
    assert days(found["earlier"], 2) == ("by", None, date(2026, 10, 30))
    assert 1 not in found["earlier"].rows


def test_the_order_of_a_document_that_was_read_can_be_put_right() -> None:
    heading = ("Мероприятие", "Срок", "Ответственный")
    table = Table(
        (
            heading,
            ("Формирование базы наставников", "до 30.10.2026", "Завуч"),
            ("Сбор согласий на обработку персональных данных", "до 01.12.2026", "Завуч"),
        )
    )
    roadmap = read(Source("txt", (Text(("План на 2026-2027 учебный год",)), table)))
    found = next(each for each in roadmap.findings if each.code == "order_consents")
    rows = dict(enumerate(roadmap.rows, 1))
    asked = Doubt(found.code, found.rows, finding_arguments(roadmap, found), rows, roadmap.period)
    earlier = by_key(asked)["earlier"]
    assert (days(earlier, 2), earlier.name) == (("by", None, date(2026, 10, 30)), "2")
    assert not is_solved(asked)
    assert is_solved(replace(asked, rows={**rows, **earlier.rows}))


def test_what_is_probably_well_is_confirmed_first() -> None:
    year = doubt("year_guessed", rows={1: row("до 15 июля 2026")})
    assert [each.key for each in proposals(year)] == ["agree", "year-2026", "year-2027"]
    assert proposals(doubt("no_date", rows={1: row("")}))[-1].key == "ask"


def test_a_typed_due_keeps_the_phrase_of_the_paper() -> None:
    asked = doubt("due_elsewhere", rows={1: row("по графику"), 2: row("по плану")})
    changed = with_due(asked, Due("до 1 марта", "by", None, date(2027, 3, 1), basis="explicit"))
    assert [(each.due.phrase, each.due.end) for each in changed.values()] == [
        ("по графику", date(2027, 3, 1)),
        ("по плану", date(2027, 3, 1)),
    ]


def test_doubts_of_one_kind_share_their_proposals() -> None:
    rows = {1: row("до 30.10.2026"), 2: row(""), 3: row("", section="Другой раздел")}
    asked = [doubt("no_date", 2, rows=rows), doubt("no_date", 3, rows=rows)]
    assert shared(asked) == ("period_end", "request", "ask")
    assert shared([]) == ()


def test_a_doubt_whose_rows_are_gone_can_only_be_left() -> None:
    asked = doubt("no_date", 7, rows={1: row("до 30.10.2026")})
    assert [proposal.key for proposal in proposals(asked)] == ["ask"]
    assert typed(asked) is None
