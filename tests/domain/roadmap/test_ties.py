"""Who probably stands behind a responsible name of the paper."""

import pytest

from domain.people import Role
from domain.roadmap.ties import Known, Proposal, in_full, propose

PEOPLE = (
    Known(1, "Петрова Анна Сергеевна", "Старший воспитатель", frozenset({Role.MENTOR})),
    Known(2, "Петрова Ольга Игоревна", "Воспитатель", frozenset({Role.MENTEE})),
    Known(3, "Смирнова Ольга Ивановна", "Методист ММС", frozenset({Role.CURATOR})),
    Known(4, "Ёлкина Ия", "Воспитатель"),
)


@pytest.mark.parametrize(
    ("written", "proposal"),
    [
        ("Петрова А.С.", Proposal((1,), sure=True)),
        ("О. И. ПЕТРОВА", Proposal((2,), sure=True)),
        ("Старший воспитатель Елкина", Proposal((4,), sure=True)),
        ("Петрова", Proposal((1, 2))),
        ("Петрова Е.В.", Proposal()),
        ("старший  воспитатель", Proposal((1,), sure=True)),
        ("Воспитатель", Proposal((2, 4))),
        ("Методист", Proposal((3,))),
        ("Кураторы", Proposal(role=Role.CURATOR, sure=True)),
        ("Педагоги-наставники", Proposal(role=Role.MENTOR, sure=True)),
        ("Директор", Proposal(role=Role.HEAD)),
        ("Управление образования", Proposal()),
    ],
)
def test_a_person_is_found_by_name_then_by_post_then_by_role(written: str, proposal: Proposal) -> None:
    assert propose(written, PEOPLE) == proposal


def test_a_name_in_full_is_one_person_or_nobody() -> None:
    assert in_full("елкина ия", PEOPLE) == 4
    assert in_full("Ёлкина", PEOPLE) is None
    assert in_full("Ёлкина Ия", [*PEOPLE, Known(5, "Елкина Ия")]) is None
