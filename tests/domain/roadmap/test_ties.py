"""Who probably stands behind a responsible name of the paper."""

import pytest

from domain.people import Role
from domain.roadmap.ties import Known, Meant, in_full, meant_by

PEOPLE = (
    Known(1, "Петрова Анна Сергеевна", "Старший воспитатель", frozenset({Role.MENTOR})),
    Known(2, "Петрова Ольга Игоревна", "Воспитатель", frozenset({Role.MENTEE})),
    Known(3, "Смирнова Ольга Ивановна", "Методист ММС", frozenset({Role.CURATOR})),
    Known(4, "Ёлкина Ия", "Воспитатель"),
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Петрова А.С.", Meant((1,), sure=True)),
        ("О. И. ПЕТРОВА", Meant((2,), sure=True)),
        ("Старший воспитатель Елкина", Meant((4,), sure=True)),
        ("Петрова", Meant((1, 2))),
        ("Петрова Е.В.", Meant()),
        ("старший  воспитатель", Meant((1,), sure=True)),
        ("Воспитатель", Meant((2, 4))),
        ("Методист", Meant((3,))),
        ("Кураторы", Meant(role=Role.CURATOR, sure=True)),
        ("Педагоги-наставники", Meant(role=Role.MENTOR, sure=True)),
        ("Директор", Meant(role=Role.HEAD)),
        ("Управление образования", Meant()),
    ],
)
def test_a_person_is_found_by_name_then_by_post_then_by_role(written: str, meant: Meant) -> None:
    assert meant_by(written, PEOPLE) == meant


def test_a_name_in_full_is_one_person_or_nobody() -> None:
    assert in_full("елкина ия", PEOPLE) == 4
    assert in_full("Ёлкина", PEOPLE) is None
    assert in_full("Ёлкина Ия", [*PEOPLE, Known(5, "Елкина Ия")]) is None
