"""Another organisation's name in a title is noticed; the same one, written otherwise, is not."""

import pytest

from domain.roadmap.named import is_of_another

OWN = "МБДОУ «Детский сад № 12»"
OTHERS = {
    "План мероприятий МБОУ ДО «ЦНО «ЦИТ» на 2023-2024 учебный год": True,
    "План в учреждении детский сад № 8 п. Доброполье": True,
    "План в учреждении детский сад №12 на 2023-2024 г.г.": False,
    "План мероприятий наставничества на 2023-2024 учебный год": False,
}


@pytest.mark.parametrize(("title", "expected"), OTHERS.items())
def test_names_are_compared_loosely(title: str, expected: bool) -> None:
    assert is_of_another(title, OWN) is expected
