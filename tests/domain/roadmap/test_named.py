"""Another organisation's name in a title is noticed; the same one, written otherwise, is not."""

import pytest

from domain.roadmap import Finding, Roadmap
from domain.roadmap.named import is_of_another, named_organisation, with_foreign_name

OWN = "МБДОУ «Детский сад № 12»"
OTHERS = {
    "План мероприятий МБОУ ДО «ЦНО «ЦИТ» на 2023-2024 учебный год": True,
    "План в учреждении детский сад № 8 п. Доброполье": True,
    "План в учреждении детский сад №12 на 2023-2024 г.г.": False,
    "План мероприятий наставничества на 2023-2024 учебный год": False,
}
WITHOUT_NUMBER = {
    ("План МБОУ «Лесная СОШ»", "Лесной школы"): False,
    ("План МБОУ «Лесная СОШ»", "Центр детского творчества"): True,
    ("План детского сада «Ромашка» МБДОУ «Ромашка»", "Детский сад «Василёк»"): True,
    ("План МБОУ СОШ № 5", "Школа"): False,
}
NAMES = {
    "Дорожная карта МБОУ СОШ № 5 по внедрению наставничества на 2023-2024": "МБОУ СОШ № 5",
    "Дорожная карта в МАДОУ № 17 «Ромашка» в 2023-2024 учебном году": "МАДОУ № 17 «Ромашка»",
    "План учреждения «Гимназия № 3» на 2022-2023 учебный год": "«Гимназия № 3»",
    "План детского сада № 8 «Солнышко» (далее — сад)": "детского сада № 8 «Солнышко»",
    "План внедрения наставничества в ОО на 2022 год": "",
    "План внедрения наставничества в ОУ Кировского района на 2022 год": "",
}


@pytest.mark.parametrize(("title", "expected"), OTHERS.items())
def test_names_are_compared_loosely(title: str, expected: bool) -> None:
    assert is_of_another(title, OWN) is expected


@pytest.mark.parametrize(("names", "expected"), WITHOUT_NUMBER.items())
def test_without_numbers_the_kind_of_institution_tells_nothing(names: tuple[str, str], expected: bool) -> None:
    assert is_of_another(*names) is expected


@pytest.mark.parametrize(("title", "name"), NAMES.items())
def test_a_name_ends_where_the_title_goes_on(title: str, name: str) -> None:
    assert named_organisation(title) == name


def test_the_finding_comes_first_and_names_both() -> None:
    early = Finding("no_period")
    roadmap = Roadmap("План МБОУ СОШ № 5 на 2026 год", "", "", "", None, (), (early,))
    found = with_foreign_name(roadmap, OWN).findings
    assert found == (Finding("other_organisation", (), {"organisation": "МБОУ СОШ № 5", "own": OWN}), early)
    assert with_foreign_name(roadmap, "Школа № 5").findings == (early,)
