"""Who does a row of a district's roadmap, and how it stands in one organisation."""

from collections import Counter
from datetime import date

import pytest

from domain.progress import State
from domain.roadmap.levels import Level, Part, level_of, state_in, worst
from tests.domain.roadmap.real import needs_documents, real_roadmap

OWN, EACH, BOTH = Level


@pytest.mark.parametrize(
    "name",
    [
        "ОО", "ОУ", "все ОО", "ОО района", "Руководители ОО", "МБОУ", "ДОУ", "МДОУ", "СОШ", "кураторы в ОО",
        "Образовательные организации", "общеобразовательные организации района", "Образовательная организация",
        "все образовательные учреждения", "Подведомственные учреждения", "пилотные организации", "Школы",
        "школы района", "Директора школ", "Заведующие детскими садами", "детские сады", "Администрации школ",
        "каждая школа", "Гимназии", "дошкольные образовательные организации", "Организации",
    ],
)  # fmt: skip
def test_what_means_every_organisation(name: str) -> None:
    assert level_of([name]) is EACH


@pytest.mark.parametrize(
    "name",
    [
        "Отдел образования", "РМК", "Управление образования", "Муниципальный координатор", "Иванова А.А.", "Куратор",
        "МБОУ СОШ № 5", "СОШ №3", "Школа № 12", "МБУ ДО «ЦНО «ЦИТ»", "МОУ «Гимназия»", "Школа молодого педагога",
        "Общественные организации", "организации-партнёры", "НКО", "Администрация района", "Наставники", "МБДОУ № 8",
    ],
)  # fmt: skip
def test_what_means_the_district_or_one_place(name: str) -> None:
    assert level_of([name]) is OWN


@pytest.mark.parametrize(
    ("names", "level"),
    [
        ([], OWN),
        (["Отдел образования", "ОО"], BOTH),
        (["ОО", "ДОУ"], EACH),
        (["кураторы внедрения Целевой модели (Отдел образования, ОО)"], BOTH),
        (["Отдел образования, ОО"], BOTH),
        (["Отдел образования", "РМК"], OWN),
        (["Петрова А.С.", "Школы"], BOTH),
    ],
)
def test_several_names_may_mean_both(names: list[str], level: Level) -> None:
    assert level_of(names) is level


@needs_documents
def test_the_levels_of_a_real_district() -> None:
    """Rows by hand: seven are the organisations' alone, fourteen everybody's, eight the district's."""
    rows = {row.number.rstrip("."): level_of(row.responsible) for row in real_roadmap("001").rows}
    assert Counter(rows.values()) == {OWN: 8, EACH: 7, BOTH: 14}
    below_only = "1.5 1.6 1.7 4.1 4.2 4.4 4.5"
    assert [number for number, level in rows.items() if level is EACH] == below_only.split()


TODAY = date(2026, 10, 15)


def part(starts: date | None, due: date | None, *, done: bool = False) -> Part:
    return Part(starts, due, done)


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ([part(None, date(2026, 10, 20))], State.NEAR),
        ([part(None, date(2026, 10, 20), done=True)], State.DONE),
        ([part(None, None)], State.UNDATED),
        ([part(date(2026, 12, 1), date(2026, 12, 31))], State.AHEAD),
        (
            [part(date(2026, 9, 1), date(2026, 9, 30)), part(date(2026, 10, 1), date(2026, 10, 31), done=True)],
            State.OVERDUE,
        ),
        (
            [part(date(2026, 10, 1), date(2026, 10, 31), done=True), part(date(2026, 11, 1), date(2026, 11, 30))],
            State.DONE,
        ),
    ],
)
def test_an_organisation_stands_as_its_worst_begun_task(parts: list[Part], state: State) -> None:
    assert state_in(parts, TODAY) is state


def test_the_worst_of_nothing_is_done() -> None:
    assert worst([]) is State.DONE
    assert worst([State.DONE, State.AHEAD, State.OVERDUE]) is State.OVERDUE
